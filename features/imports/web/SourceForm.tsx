import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { ImportSource, ImportSources } from '../sources/contract.ts'
import { changeOf, daysProblem, formOf } from './source-form.ts'
import { useSetSource } from './source-queries.ts'

type Props = { source: ImportSource; all: ImportSources; onDone: () => void; onCancel: () => void }

/** Who answers for a source, how often its files are expected, and from which folder they come. */
export function SourceForm({ source, all, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const [form, setForm] = useState(() => formOf(source, all.stewards))
  // What others saved meanwhile is not overwritten unseen: the version is that of the form's beginning.
  const [version] = useState(source.version)
  const [checked, setChecked] = useState(false)
  const save = useSetSource(source.id, onDone)
  const isWrong = daysProblem(form.days)
  const submit = () => {
    setChecked(true)
    if (!isWrong) save.mutate(changeOf(form, version))
  }
  return (
    <SubmitForm
      label={t('sources.changeOf', { name: source.name })}
      submit={t('sources.save')}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Field label={t('sources.owner')} hint={t('sources.ownerHint')}>
        {(describe) => (
          <select
            {...describe}
            value={form.ownerId}
            onChange={({ target }) => setForm({ ...form, ownerId: target.value })}
          >
            {all.stewards.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('sources.days')}
        hint={t('sources.daysHint')}
        error={checked && isWrong ? t('sources.daysWrong') : undefined}
      >
        {(describe) => (
          <input
            {...describe}
            inputMode="numeric"
            value={form.days}
            onChange={({ target }) => setForm({ ...form, days: target.value })}
          />
        )}
      </Field>
      <Field label={t('sources.folder')} hint={t('sources.folderHint')}>
        {(describe) => (
          <input
            {...describe}
            maxLength={63}
            autoCapitalize="none"
            spellCheck={false}
            value={form.folder}
            onChange={({ target }) => setForm({ ...form, folder: target.value })}
          />
        )}
      </Field>
      {form.folder.trim() !== '' && (
        <label className="source-choice">
          <input
            type="checkbox"
            checked={form.appliesItself}
            onChange={({ target }) => setForm({ ...form, appliesItself: target.checked })}
          />
          <span>{t('sources.applyUnasked')}</span>
        </label>
      )}
    </SubmitForm>
  )
}
