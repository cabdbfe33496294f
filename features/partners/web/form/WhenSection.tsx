import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Field } from '#web/ui/Field.tsx'
import { dayNamed, weekdays } from '../hours-text.ts'
import { Choice, type PartProps, TickList } from './FormParts.tsx'
import { emptyHours, type HoursText } from './service-text.ts'

/** Days of the week with their times; what repeats otherwise is said in words. */
export function WhenSection(part: PartProps) {
  const { t } = useTranslation()
  const { text, change } = part
  const set = (at: number, hours: Partial<HoursText>) =>
    change({ hours: text.hours.map((each, i) => (i === at ? { ...each, ...hours } : each)) })
  return (
    <details className="form-more">
      <summary>{t('partners.service.when')}</summary>
      {text.hours.map((hours, i) => (
        <HoursFields
          key={i}
          hours={hours}
          set={(more) => set(i, more)}
          remove={() => change({ hours: text.hours.filter((_, at) => at !== i) })}
        />
      ))}
      <p>
        <ActionButton onClick={() => change({ hours: [...text.hours, emptyHours] })}>
          {t('partners.addHours')}
        </ActionButton>
      </p>
      <Choice
        {...part}
        name="isInSchoolTime"
        options={[
          ['', t('partners.notSaid')],
          ['no', t('partners.outOfSchool')],
          ['yes', t('partners.inSchool')],
        ]}
      />
    </details>
  )
}

type Props = { hours: HoursText; set: (part: Partial<HoursText>) => void; remove: () => void }

function HoursFields({ hours, set, remove }: Props) {
  const { t } = useTranslation()
  const { locale } = useCommunity()
  const times = ['startsAt', 'endsAt'] as const
  const days = ['validFrom', 'validTo'] as const
  return (
    <div className="form-group">
      {hours.otherRule && <p className="small soft">{t('partners.otherRule', { rule: hours.otherRule })}</p>}
      <TickList
        label={t('partners.service.days')}
        options={weekdays.map((day) => [day, dayNamed(day, locale)] as const)}
        value={hours.days}
        onChange={(chosen) => set({ days: weekdays.filter((day) => chosen.includes(day)) })}
      />
      <div className="field-row">
        {times.map((key) => (
          <Field key={key} label={t(`partners.service.${key}`)}>
            {(describe) => (
              <input
                {...describe}
                type="time"
                value={hours[key] ?? ''}
                onChange={({ target }) => set({ [key]: target.value.slice(0, 5) || null })}
              />
            )}
          </Field>
        ))}
        {days.map((key) => (
          <DateField
            key={key}
            label={t(`partners.service.${key}`)}
            value={hours[key] ?? ''}
            onDay={(day) => set({ [key]: day || null })}
          />
        ))}
      </div>
      <Field label={t('partners.service.hoursInWords')}>
        {(describe) => (
          <input
            {...describe}
            maxLength={1000}
            value={hours.description}
            onChange={({ target }) => set({ description: target.value })}
          />
        )}
      </Field>
      <ActionButton kind="quiet" onClick={remove}>
        {t('partners.removeHours')}
      </ActionButton>
    </div>
  )
}
