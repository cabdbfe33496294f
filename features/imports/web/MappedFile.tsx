import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { Field } from '#web/ui/Field.tsx'
import type { FileLook } from '../mapped/look.ts'
import { aboutKind, type Fault, type FileMapping } from '../mapped/mapping.ts'
import { rowKindNames } from '../mapped/row-kinds.ts'
import type { HeaderChange } from '../mapped/remembered.ts'
import { isColumnNoticed } from './mapping-changes.ts'
import { MappedColumn } from './MappedColumn.tsx'
import { MappedConstants } from './MappedConstants.tsx'
import { UnsureYes } from './UnsureYes.tsx'
import { useMappingWords } from './use-mapping-words.ts'

export type ReasonTold = { about: string; code: string; isSure: boolean; with: Record<string, string> }
type Props = {
  mapping: FileMapping
  look: FileLook
  reasons: readonly ReasonTold[]
  change: HeaderChange | undefined
  faults: readonly Fault[]
  onChange: (mapping: FileMapping) => void
}

/** One file: what a row of it is, its columns that count, those that do not, and what holds for all rows. */
export function MappedFile(props: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { mapping, look, change } = props
  const noticed = mapping.headers.filter((header) => isColumnNoticed(mapping, header))
  const unused = mapping.headers.filter((header) => !noticed.includes(header))
  const columns = (headers: readonly string[]) =>
    headers.map((header) => <MappedColumn key={header} header={header} {...props} />)
  return (
    <section className="card import-part mapped-file" aria-label={mapping.file}>
      <h2>{mapping.file}</h2>
      <p className="soft">
        {t('mapping.rows', { count: look.rows, number: format.number(look.rows) })}{' '}
        {look.secrets.length > 0 && t('mapping.secrets', { list: look.secrets.join(', ') })}
      </p>
      {change && <ChangedHeaders {...change} />}
      <KindChoice {...props} />
      {mapping.holds !== 'nothing' && (
        <>
          <MappedConstants {...props} />
          {columns(noticed)}
          {unused.length > 0 && (
            <details>
              <summary>{t('mapping.unused', { count: unused.length })}</summary>
              {columns(unused)}
            </details>
          )}
          <label className="choice">
            <input
              type="checkbox"
              checked={mapping.isWhole}
              onChange={({ target }) => props.onChange({ ...mapping, isWhole: target.checked })}
            />
            <span>{t('mapping.isWhole', { file: mapping.file })}</span>
          </label>
        </>
      )}
    </section>
  )
}

function KindChoice({ mapping, reasons, onChange }: Props) {
  const { t } = useTranslation()
  const words = useMappingWords()
  const why = reasons.find(({ about }) => about === aboutKind)
  const choose = (holds: string) => onChange({ ...mapping, holds, columns: {}, constants: {}, below: [], unsure: [] })
  return (
    <>
      <Field label={t('mapping.holds', { file: mapping.file })} hint={why && words.reason(why as never)}>
        {(describe) => (
          <select {...describe} value={mapping.holds} onChange={({ target }) => choose(target.value)}>
            {[...rowKindNames, 'nothing'].map((kind) => (
              <option key={kind} value={kind}>
                {words.kind(kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <UnsureYes
        mapping={mapping}
        about={aboutKind}
        what={`${mapping.file}: ${words.kind(mapping.holds)}`}
        onChange={onChange}
      />
    </>
  )
}

function ChangedHeaders({ file, added, gone }: HeaderChange) {
  const { t } = useTranslation()
  return (
    <p className="notice">
      {t('mapping.changed', { file })} {added.length > 0 && t('mapping.added', { list: added.join(', ') })}{' '}
      {gone.length > 0 && t('mapping.gone', { list: gone.join(', ') })}
    </p>
  )
}
