import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Joined, WrittenSince } from '../../identity/contract.ts'
import { useSplit, writtenSinceQuery } from './identity-queries.ts'

/** Everything goes back to where it came from; what was written since stays, unless it is chosen here. */
export function SplitForm({ joined, onDone }: { joined: Joined; onDone: () => void }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const since = useQuery(writtenSinceQuery(path, joined.id))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const split = useSplit(onDone)
  if (since.isPending) return <Waiting />
  if (since.isError) return <ProblemNotice problem={since.error} onRetry={() => void since.refetch()} />
  const choose = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]))
  const moves = since.data.filter(({ id }) => chosen.has(id)).map(({ table, id }) => ({ table, id }))
  return (
    <SubmitForm
      label={t('identities.splitThis', { survivor: joined.survivorName, merged: joined.mergedName })}
      submit={t('identities.split')}
      waiting={split.isPending}
      problem={split.error}
      onSubmit={() => split.mutate({ id: joined.id, moves })}
      onCancel={onDone}
    >
      <p>{t('identities.splitText')}</p>
      {since.data.length > 0 && (
        <fieldset className="fieldset">
          <legend>{t('identities.since', { merged: joined.mergedName })}</legend>
          {since.data.map((row) => (
            <label key={row.id} className="choice">
              <input type="checkbox" checked={chosen.has(row.id)} onChange={() => choose(row.id)} />
              <WrittenWords row={row} />
            </label>
          ))}
        </fieldset>
      )}
    </SubmitForm>
  )
}

function WrittenWords({ row }: { row: WrittenSince }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const known = `identities.row.${row.table}`
  const word = i18n.exists(known) ? t(known as 'identities.row.note') : t('identities.row.other')
  return <span>{t('identities.written', { what: word, when: format.moment(row.at) })}</span>
}
