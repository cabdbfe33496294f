import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { PresetVersion } from '../contract.ts'
import { useChoosePreset } from './preset-queries.ts'
import { RuleSentences } from './RuleSentences.tsx'

type Props = { preset: PresetVersion; older: readonly PresetVersion[]; chosenId: string | null; mayChange: boolean }

/** One preset: its source, its rules, its versions, and what the data steward can do with it. */
export function PresetCard({ preset, older, chosenId, mayChange }: Props) {
  const { t } = useTranslation()
  const { title, version, citation, isOwn, isChosen, rules } = preset
  return (
    <article className="card preset-card" aria-label={t('presets.named', { title, version })}>
      <h2>
        {title} <span className="soft">{t('presets.version', { version })}</span>
      </h2>
      {isChosen && <p className="preset-chosen">✓ {t('presets.isChosen')}</p>}
      <p className="small soft">{t(isOwn ? 'presets.adapted' : 'presets.cited', { citation })}</p>
      <Standing preset={preset} />
      <details>
        <summary>{t('presets.rules')}</summary>
        <RuleSentences rules={rules} />
      </details>
      {older.length > 0 && (
        <details>
          <summary>{t('presets.older', { count: older.length })}</summary>
          {older.map((each) => (
            <div key={each.id}>
              <h3>{t('presets.version', { version: each.version })}</h3>
              {each.isChosen && <p className="preset-chosen">✓ {t('presets.isChosen')}</p>}
              <Standing preset={each} />
              <RuleSentences rules={each.rules} />
            </div>
          ))}
        </details>
      )}
      {mayChange && <PresetActs preset={preset} chosenId={chosenId} />}
    </article>
  )
}

function Standing({ preset: { createdBy, createdAt, flags } }: { preset: PresetVersion }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <p className="small">
      {createdBy && `${t('presets.savedBy', { person: createdBy, when: format.moment(createdAt) })} `}
      {t('presets.flagsOfIt', { count: flags, number: format.number(flags) })}
    </p>
  )
}

function PresetActs({ preset, chosenId }: { preset: PresetVersion; chosenId: string | null }) {
  const { t } = useTranslation()
  const choose = useChoosePreset()
  const { id, title, version, isOwn, isChosen } = preset
  return (
    <>
      <div className="form-actions">
        <Link className="button" to="/app/presets/$id" params={{ id }} aria-label={t('presets.openNamed', { title })}>
          {t(isOwn ? 'presets.change' : 'presets.copy')}
        </Link>
        <ActionButton
          kind="main"
          aria-label={t('presets.chooseNamed', { title, version })}
          aria-busy={choose.isPending}
          disabledReason={isChosen ? t('presets.chosenAlready') : undefined}
          onClick={() => !choose.isPending && choose.mutate({ id, insteadOf: chosenId })}
        >
          {t('presets.choose')}
        </ActionButton>
      </div>
      {choose.error && <ProblemNotice problem={choose.error} />}
    </>
  )
}
