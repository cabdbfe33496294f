import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { Participant } from '../../contract.ts'
import type { Kept } from './outbox.ts'

type Props = {
  kept: readonly Kept[]
  participants: readonly Participant[]
  onSend: () => void
  onDrop: (key: string) => void
}

/** What the server does not have yet, and what it would not take, with its reason. */
export function KeptLogs({ kept, participants, onSend, onDrop }: Props) {
  const { t } = useTranslation()
  const waiting = kept.filter(({ refusal }) => !refusal)
  const refused = kept.filter(({ refusal }) => refusal)
  return (
    <div role="status">
      {waiting.length > 0 && (
        <div className="notice">
          <p>{t('support.waiting', { count: waiting.length })}</p>
          <ActionButton onClick={onSend}>{t('support.sendNow')}</ActionButton>
        </div>
      )}
      {refused.map((log) => (
        <Refused key={log.key} log={log} participants={participants} onDrop={onDrop} />
      ))}
    </div>
  )
}

function Refused({ log, participants, onDrop }: Pick<Props, 'participants' | 'onDrop'> & { log: Kept }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const word = `refusal.${log.refusal?.code}`
  const why = i18n.exists(word) ? t(word as 'refusal.refused') : log.refusal?.message
  const known = participants.find(({ participationId }) => participationId === log.participationId)
  return (
    <div className="notice">
      <p>
        {t('support.notTaken', {
          name: known?.studentName ?? t('partner.nameNotShared'),
          day: format.day(log.on, 'short'),
          minutes: log.minutes,
        })}{' '}
        {why}
      </p>
      <ActionButton onClick={() => onDrop(log.key)}>{t('support.forget')}</ActionButton>
    </div>
  )
}
