import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { StudentRecord } from '#features/students/contract.ts'
import type { Need } from '../contract.ts'
import { isLiving } from '../need-kinds.ts'
import { ChangeNeed } from './ChangeNeed.tsx'
import { Lenses } from './lenses/Lenses.tsx'
import { needBeforeQuery } from './needs-queries.ts'

type Props = { need: Need; record: StudentRecord; name: string; facts: readonly string[] }

/** One need: what, how much, from where it is known and since when, and where it stands. */
export function NeedLine({ need, record, name, facts }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'change' | 'before' | null>(null)
  if (open === 'change') return <ChangeNeed need={need} name={name} onDone={() => setOpen(null)} />
  return (
    <>
      <NeedFacts need={need} />
      <div className="note-actions not-in-print">
        {need.mayChange && (
          <ActionButton kind="quiet" onClick={() => setOpen('change')}>
            {t('need.change')}
          </ActionButton>
        )}
        {need.revision > 1 && (
          <ActionButton
            kind="quiet"
            aria-expanded={open === 'before'}
            onClick={() => setOpen(open === 'before' ? null : 'before')}
          >
            {t('note.before')}
          </ActionButton>
        )}
      </div>
      {open === 'before' && <NeedBeforeList need={need} studentId={record.studentId} />}
      {isLiving(need.status) && !need.memberId && <Lenses domain={need.domain} record={record} facts={facts} />}
    </>
  )
}

function NeedFacts({ need }: { need: Need }) {
  const { t } = useTranslation()
  const format = useFormat()
  const known = [
    t('need.from', { source: t(`need.source.${need.source}`) }),
    need.knownSince && t('need.knownSince', { day: format.day(need.knownSince, 'short') }),
    need.authorName,
  ]
  return (
    <>
      <p className="need-kind">
        <strong className="writing-kind">{t(`record.domain.${need.domain}`)}</strong>
        {need.memberId && (
          <span>{need.memberName ? t('need.of', { name: need.memberName }) : t('need.ofSomebody')}</span>
        )}
        {need.severity && (
          <span className={`need-mark need-${need.severity}`}>{t(`need.severity.${need.severity}`)}</span>
        )}
        {need.status !== 'open' && <span className="need-mark">{t(`need.status.${need.status}`)}</span>}
      </p>
      <blockquote>{need.body}</blockquote>
      {need.statusWord && <p className="small">{need.statusWord}</p>}
      <p className="small soft">
        {known.filter(Boolean).join(' · ')}
        {need.changedAt && ` · ${t('note.changed', { moment: format.moment(need.changedAt) })}`}
      </p>
    </>
  )
}

/** What the need said before, the newest first. */
function NeedBeforeList({ need, studentId }: { need: Need; studentId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const before = useQuery(needBeforeQuery(path, studentId, need.id, need.revision))
  if (before.isPending) return <Waiting />
  if (before.isError) return <ProblemNotice problem={before.error} onRetry={() => void before.refetch()} />
  return (
    <ol className="plain-list note-revisions" aria-label={t('note.before')}>
      {before.data.map(({ revision, status, statusWord, body, byName, writtenAt }) => (
        <li key={revision}>
          <p className="small soft">
            {[t(`need.status.${status}`), byName, format.moment(writtenAt)].filter(Boolean).join(' · ')}
          </p>
          <blockquote>{body}</blockquote>
          {statusWord && <p className="small">{statusWord}</p>}
        </li>
      ))}
    </ol>
  )
}
