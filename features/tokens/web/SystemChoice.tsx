import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import { systemPlacesQuery } from './tokens-query.ts'
import type { PartProps } from './TokenForm.tsx'

const mine = 'mine'
const district = 'district'

/** For a data steward: is the token one's own, or a system's, of the whole district or of one school? */
export function SystemChoice({ text, change, community }: PartProps & { community: string }) {
  const { t } = useTranslation()
  const places = useQuery(systemPlacesQuery(community))
  const value = text.system === null ? mine : text.system || district
  const choose = (chosen: string) => change({ system: chosen === mine ? null : chosen === district ? '' : chosen })
  return (
    <Field label={t('tokens.forWhom')} hint={t('tokens.systemHint')}>
      {(describe) => (
        <select {...describe} value={value} onChange={({ target }) => choose(target.value)}>
          <option value={mine}>{t('tokens.forMe')}</option>
          <option value={district}>{t('tokens.forDistrict')}</option>
          {(places.data ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {t('tokens.forSchool', { name })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
