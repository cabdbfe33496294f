import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { Origin } from '#web/ui/Origin.tsx'
import type { Figures } from '../contract.ts'
import { figuresQuery } from './student-queries.ts'
import { useOrigin } from './use-origin.ts'

type Indicator = 'attendance' | 'behavior' | 'course'
type Props = { studentId: string; indicator: Indicator; of: string; flagged: boolean }

/** The figures of an indicator that a number in a list stands for: where they come from, and over how many. */
export function rowsOf(figures: Figures, indicator: Indicator) {
  if (indicator === 'attendance')
    return figures.attendance.map(({ origin, daysEnrolled }) => ({ origin, n: daysEnrolled }))
  if (indicator === 'course') return figures.courses.map(({ origin, courses }) => ({ origin, n: courses }))
  return figures.behavior ? [{ origin: figures.behavior.origin, n: figures.behavior.incidents }] : []
}

/** The ⓘ of a number in a list. Where the number comes from is asked for when it is opened, so that a long list stays light. */
export function OriginOnOpening({ studentId, indicator, of, flagged }: Props) {
  const { t } = useTranslation()
  const { path, language } = useCommunity()
  const origin = useOrigin()
  const [isOpen, setOpen] = useState(false)
  const figures = useQuery({ ...figuresQuery(path, studentId, language), enabled: isOpen })
  const rows = figures.data ? rowsOf(figures.data, indicator) : []
  const definition = t(`definition.${indicator}`)
  const [first] = rows
  const preset = flagged && figures.data?.preset
  const facts = {
    ...(first
      ? origin(
          definition,
          first.origin,
          rows.reduce((sum, { n }) => sum + n, 0),
        )
      : { definition }),
    ...(preset && { rule: t('origin.presetVersion', { title: preset.title, version: preset.version }) }),
  }
  return (
    <Origin of={of} facts={facts} onOpen={() => setOpen(true)}>
      {figures.isFetching && <span role="status">{t('shell.loading')}</span>}
      {figures.isError && <span className="field-error">{t('problem.title')}</span>}
    </Origin>
  )
}

/** The ⓘ beside the reason of a flag; an indicator that is not known here has none. */
export function FlagOrigin({ studentId, indicator, name }: { studentId: string; indicator: string; name: string }) {
  const { t } = useTranslation()
  const known = (['attendance', 'behavior', 'course'] as const).find((each) => each === indicator)
  if (!known) return null
  return <OriginOnOpening studentId={studentId} indicator={known} flagged of={`${t(`indicator.${known}`)}, ${name}`} />
}
