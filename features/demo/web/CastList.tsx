import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { goOn } from '#web/open/go-on.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { DemoPerson } from '../../people/contract.ts'
import './CastList.css'

/** The people of the demo, each one click away. */
export function CastList({ people }: { people: readonly DemoPerson[] }) {
  const { t } = useTranslation()
  const enter = useMutation({
    mutationFn: async (accountId: string) => {
      await api.post('/session/demo', { accountId })
      await goOn()
    },
  })
  return (
    <section aria-labelledby="cast">
      <h2 id="cast">{t('demo.title')}</h2>
      <p className="soft">{t('demo.text')}</p>
      {enter.isError && <ProblemNotice problem={enter.error} />}
      <ul className="plain-list cast-list">
        {people.map((person) => (
          <li key={person.key}>
            <CastButton person={person} isEntering={enter.isPending} onEnter={enter.mutate} />
          </li>
        ))}
      </ul>
      <p>
        <a href="/sign-in">{t('demo.withPassword')}</a>
      </p>
    </section>
  )
}

type ButtonProps = { person: DemoPerson; isEntering: boolean; onEnter: (accountId: string) => void }

function CastButton({ person, isEntering, onEnter }: ButtonProps) {
  const { accountId, key: castKey, name, role, about } = person
  const { t, i18n } = useTranslation()
  const roleWord = i18n.exists(`role.${role}`)
    ? t(`role.${role}` as 'role.teacher')
    : t(`demo.role.${role}` as 'demo.role.stranger')
  const line = i18n.exists(`demo.about.${castKey}`) ? t(`demo.about.${castKey}` as 'demo.about.dana') : about
  return (
    <button type="button" className="cast-person card" onClick={() => !isEntering && onEnter(accountId)}>
      <span className="cast-name">
        <strong>{name}</strong> <span>{roleWord}</span>
      </span>
      <span className="soft small">{line}</span>
    </button>
  )
}
