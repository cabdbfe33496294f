import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '#web/problem.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { PresetVersion } from '../contract.ts'
import { faultsOf } from '../preset-bounds.ts'
import { keptDrafts, type Draft } from './preset-draft.ts'
import { presetsQuery, usePreview, useSavePreset } from './preset-queries.ts'
import { PresetForm } from './PresetForm.tsx'
import { PreviewTable } from './PreviewTable.tsx'

const isStale = (error: unknown) => error instanceof ProblemError && error.code === 'preset_changed'

/** The form, the preview and the saving of one version. What is entered stays in this browser until it is saved. */
export function PresetEditor({ base }: { base: PresetVersion }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useDraft(base)
  const saving = useSaving(base, draft)
  const preview = usePreview()
  const faults = faultsOf(draft.rules, draft.title)
  const reason = faults.length > 0 ? t('presets.faults', { count: faults.length }) : undefined
  const change = (next: Draft) => {
    setDraft(next)
    preview.reset()
  }
  return (
    <form
      className="preset-editor"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      aria-label={t('presets.form')}
    >
      <p>{t(base.isOwn ? 'presets.changeText' : 'presets.copyText')}</p>
      <PresetForm draft={draft} faults={faults} onChange={change} />
      <div className="form-actions">
        <ActionButton
          aria-busy={preview.isPending}
          disabledReason={reason}
          onClick={() => !preview.isPending && preview.mutate(draft.rules)}
        >
          {t(preview.isPending ? 'presets.counting' : 'presets.tryOut')}
        </ActionButton>
        <ActionButton
          kind="main"
          aria-busy={saving.isPending}
          disabledReason={reason}
          onClick={() => saving.save(base.id)}
        >
          {base.isOwn ? t('presets.saveVersion', { version: base.version + 1 }) : t('presets.saveCopy')}
        </ActionButton>
      </div>
      {preview.error && <ProblemNotice problem={preview.error} />}
      {saving.error && <ProblemNotice problem={saving.error} />}
      {isStale(saving.error) && (
        <ActionButton onClick={() => void saving.saveOnTop()}>{t('presets.saveOnTop')}</ActionButton>
      )}
      {preview.data && <PreviewTable preview={preview.data} />}
    </form>
  )
}

function useDraft(base: PresetVersion) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft>(
    () =>
      keptDrafts.read(base.id) ?? {
        title: base.isOwn ? base.title : t('presets.copyOf', { title: base.title }),
        rules: base.rules,
      },
  )
  const change = (next: Draft) => {
    setDraft(next)
    keptDrafts.write(base.id, next)
  }
  return [draft, change] as const
}

function useSaving(base: PresetVersion, draft: Draft) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = useSavePreset(() => {
    keptDrafts.write(base.id, null)
    announce(t('presets.saved', { title: draft.title }))
    void navigate({ to: '/app/presets' })
  })
  const send = (onto: string) => !save.isPending && save.mutate({ base: onto, ...draft, isCopy: !base.isOwn })
  const saveOnTop = async () => {
    const all = await client.fetchQuery({ ...presetsQuery(path), staleTime: 0 })
    send(all.find(({ name, isLatest }) => name === base.name && isLatest)?.id ?? base.id)
  }
  return { isPending: save.isPending, error: save.error, save: send, saveOnTop }
}
