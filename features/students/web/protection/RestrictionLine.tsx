import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Restriction } from '../../protection/contract.ts'
import { useProtectionAct } from './protection-queries.ts'

type Props = { restriction: Restriction; mayEnd: boolean; today: string }

export function RestrictionLine({ restriction, mayEnd, today }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isEnding, setEnding] = useState(false)
  const { personName, kind, standing, fromOn, untilOn, document, description } = restriction
  const days = untilOn
    ? t('protection.fromUntil', { from: format.day(fromOn), until: format.day(untilOn) })
    : t('protection.fromOn', { from: format.day(fromOn) })
  return (
    <li>
      <strong>{t(`protection.kind.${kind as 'court_order'}`)}</strong> · {personName || t('protection.nobodyNamed')}
      <p className="soft">{[t(`protection.standing.${standing as 'holds'}`), days].join(' · ')}</p>
      {document && <p>{t('protection.document', { document })}</p>}
      {description && <p>{description}</p>}
      {mayEnd && standing !== 'ended' && !isEnding && (
        <ActionButton
          kind="quiet"
          className="not-in-print"
          aria-label={t('protection.endThis', { person: personName })}
          onClick={() => setEnding(true)}
        >
          {t('protection.end')}
        </ActionButton>
      )}
      {isEnding && <EndForm restriction={restriction} today={today} onDone={() => setEnding(false)} />}
    </li>
  )
}

function EndForm({ restriction, today, onDone }: { restriction: Restriction; today: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [untilOn, setUntil] = useState(today)
  const end = useProtectionAct(
    () => ({ to: `${path}/restrictions/${restriction.id}/ending`, body: { untilOn } }),
    () => {
      announce(t('protection.ended'))
      onDone()
    },
  )
  return (
    <SubmitForm
      label={t('protection.endThis', { person: restriction.personName })}
      submit={t('protection.end')}
      waiting={end.isPending}
      problem={end.error}
      onSubmit={() => untilOn && end.mutate(undefined)}
      onCancel={onDone}
    >
      <DateField
        label={t('protection.lastDay')}
        hint={t('protection.lastDayHint')}
        error={untilOn ? undefined : t('protection.dayMissing')}
        value={untilOn}
        onDay={setUntil}
      />
    </SubmitForm>
  )
}
