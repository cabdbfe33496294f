import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useHat } from '#web/use-hat.ts'
import type { Scope } from './home-query.ts'
import './ScopeSwitch.css'

type Props = { scope: Scope; size: number; onChoose: (scope: Scope) => void }

export const mayAssign = (role: string) => ['principal', 'coordinator', 'data_steward'].includes(role)

/** My caseload or the whole school. It narrows what is shown; what one may see stays the same. */
export function ScopeSwitch({ scope, size, onChoose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { role } = useHat()
  const words = { caseload: t('caseload.mine', { count: format.number(size) }), school: t('caseload.school') }
  if (size === 0 && !mayAssign(role)) return null
  return (
    <div className="scope-switch not-in-print">
      {size > 0 && (
        <fieldset className="fieldset scope-choices">
          <legend className="only-read-aloud">{t('caseload.whose')}</legend>
          {(['caseload', 'school'] as const).map((each) => (
            <label key={each} className="choice">
              <input type="radio" name="scope" checked={scope === each} onChange={() => onChoose(each)} />
              <span>{words[each]}</span>
            </label>
          ))}
        </fieldset>
      )}
      {size === 0 && role === 'coordinator' && <span className="soft">{t('caseload.noneYet')}</span>}
      {mayAssign(role) && <Link to="/app/caseloads">{t('caseload.whoHasWhom')}</Link>}
    </div>
  )
}
