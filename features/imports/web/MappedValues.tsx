import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import { aboutValue } from '../mapped/mapping.ts'
import type { ColumnProps } from './MappedColumn.tsx'
import { MeaningSelect } from './MeaningSelect.tsx'
import { UnsureYes } from './UnsureYes.tsx'
import { useMappingWords } from './use-mapping-words.ts'

/** What each value of a coded column means. Those that nobody knows stand open, the others can be looked at. */
export function MappedValues({ header, mapping, onChange, field }: ColumnProps & { field: string }) {
  const { t } = useTranslation()
  const words = useMappingWords()
  const values = Object.entries(mapping.values[header] ?? {})
  if (values.length === 0) return null
  const isOpen = values.some(([value]) => mapping.unsure.includes(aboutValue(header, value)))
  const choose = (value: string, meaning: string) =>
    onChange({
      ...mapping,
      values: { ...mapping.values, [header]: { ...mapping.values[header], [value]: meaning } },
      unsure: mapping.unsure.filter((about) => about !== aboutValue(header, value)),
    })
  return (
    <details open={isOpen || undefined}>
      <summary>{t('mapping.values', { header })}</summary>
      {values.map(([value, meaning]) => (
        <div key={value}>
          <Field label={t('mapping.meaningOf', { value, header, file: mapping.file })}>
            {(describe) => (
              <MeaningSelect
                {...describe}
                field={field}
                none={words.meaning('')}
                value={meaning}
                onMeaning={(chosen) => choose(value, chosen)}
              />
            )}
          </Field>
          <UnsureYes
            mapping={mapping}
            about={aboutValue(header, value)}
            what={`${value}: ${words.meaning(meaning)}`}
            onChange={onChange}
          />
        </div>
      ))}
    </details>
  )
}
