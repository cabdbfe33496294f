import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { roundedTimeLeft, secondsLeft } from '../numbers.ts'
import './ProgressBar.css'

type Props = {
  /** What is being done, such as the name of the file. */
  label: string
  done: number
  total: number
  elapsedSeconds: number
}

/** Long work: rows done, rows in all, and the time left. The page may be left meanwhile. */
export function ProgressBar({ label, done, total, elapsedSeconds }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const share = total === 0 ? 0 : Math.min(1, done / total)
  const seconds = secondsLeft(done, total, elapsedSeconds)
  const left = seconds === null || share === 1 ? null : roundedTimeLeft(seconds)
  const rows = t('progress.rows', { done: format.number(done), total: format.number(total), count: total })
  const time = left && t(`progress.${left.unit}sLeft`, { count: left.count })
  return (
    <div className="progress">
      <div className="progress-words">
        <strong>{label}</strong>
        <span className="soft">
          {rows}
          {time && ` · ${time}`}
        </span>
      </div>
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={time ? `${rows}, ${time}` : rows}
      >
        <div className="progress-done" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
