import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { DataTable } from '#web/ui/table/DataTable.tsx'
import type { YearLine } from '../../year/contract.ts'
import { rehearsalQuery, useYearAct } from './year-queries.ts'

const kinds = ['promoted', 'retained', 'graduates', 'no_place', 'class_ends', 'consent_ends', 'agreement_ends'] as const

/** What the turn would change and what ends by itself, kind by kind; and the turn itself, after being asked. */
export function Rehearsal({ year, isTurned }: { year: string; isTurned: boolean }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [isAsking, setAsking] = useState(false)
  const found = useQuery(rehearsalQuery(path, year))
  const turn = useYearAct(
    () => api.post(`${path}/year-turns`, { to: year }),
    () => announce(t('year.done', { year })),
  )
  if (found.isPending) return <Waiting />
  if (found.isError) return <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />
  const confirm = () => {
    setAsking(false)
    turn.mutate(undefined)
  }
  return (
    <section aria-labelledby="rehearsal-title">
      <h2 id="rehearsal-title">{t('year.rehearsal', { year })}</h2>
      <p>{t('year.nothingYet')}</p>
      {kinds.map((kind) => (
        <KindTable key={kind} kind={kind} lines={found.data.filter(({ what }) => what === kind)} />
      ))}
      <p className="soft">{t('year.summer')}</p>
      <ActionButton
        kind="main"
        className="not-in-print"
        disabledReason={isTurned ? t('year.turnedAlready') : undefined}
        onClick={() => setAsking(true)}
      >
        {t('year.turn', { year })}
      </ActionButton>
      {turn.error && <ProblemNotice problem={turn.error} />}
      <ConfirmDialog
        open={isAsking}
        title={t('year.turn', { year })}
        confirm={t('year.turn', { year })}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p>{t('year.confirm')}</p>
      </ConfirmDialog>
    </section>
  )
}

function KindTable({ kind, lines }: { kind: (typeof kinds)[number]; lines: YearLine[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const title = t(`year.what.${kind}`)
  const said = ({ what, detail }: YearLine) =>
    what === 'graduates' ? t(`year.${detail as 'own_rights'}`) : (detail ?? '')
  const columns = [
    { key: 'name', label: t('year.column.name'), value: (line: YearLine) => line.name },
    { key: 'school', label: t('year.column.school'), value: (line: YearLine) => line.schoolName ?? '' },
    { key: 'detail', label: t('year.column.detail'), value: said },
    { key: 'on', label: t('year.column.on'), value: (line: YearLine) => (line.on ? format.day(line.on) : '') },
  ]
  return (
    <section>
      <h3>
        {title} · {format.number(lines.length)}
      </h3>
      <DataTable
        caption={title}
        rows={lines}
        columns={columns}
        rowKey={(line) => `${line.studentId ?? ''} ${line.name} ${line.detail ?? ''} ${line.on ?? ''}`}
        empty={<p className="soft">{t('year.nobody')}</p>}
      />
    </section>
  )
}
