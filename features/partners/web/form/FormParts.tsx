import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import type { Lack, ServiceText } from './service-text.ts'

export type PartProps = {
  text: ServiceText
  change: (part: Partial<ServiceText>) => void
  lacks: (what: Lack) => boolean
}

type LineKey = { [Key in keyof ServiceText]: ServiceText[Key] extends string ? Key : never }[keyof ServiceText]
type LineProps = PartProps & {
  name: LineKey
  error?: string | undefined
  maxLength?: number
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
}

/** One line of the listing under its own label. */
export function Line({ text, change, name, error, maxLength = 200, inputMode }: LineProps) {
  const { t } = useTranslation()
  return (
    <Field label={t(`partners.service.${name}` as 'partners.service.name')} error={error}>
      {(describe) => (
        <input
          {...describe}
          value={text[name]}
          maxLength={maxLength}
          inputMode={inputMode}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  )
}

type ChoiceProps = PartProps & { name: LineKey; options: readonly (readonly [value: string, label: string])[] }

export function Choice({ text, change, name, options }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <Field label={t(`partners.service.${name}` as 'partners.service.name')}>
      {(describe) => (
        <select {...describe} value={text[name]} onChange={({ target }) => change({ [name]: target.value })}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type TickProps = { label: string; checked: boolean; onChange: (checked: boolean) => void }

export function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  )
}

type TickListProps = {
  label: string
  hint?: string
  error?: string | undefined
  options: readonly (readonly [value: string, label: string])[]
  value: readonly string[]
  onChange: (value: string[]) => void
}

/** Several of a few. The order of the options is kept. */
export function TickList({ label, hint, error, options, value, onChange }: TickListProps) {
  const toggle = (one: string) =>
    onChange(
      options.map(([each]) => each).filter((each) => (each === one ? !value.includes(each) : value.includes(each))),
    )
  return (
    <fieldset className="fieldset">
      <legend>{label}</legend>
      {hint && <p className="small soft">{hint}</p>}
      <div className="tick-list">
        {options.map(([each, words]) => (
          <Tick key={each} label={words} checked={value.includes(each)} onChange={() => toggle(each)} />
        ))}
      </div>
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
