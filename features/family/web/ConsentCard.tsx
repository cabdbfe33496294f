import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Consent } from '../../access/contract.ts'
import { useWithdrawConsent } from './family-queries.ts'
import { useElementWords } from '../../students/web/use-element-words.ts'
import { useFamily } from './use-family.ts'

type Props = { consent: Consent; today: string }

/** A permission that was given, in full: this is the copy that the law promises. */
export function ConsentCard({ consent, today }: Props) {
  const titleId = useId()
  const state = consent.withdrawnAt ? 'withdrawn' : consent.untilOn < today ? 'over' : 'inForce'
  return (
    <article className="card" aria-labelledby={titleId}>
      <h3 id={titleId}>{consent.organizationName}</h3>
      <ConsentFacts consent={consent} state={state} />
      {state === 'inForce' && consent.isMine && <Withdraw consent={consent} />}
    </article>
  )
}

function ConsentFacts({ consent, state }: { consent: Consent; state: 'withdrawn' | 'over' | 'inForce' }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useElementWords()
  const standing =
    state === 'withdrawn'
      ? t('consent.withdrawnAt', { when: format.moment(consent.withdrawnAt ?? '') })
      : t(`consent.${state}`, { day: format.day(consent.untilOn) })
  const facts = [
    [t('consent.state'), standing],
    [t('consent.mayRead'), words.list(consent.elements)],
    [t('consent.purpose'), consent.purpose],
    [
      t('consent.signedBy'),
      t('consent.signedOn', { name: consent.signedName ?? '', when: format.moment(consent.givenAt) }),
    ],
  ] as const
  return (
    <dl className="family-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Withdraw({ consent }: { consent: Consent }) {
  const { t } = useTranslation()
  const { community, about } = useFamily()
  const [isAsking, setAsking] = useState(false)
  const withdraw = useWithdrawConsent(community)
  const organization = consent.organizationName
  const confirm = () => {
    setAsking(false)
    withdraw.mutate(consent.id, { onSuccess: () => announce(t('consent.withdrawnDone', { organization })) })
  }
  return (
    <div className="family-actions">
      <ActionButton kind="grave" onClick={() => setAsking(true)}>
        {t('consent.withdraw')}
      </ActionButton>
      {withdraw.isError && <ProblemNotice problem={withdraw.error} />}
      <ConfirmDialog
        open={isAsking}
        grave
        title={t('consent.withdrawTitle', { organization })}
        confirm={t('consent.withdraw')}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p>{t('consent.withdrawNow', { organization, ...about })}</p>
        <p>{t('consent.withdrawAlready')}</p>
      </ConfirmDialog>
    </div>
  )
}
