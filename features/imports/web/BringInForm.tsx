import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import type { Made } from '#features/people/contract.ts'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { DropPlace } from './DropPlace.tsx'
import type { ChosenFile } from './files-of-drop.ts'

/** A dry run first: nothing changes before the steward has seen what would. */
export function BringInForm({ sources }: { sources: readonly string[] }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const go = useNavigate()
  const client = useQueryClient()
  const listId = useId()
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [typed, setTyped] = useState<string | null>(null)
  const [checked, setChecked] = useState(false)
  const source = typed ?? sources[0] ?? ''
  const send = useMutation({
    mutationFn: () => api.post<Static<typeof Made>>(`${path}/imports`, formOf(source.trim(), files)),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['imports'] })
      return go({ to: '/app/imports/$id', params: { id } })
    },
  })
  const submit = () => {
    setChecked(true)
    if (files.length > 0 && source.trim() !== '') send.mutate()
  }
  return (
    <div className="card">
      <h2>{t('imports.bringIn')}</h2>
      <p>{t('imports.bringInText')}</p>
      <SubmitForm
        label={t('imports.bringIn')}
        submit={t('imports.look')}
        waiting={send.isPending}
        problem={send.error}
        onSubmit={submit}
      >
        <DropPlace files={files} onChoose={setFiles} />
        {checked && files.length === 0 && <p className="field-error">{t('imports.filesMissing')}</p>}
        <Field
          label={t('imports.source')}
          hint={t('imports.sourceHint')}
          error={checked && !source.trim() ? t('imports.sourceMissing') : undefined}
        >
          {(describe) => (
            <>
              <input
                {...describe}
                list={listId}
                maxLength={100}
                value={source}
                onChange={({ target }) => setTyped(target.value)}
              />
              <datalist id={listId}>
                {sources.map((known) => (
                  <option key={known} value={known} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        {send.isPending && <p role="status">{t('imports.sending', { count: files.length })}</p>}
      </SubmitForm>
    </div>
  )
}

/** The name goes before the files: the server reads the parts in order, as they come. */
function formOf(sourceName: string, files: readonly ChosenFile[]): FormData {
  const form = new FormData()
  form.append('sourceName', sourceName)
  for (const { name, file } of files) form.append('files', file, name)
  return form
}
