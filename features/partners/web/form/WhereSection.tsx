import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import { emptyPlace, type PlaceText } from './service-text.ts'
import { Line, type PartProps, Tick } from './FormParts.tsx'

const lines = ['name', 'address1', 'city', 'region', 'postalCode'] as const

/** Where, and how to get in touch. A place that is listed already keeps its address; another one is added. */
export function WhereSection(part: PartProps) {
  const { t } = useTranslation()
  const { text, change } = part
  const set = (at: number, place: Partial<PlaceText>) =>
    change({ places: text.places.map((each, i) => (i === at ? { ...each, ...place } : each)) })
  return (
    <details className="form-more">
      <summary>{t('partners.service.where')}</summary>
      {text.places.map((place, i) => (
        <div key={place.id ?? i} className="form-group">
          {place.id ? (
            <p>{[place.name, place.address1, place.city].filter(Boolean).join(', ')}</p>
          ) : (
            <PlaceFields place={place} set={(more) => set(i, more)} />
          )}
          <ActionButton
            kind="quiet"
            aria-label={t('partners.removePlaceNamed', { name: place.name })}
            onClick={() => change({ places: text.places.filter((_, at) => at !== i) })}
          >
            {t('partners.removePlace')}
          </ActionButton>
        </div>
      ))}
      <p>
        <ActionButton onClick={() => change({ places: [...text.places, emptyPlace] })}>
          {t('partners.addPlace')}
        </ActionButton>
      </p>
      <Line {...part} name="contactName" />
      <div className="field-row">
        <Line {...part} name="phone" inputMode="tel" />
        <Line {...part} name="email" inputMode="email" />
      </div>
      <Line {...part} name="url" inputMode="url" maxLength={500} />
      <Line {...part} name="application" maxLength={2000} />
      <Tick
        label={t('partners.service.isPublic')}
        checked={text.isPublic}
        onChange={(isPublic) => change({ isPublic })}
      />
      <Tick
        label={t('partners.service.isConfidential')}
        checked={text.isConfidential}
        onChange={(isConfidential) => change({ isConfidential })}
      />
    </details>
  )
}

function PlaceFields({ place, set }: { place: PlaceText; set: (part: Partial<PlaceText>) => void }) {
  const { t } = useTranslation()
  return (
    <div className="field-row">
      {lines.map((key) => (
        <Field key={key} label={t(`partners.place.${key}`)}>
          {(describe) => (
            <input
              {...describe}
              maxLength={200}
              value={place[key]}
              onChange={({ target }) => set({ [key]: target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
