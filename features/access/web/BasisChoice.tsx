import { useTranslation } from 'react-i18next'
import type { PartProps } from './AgreementForm.tsx'

export function BasisChoice({ text, change, lacks }: PartProps) {
  const { t } = useTranslation()
  const missing = lacks('basis')
  return (
    <fieldset className="fieldset" aria-describedby={missing ? 'basis-missing' : undefined}>
      <legend>{t('agreements.basis')}</legend>
      {(['consent', 'school_official', 'directory_information'] as const).map((basis) => (
        <label key={basis} className="choice">
          <input type="radio" name="basis" checked={text.basis === basis} onChange={() => change({ basis })} />
          <span>
            {t(`basis.${basis}`)}
            <span className="small soft choice-facts">{t(`basisHint.${basis}`)}</span>
          </span>
        </label>
      ))}
      {missing && (
        <p id="basis-missing" className="field-error">
          {missing}
        </p>
      )}
    </fieldset>
  )
}
