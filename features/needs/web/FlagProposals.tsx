import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DomainField } from '#features/partners/web/DomainField.tsx'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { FlagAnswer, FlagProposal } from '../contract.ts'
import type { Domain, Severity } from '../need-kinds.ts'
import { useNeedAct } from './needs-queries.ts'
import { SeverityChoice } from './SeverityChoice.tsx'

type Props = { studentId: string; name: string; proposals: readonly FlagProposal[] }

/** Flags that nobody has answered yet. Nothing comes of one until a person says what is needed, or why nothing is. */
export function FlagProposals({ proposals, ...about }: Props) {
  const { t } = useTranslation()
  if (proposals.length === 0) return null
  return (
    <div className="need-proposals not-in-print">
      <h3>{t('need.proposed')}</h3>
      <ul className="plain-list">
        {proposals.map((proposal) => (
          <li key={proposal.indicator}>
            <OneProposal proposal={proposal} {...about} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type OneProps = Omit<Props, 'proposals'> & { proposal: FlagProposal }

function OneProposal({ proposal, ...about }: OneProps) {
  const { t } = useTranslation()
  const [answer, setAnswer] = useState<'up' | 'aside' | null>(null)
  return (
    <>
      <p>{proposal.reason}</p>
      {answer === null ? (
        <div className="form-actions">
          <ActionButton onClick={() => setAnswer('up')}>{t('need.takeUp')}</ActionButton>
          <ActionButton kind="quiet" onClick={() => setAnswer('aside')}>
            {t('need.setAside')}
          </ActionButton>
        </div>
      ) : (
        <AnswerForm proposal={proposal} isTakenUp={answer === 'up'} {...about} onCancel={() => setAnswer(null)} />
      )}
    </>
  )
}

type AnswerProps = OneProps & { isTakenUp: boolean; onCancel: () => void }

function AnswerForm({ proposal, studentId, name, isTakenUp, onCancel }: AnswerProps) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [domain, setDomain] = useState<Domain>(proposal.domain)
  const [severity, setSeverity] = useState<Severity | null>(null)
  const [body, setBody] = useState('')
  const [missing, setMissing] = useState(false)
  const save = useNeedAct<FlagAnswer>(`${path}/students/${studentId}/flag-answers`, name, onCancel)
  const submit = () => {
    const isWhole = body.trim().length > 2
    setMissing(!isWhole)
    const { raisedAt } = proposal
    const indicator = proposal.indicator as FlagAnswer['indicator']
    if (isWhole) save.mutate({ indicator, raisedAt, isTakenUp, domain, severity, body: body.trim() })
  }
  return (
    <SubmitForm
      label={t(isTakenUp ? 'need.takeUp' : 'need.setAside')}
      submit={t(isTakenUp ? 'write.needs.save' : 'need.setAsideSave')}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      {isTakenUp && (
        <DomainField value={domain} onChange={(next) => next && setDomain(next as Domain)} missing={false} />
      )}
      <LongTextField
        label={t(isTakenUp ? 'write.needs.label' : 'need.why')}
        hint={isTakenUp ? t('write.needs.hint') : undefined}
        error={missing ? t(isTakenUp ? 'write.empty' : 'need.whyMissing') : undefined}
        rows={3}
        maxLength={10_000}
        value={body}
        onText={setBody}
      />
      {isTakenUp && <SeverityChoice value={severity} onChange={setSeverity} />}
    </SubmitForm>
  )
}
