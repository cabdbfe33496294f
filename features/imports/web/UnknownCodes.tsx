import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import type { ImportDetail } from '../contract.ts'
import { unknownCodesQuery } from './code-queries.ts'

const shown = 5

/** Which codes of this import nobody has explained, and where to. */
export function UnknownCodes({ detail: { id, state, problemCounts } }: { detail: ImportDetail }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const mayHaveSome = problemCounts.error + problemCounts.warning > 0
  const { data = [] } = useQuery({ ...unknownCodesQuery(path, id, state), enabled: mayHaveSome })
  if (data.length === 0) return null
  const codes = data.slice(0, shown).map(({ code }) => code)
  if (data.length > shown) codes.push(t('codes.andMore'))
  return (
    <div className="notice import-part">
      <p>{t('codes.unknownIn', { count: data.length, codes: codes.join(', ') })}</p>
      <p>
        <Link to="/app/imports/codes" search={{ import: id }}>
          {t('codes.say')}
        </Link>
      </p>
    </div>
  )
}
