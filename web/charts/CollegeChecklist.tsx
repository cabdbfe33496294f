import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../dates.ts'
import { useFormat } from '../format.ts'
import './CollegeChecklist.css'

export type CollegeStep = { id: string; label: string; state: 'done' | 'notYet' | 'unknown'; on?: Day; detail?: string }

type Props = { finding: string; years: readonly { year: string; steps: readonly CollegeStep[] }[]; origin?: ReactNode }

const signs: Record<CollegeStep['state'], ReactNode> = {
  done: <path d="M5 10.5 9 14.5 16 6" strokeWidth="2.4" />,
  notYet: null,
  unknown: (
    <path d="M7.6 8a2.5 2.5 0 1 1 3.6 2.2c-.8.5-1 .9-1 1.8M10.2 14.6v.1" strokeWidth="1.8" strokeLinecap="round" />
  ),
}

/** The way to college by year: what is done comes with its day, what is not known says so. */
export function CollegeChecklist({ finding, years, origin }: Props) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <h3 className="college-title">
        <span id={titleId}>{finding}</span> {origin}
      </h3>
      <div className="college-years">
        {years.map(({ year, steps }) => (
          <div key={year}>
            <h4>{year}</h4>
            <ul className="plain-list">
              {steps.map((step) => (
                <Step key={step.id} {...step} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function Step({ label, state, on, detail }: CollegeStep) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = [t(`college.${state}`), on && format.day(on), detail].filter(Boolean).join(' · ')
  return (
    <li className={`college-step college-${state}`}>
      <svg width="22" height="22" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
        <circle cx="10" cy="10" r="9" strokeWidth="1.5" strokeDasharray={state === 'unknown' ? '2.5 3' : undefined} />
        {signs[state]}
      </svg>
      <span>
        {label}
        <span className="small soft"> {words}</span>
      </span>
    </li>
  )
}
