import { useTranslation } from 'react-i18next'
import type { PartProps } from './AgreementForm.tsx'
import { shareableElements } from './use-element-list.ts'
import './ServiceChoice.css'

/** The schedule of elements: what is not chosen is never shared. */
export function ScheduleChoice({ text, change, lacks }: PartProps) {
  const { t } = useTranslation()
  const missing = lacks('elements')
  const toggle = (element: string) =>
    change({
      elements: text.elements.includes(element)
        ? text.elements.filter((each) => each !== element)
        : [...text.elements, element],
    })
  return (
    <fieldset className="fieldset" aria-describedby={missing ? 'schedule-missing' : undefined}>
      <legend>{t('agreements.scheduleLabel')}</legend>
      <p className="small soft">{t('agreements.scheduleHint')}</p>
      <div className="schedule-choice">
        {shareableElements.map((element) => (
          <label key={element} className="choice">
            <input type="checkbox" checked={text.elements.includes(element)} onChange={() => toggle(element)} />
            <span>{t(`element.${element}`)}</span>
          </label>
        ))}
      </div>
      {missing && (
        <p id="schedule-missing" className="field-error">
          {missing}
        </p>
      )}
    </fieldset>
  )
}
