import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DomainField } from '#features/partners/web/DomainField.tsx'
import { useCommunity } from '#web/staff/use-community.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Need, NeedChange } from '../contract.ts'
import { statuses, type Domain } from '../need-kinds.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { useNeedAct } from './needs-queries.ts'
import { SeverityChoice } from './SeverityChoice.tsx'

type Props = { need: Need; name: string; onDone: () => void }

/** Where the need stands now, and its words. When somebody was faster, both texts are shown and what was typed stays. */
export function ChangeNeed({ need, name, onDone }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [opened] = useState(need.revision)
  const [said, setSaid] = useState(() => ({ ...need, statusWord: '' }))
  const [missing, setMissing] = useState(false)
  const change = (more: Partial<Need>) => setSaid((now) => ({ ...now, ...more }))
  const save = useNeedAct<NeedChange>(`${path}/needs/${need.id}/changes`, name, onDone)
  const needsWhy = said.status === 'not_needed' || said.status === 'in_error'
  const submit = () => {
    const isWhole = said.body.trim() !== '' && (!needsWhy || said.statusWord.trim().length > 2)
    setMissing(!isWhole)
    if (!isWhole) return
    const { domain, severity, status, statusWord, knownSince } = said
    save.mutate({
      ...{ domain, severity, status, knownSince, statusWord: statusWord.trim() },
      body: said.body.trim(),
      // Saved once more after both texts were seen, it goes in place of the newer one.
      revision: need.revision,
    })
  }
  const offered = statuses.filter((status) => status !== 'proposed' || need.status === 'proposed')
  return (
    <SubmitForm
      label={t('need.changeTitle', { name })}
      submit={t('need.saveChange')}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <ChoiceField
        label={t('need.statusLabel')}
        choices={offered}
        value={said.status}
        wordOf={(status) => t(`need.status.${status}`)}
        onChange={(status) => change({ status })}
      />
      {(needsWhy || said.status === 'met') && (
        <LongTextField
          label={t(needsWhy ? 'need.why' : 'need.whatHelped')}
          error={missing && needsWhy && said.statusWord.trim().length < 3 ? t('need.whyMissing') : undefined}
          rows={2}
          maxLength={1000}
          value={said.statusWord}
          onText={(statusWord) => change({ statusWord })}
        />
      )}
      <DomainField
        value={said.domain}
        onChange={(domain) => domain && change({ domain: domain as Domain })}
        missing={false}
      />
      <LongTextField
        label={t('write.needs.label')}
        error={missing && said.body.trim() === '' ? t('write.empty') : undefined}
        rows={3}
        maxLength={10_000}
        value={said.body}
        onText={(body) => change({ body })}
      />
      <SeverityChoice value={said.severity} onChange={(severity) => change({ severity })} />
      {need.revision !== opened && <NewerNeed need={need} />}
    </SubmitForm>
  )
}

/** What the need says since somebody else saved it. */
function NewerNeed({ need }: { need: Need }) {
  const { t } = useTranslation()
  return (
    <div className="notice draft-other" role="status">
      <p>
        <strong>{t('need.nowSays', { status: t(`need.status.${need.status}`) })}</strong>
      </p>
      <blockquote>{need.body}</blockquote>
      <p>{t('note.nowSaysText')}</p>
    </div>
  )
}
