import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useElementWords } from '../../students/web/use-element-words.ts'

type Props = {
  all: readonly string[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
  isMissing: boolean
}

/** Each kind of information with what is in it. Any of them may be left out. */
export function ElementChoice({ all, chosen, onChange, isMissing }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const words = useElementWords()
  const toggle = (element: string, isOn: boolean) =>
    onChange(all.filter((each) => (each === element ? isOn : chosen.includes(each))))
  return (
    <fieldset className="element-choice">
      <legend>{t('consent.which')}</legend>
      <p className="soft">{t('consent.whichText')}</p>
      {all.map((element) => (
        <div key={element} className="choice">
          <input
            type="checkbox"
            id={`${id}-${element}`}
            aria-describedby={`${id}-${element}-about`}
            checked={chosen.includes(element)}
            onChange={({ target }) => toggle(element, target.checked)}
          />
          <span>
            <label htmlFor={`${id}-${element}`}>{words.name(element)}</label>
            <span id={`${id}-${element}-about`} className="soft">
              {words.about(element)}
            </span>
          </span>
        </div>
      ))}
      {isMissing && (
        <p className="field-error" role="alert">
          {t('consent.elementsMissing')}
        </p>
      )}
    </fieldset>
  )
}
