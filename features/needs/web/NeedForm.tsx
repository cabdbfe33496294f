import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DomainField } from '#features/partners/web/DomainField.tsx'
import { DraftLine } from '#features/students/web/notes/DraftLine.tsx'
import { useDraft } from '#features/students/web/notes/use-draft.ts'
import { dayOf } from '#web/dates.ts'
import { CommunityTimeZone } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { NewNeed } from '../contract.ts'
import { saidSources, type Domain, type Severity } from '../need-kinds.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { useNeedAct } from './needs-queries.ts'
import { SeverityChoice } from './SeverityChoice.tsx'

type Source = (typeof saidSources)[number]
type Props = {
  studentId: string
  name: string
  domain?: Domain | undefined
  /** Of the household: whose need it is, where it is not the student’s. */
  member?: { id: string; name: string }
  isTeacher: boolean
  onDone: () => void
  onCancel: () => void
}
type Said = { body: string; domain: string; severity: Severity | null; source: Source; knownSince: string }

/** Names a need: what, how much, from where it is known and since when. What is typed is kept until it is sent. */
export function NeedForm({ studentId, name, domain, member, isTeacher, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  const fresh: Said = {
    ...{ body: '', domain: domain ?? '', severity: null, source: isTeacher ? 'teacher' : 'staff', knownSince: today },
  }
  const [said, setSaid] = useState<Said>(fresh)
  const [missing, setMissing] = useState(false)
  const change = (more: Partial<Said>) => setSaid((now) => ({ ...now, ...more }))
  const { body, ...details } = said
  const { keeper, standing } = useDraft(
    studentId,
    'needs',
    {
      body,
      details: Object.fromEntries(Object.entries(details).filter(([, value]) => value)) as Record<string, string>,
    },
    (text) => change({ ...(text.details as Partial<Said>), body: text.body }),
  )
  const save = useNeedAct<NewNeed>(`${path}/students/${studentId}/needs`, name, () => {
    keeper.forget()
    onDone()
  })
  const submit = async () => {
    const isWhole = body.trim() !== '' && said.domain !== '' && said.knownSince !== ''
    setMissing(!isWhole)
    if (!isWhole) return
    await keeper.close()
    save.mutate(
      { ...said, domain: said.domain as Domain, body: body.trim(), ...(member && { memberId: member.id }) },
      { onError: () => keeper.reopen() },
    )
  }
  return (
    <SubmitForm
      label={t('write.needs.title', { name: member?.name ?? name })}
      submit={t('write.needs.save')}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <DomainField
        value={said.domain}
        onChange={(next) => change({ domain: next })}
        missing={missing && said.domain === ''}
      />
      <LongTextField
        label={t('write.needs.label')}
        hint={t('write.needs.hint')}
        error={missing && body.trim() === '' ? t('write.empty') : undefined}
        rows={3}
        maxLength={10_000}
        value={body}
        onText={(next) => change({ body: next })}
      />
      <SeverityChoice value={said.severity} onChange={(severity) => change({ severity })} />
      <div className="field-row">
        <ChoiceField
          label={t('need.sourceLabel')}
          choices={saidSources}
          value={said.source}
          wordOf={(source) => t(`need.source.${source}`)}
          onChange={(source) => change({ source })}
        />
        <DateField
          label={t('need.knownSinceLabel')}
          error={missing && said.knownSince === '' ? t('need.dayMissing') : undefined}
          max={today}
          value={said.knownSince}
          onDay={(knownSince) => change({ knownSince })}
        />
      </div>
      <DraftLine
        standing={standing}
        keeper={keeper}
        onStartOver={() => {
          setSaid(fresh)
          void keeper.drop()
        }}
      />
    </SubmitForm>
  )
}
