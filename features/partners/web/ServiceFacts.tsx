import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import type { Service } from '../contract.ts'
import { hoursText } from './hours-text.ts'
import { useGradeWords } from './use-grade-words.ts'

type Props = {
  service: Service
  /** How many places are left, where the reader may know. */
  open?: number | null | undefined
}

/** What a listing says: in one line what decides, below it what else there is to know. */
export function ServiceFacts({ service, open }: Props) {
  const { t } = useTranslation()
  const { locale } = useCommunity()
  const forWhom = useForWhom(service)
  const places = usePlaces(service, open)
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  const languages = service.languages.map((language) => names.of(language) ?? language)
  const facts = [
    ...service.needDomains.map((domain) => t(`record.domain.${domain}` as 'record.domain.health')),
    ...forWhom,
    ...service.schedules.map((schedule) => hoursText(schedule, locale)),
    languages.length > 0 && new Intl.ListFormat(locale).format(languages),
    service.cost !== 'unknown' && t(`partners.costs.${service.cost}` as 'partners.costs.free'),
    places,
    ...service.locations.map(({ name, city }) => [name, city].filter(Boolean).join(', ')),
  ]
  return (
    <>
      <strong>{service.name}</strong>
      {service.status !== 'active' && (
        <span className="standing">
          {t(`partners.serviceStatus.${service.status}` as 'partners.serviceStatus.inactive')}
        </span>
      )}
      {service.description && <p>{service.description}</p>}
      <p className="small soft">{facts.filter(Boolean).join(' · ')}</p>
      {service.evidenceTier !== null && (
        <p className="small soft">
          {t('partners.evidence', { tier: service.evidenceTier, citation: service.evidenceCitation })}
        </p>
      )}
      {service.documents.length > 0 && (
        <p className="small soft">
          {t('partners.bring', { list: new Intl.ListFormat(locale).format(service.documents) })}
        </p>
      )}
      {!service.isPublic && <p className="small soft">{t('partners.notPublic')}</p>}
    </>
  )
}

function useForWhom({ gradeLevels, minAge, maxAge, eligibility }: Service) {
  const { t } = useTranslation()
  const format = useFormat()
  const { gradeRange } = useGradeWords()
  const [min, max] = [minAge, maxAge].map((age) => (age === null ? null : format.number(age)))
  const ages =
    min && max
      ? t('service.ages', { min, max })
      : min
        ? t('service.agesFrom', { min })
        : max && t('service.agesTo', { max })
  return [gradeLevels && t('service.grades', { grades: gradeRange(gradeLevels) }), ages, eligibility]
}

function usePlaces({ capacity, isAccepting }: Service, open: number | null | undefined) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = isAccepting === null ? '' : t(isAccepting ? 'partners.accepting' : 'partners.full')
  if (capacity === null) return said
  if (open === undefined || open === null)
    return [t('service.places', { count: capacity, number: format.number(capacity) }), said].filter(Boolean).join(', ')
  return t('service.openPlaces', { count: open, number: format.number(open), capacity: format.number(capacity) })
}
