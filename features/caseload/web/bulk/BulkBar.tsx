import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { AssignMany } from './AssignMany.tsx'
import { NoteMany } from './NoteMany.tsx'
import { RemindMany } from './RemindMany.tsx'
import { type BulkKind, useBulk, useBulkOffer } from './use-bulk.ts'
import type { Selection } from './use-selection.ts'
import './Bulk.css'

const kinds = ['note', 'remind', 'assign'] as const

/** What can be done for the chosen students at once, and what was just done, which can be undone. */
export function BulkBar({ selection, shown }: { selection: Selection; shown: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [kind, setKind] = useState<BulkKind | null>(null)
  const offer = useBulkOffer()
  const { act, undo, done } = useBulk(() => {
    setKind(null)
    selection.all(false)
  })
  const { chosen } = selection
  const reasons = {
    remind: undefined,
    note: offer.data?.mayWriteNotes === false ? t('bulk.noNotes') : undefined,
    assign: offer.data?.coordinators.length === 0 ? t('bulk.noCoordinators') : undefined,
  }
  const many = {
    students: chosen,
    waiting: act.isPending,
    problem: act.error,
    onAct: act.mutate,
    onCancel: () => {
      act.reset()
      setKind(null)
    },
  }
  const number = { count: chosen.length, number: format.number(chosen.length) }
  return (
    <section className="bulk-bar not-in-print" aria-label={t('bulk.label')}>
      <label className="choice">
        <input
          type="checkbox"
          checked={chosen.length === shown}
          ref={(box) => {
            if (box) box.indeterminate = chosen.length > 0 && chosen.length < shown
          }}
          onChange={({ target }) => selection.all(target.checked)}
        />
        <span>{t('bulk.all', { count: shown, number: format.number(shown) })}</span>
      </label>
      <span role="status" className="soft">
        {chosen.length === 0 ? t('bulk.none') : t('bulk.chosen', number)}
      </span>
      {chosen.length > 0 && (
        <div className="form-actions">
          {kinds.map((each) => (
            <ActionButton
              key={each}
              aria-expanded={kind === each}
              disabledReason={reasons[each]}
              onClick={() => setKind(each)}
            >
              {t(`bulk.act.${each}`)}
            </ActionButton>
          ))}
        </div>
      )}
      {chosen.length > 0 && kind && (
        <div className="card bulk-form" key={kind}>
          {kind === 'note' && <NoteMany {...many} />}
          {kind === 'remind' && <RemindMany {...many} />}
          {kind === 'assign' && <AssignMany {...many} coordinators={offer.data?.coordinators ?? []} />}
        </div>
      )}
      {done && (
        <div className="notice bulk-done">
          <p role="status">
            {t(`bulk.done.${done.kind}`, { count: done.changed, number: format.number(done.changed) })}
          </p>
          <ActionButton onClick={() => undo.mutate(done)} aria-busy={undo.isPending}>
            {t('bulk.undo')}
          </ActionButton>
        </div>
      )}
      {undo.error && <ProblemNotice problem={undo.error} />}
    </section>
  )
}
