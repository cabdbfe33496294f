import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import { dayOrders } from '../mapped/days.ts'
import { fields } from '../mapped/fields.ts'
import type { FileLook } from '../mapped/look.ts'
import { aboutBelow, aboutColumn, aboutDays, type FileMapping } from '../mapped/mapping.ts'
import { isCoded } from '../mapped/meanings.ts'
import type { ReasonTold } from './MappedFile.tsx'
import { MappedValues } from './MappedValues.tsx'
import { fieldsFor, withField } from './mapping-changes.ts'
import { UnsureYes } from './UnsureYes.tsx'
import { useMappingWords } from './use-mapping-words.ts'

export type ColumnProps = {
  header: string
  mapping: FileMapping
  look: FileLook
  reasons: readonly ReasonTold[]
  onChange: (mapping: FileMapping) => void
}

/** One column: its first values, what it is, why, how its days are written and what its values mean. */
export function MappedColumn(props: ColumnProps) {
  const { t } = useTranslation()
  const words = useMappingWords()
  const { header, mapping, look, reasons, onChange } = props
  const { file } = mapping
  const field = mapping.columns[header] ?? ''
  const samples = look.samples
    .map((row) => row[look.headers.indexOf(header)] ?? '')
    .filter(Boolean)
    .slice(0, 3)
  const why = reasons.find(({ about }) => about === aboutColumn(header))
  return (
    <div className="mapped-column">
      <div>
        <strong>{header}</strong>
        <p className="soft mapped-samples">{samples.join(' · ')}</p>
      </div>
      <div>
        <Field label={t('mapping.fieldOf', { header, file })} hint={why && words.reason(why as never)}>
          {(describe) => (
            <select
              {...describe}
              value={field}
              onChange={({ target }) => onChange(withField(mapping, header, target.value))}
            >
              <option value="">{t('mapping.notUsed')}</option>
              {fieldsFor(mapping, header).map((each) => (
                <option key={each} value={each}>
                  {words.field(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <UnsureYes
          mapping={mapping}
          about={aboutColumn(header)}
          what={`${header}: ${words.field(field)}`}
          onChange={onChange}
        />
        {fields[field]?.shape === 'day' && <DayOrderChoice {...props} />}
        {field && isCoded(field) && <MappedValues {...props} field={field} />}
        {mapping.below.includes(header) && (
          <UnsureYes
            mapping={mapping}
            about={aboutBelow(header)}
            what={t('mapping.below', { header })}
            onChange={onChange}
          />
        )}
      </div>
    </div>
  )
}

function DayOrderChoice({ header, mapping, onChange, reasons }: ColumnProps) {
  const { t } = useTranslation()
  const words = useMappingWords()
  const why = reasons.find(({ about }) => about === aboutDays(header))
  const order = mapping.days[header] ?? ''
  const settled = mapping.unsure.filter((about) => about !== aboutDays(header))
  return (
    <>
      <Field label={t('mapping.daysOf', { header, file: mapping.file })} hint={why && words.reason(why as never)}>
        {(describe) => (
          <select
            {...describe}
            value={order}
            onChange={({ target }) =>
              onChange({ ...mapping, days: { ...mapping.days, [header]: target.value }, unsure: settled })
            }
          >
            {dayOrders.map((each) => (
              <option key={each} value={each}>
                {words.order(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <UnsureYes
        mapping={mapping}
        about={aboutDays(header)}
        what={`${header}: ${words.order(order)}`}
        onChange={onChange}
      />
    </>
  )
}
