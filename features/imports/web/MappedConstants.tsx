import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import { fields } from '../mapped/fields.ts'
import { aboutConstant, type Fault, type FileMapping } from '../mapped/mapping.ts'
import { isCoded } from '../mapped/meanings.ts'
import { MeaningSelect } from './MeaningSelect.tsx'
import { withConstant } from './mapping-changes.ts'
import { UnsureYes } from './UnsureYes.tsx'
import { useMappingWords } from './use-mapping-words.ts'

type Props = { mapping: FileMapping; faults: readonly Fault[]; onChange: (mapping: FileMapping) => void }

/** What no column says and holds for every row: the test, the term, the first day of school. */
export function MappedConstants({ mapping, faults, onChange }: Props) {
  const { t } = useTranslation()
  const missing = faults.flatMap(({ about, code }) => (code === 'missing' ? [about.replace('constant ', '')] : []))
  const shown = [...new Set([...Object.keys(mapping.constants), ...missing])]
  if (shown.length === 0) return null
  return (
    <fieldset className="fieldset">
      <legend>{t('mapping.constants', { file: mapping.file })}</legend>
      <p className="small soft">{t('mapping.constantsHint')}</p>
      {shown.map((field) => (
        <ConstantField
          key={field}
          field={field}
          mapping={mapping}
          isMissing={missing.includes(field)}
          onChange={onChange}
        />
      ))}
    </fieldset>
  )
}

type FieldProps = Omit<Props, 'faults'> & { field: string; isMissing: boolean }

function ConstantField({ field, mapping, isMissing, onChange }: FieldProps) {
  const { t } = useTranslation()
  const words = useMappingWords()
  const value = mapping.constants[field] ?? ''
  const set = (said: string) => onChange(withConstant(mapping, field, said))
  const isDay = fields[field]?.shape === 'day'
  return (
    <>
      <Field
        label={t('mapping.constantOf', { field: words.field(field), file: mapping.file })}
        hint={isDay ? t('mapping.dayHint') : undefined}
        error={isMissing ? t('mapping.fault.missing') : undefined}
      >
        {(describe) =>
          isCoded(field) ? (
            <MeaningSelect {...describe} field={field} none={t('mapping.choose')} value={value} onMeaning={set} />
          ) : (
            <input {...describe} value={value} maxLength={200} onChange={({ target }) => set(target.value)} />
          )
        }
      </Field>
      <UnsureYes
        mapping={mapping}
        about={aboutConstant(field)}
        what={`${words.field(field)}: ${words.meaning(value)}`}
        onChange={onChange}
      />
    </>
  )
}
