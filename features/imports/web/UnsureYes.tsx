import { useTranslation } from 'react-i18next'
import type { FileMapping } from '../mapped/mapping.ts'

type Props = { mapping: FileMapping; about: string; what: string; onChange: (mapping: FileMapping) => void }

/** The yes that something unsure needs. Once it is given the box is gone: the choice can still be changed. */
export function UnsureYes({ mapping, about, what, onChange }: Props) {
  const { t } = useTranslation()
  if (!mapping.unsure.includes(about)) return null
  return (
    <label className="choice unsure">
      <input
        type="checkbox"
        checked={false}
        onChange={() => onChange({ ...mapping, unsure: mapping.unsure.filter((each) => each !== about) })}
      />
      <span>{t('mapping.yes', { what, interpolation: { escapeValue: false } })}</span>
    </label>
  )
}
