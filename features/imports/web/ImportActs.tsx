import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { ImportDetail } from '../contract.ts'

type Act = 'application' | 'checking' | 'undoing' | 'discarding'

function actsFor({ state, mayUndo }: ImportDetail): Act[] {
  if (state === 'checked') return ['application', 'checking', 'discarding']
  if (state === 'needs_mapping') return ['discarding']
  if (state === 'needs_answer' || state === 'failed') return ['checking', 'discarding']
  return mayUndo ? ['undoing'] : []
}

/** Apply, check once more, undo or discard. Undoing and discarding are asked about first. */
export function ImportActs({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [asked, setAsked] = useState<Act | null>(null)
  const act = useMutation({
    mutationFn: (which: Act) => api.post(`${path}/imports/${detail.id}/${which}`),
    onSuccess: (_answer, which) => announce(t(`imports.started.${which}`)),
    onSettled: () => client.invalidateQueries(),
  })
  const acts = actsFor(detail)
  if (acts.length === 0) return null
  const choose = (which: Act) => (which === 'application' || which === 'checking' ? act.mutate(which) : setAsked(which))
  const confirm = () => {
    if (asked !== null) act.mutate(asked)
    setAsked(null)
  }
  return (
    <div className="import-acts not-in-print">
      <div className="form-actions">
        {acts.map((which) => (
          <ActionButton
            key={which}
            kind={which === 'application' ? 'main' : which === 'undoing' ? 'grave' : 'plain'}
            aria-busy={act.isPending}
            onClick={() => !act.isPending && choose(which)}
          >
            {t(`imports.act.${which}`)}
          </ActionButton>
        ))}
      </div>
      {act.error && <ProblemNotice problem={act.error} />}
      {(['undoing', 'discarding'] as const).map((which) => (
        <ConfirmDialog
          key={which}
          open={asked === which}
          title={t(`imports.ask.${which}`)}
          confirm={t(`imports.act.${which}`)}
          grave
          onConfirm={confirm}
          onCancel={() => setAsked(null)}
        >
          <p>{t(`imports.askText.${which}`)}</p>
        </ConfirmDialog>
      ))}
    </div>
  )
}
