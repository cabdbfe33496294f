import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { ImportSource } from '../sources/contract.ts'
import { useImportState } from './use-import-state.ts'

/** What is known of a source, and what is wrong with it in words, not in color alone. */
export function SourceFacts({ source }: { source: ImportSource }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { daysOverdue, expectedEveryDays, lastAppliedAt, ownerName, isOwnerSteward } = source
  const rhythm =
    expectedEveryDays === null ? t('sources.notExpected') : t('sources.everyDays', { count: expectedEveryDays })
  const owner = isOwnerSteward ? ownerName : t('sources.ownerGone', { name: ownerName ?? t('sources.nobody') })
  return (
    <>
      {daysOverdue > 0 && <p className="notice notice-problem">{t('sources.overdue', { count: daysOverdue })}</p>}
      <dl className="source-facts">
        <Fact term={t('sources.owner')}>{owner}</Fact>
        <Fact term={t('sources.rhythm')}>{rhythm}</Fact>
        <Fact term={t('sources.applied')}>{lastAppliedAt ? format.moment(lastAppliedAt) : t('sources.never')}</Fact>
        <Fact term={t('sources.last')}>
          <LastImport source={source} />
        </Fact>
        <Fact term={t('sources.folder')}>
          <Folder source={source} />
        </Fact>
      </dl>
    </>
  )
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
)

function LastImport({ source }: { source: ImportSource }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stateWord = useImportState()
  const { lastImportId, lastImportAt, lastImportState, lastWaitsFor } = source
  if (!lastImportId || !lastImportAt || !lastImportState) return t('sources.never')
  const isWaiting = lastWaitsFor && (lastImportState === 'checked' || lastImportState === 'needs_answer')
  return (
    <>
      <Link to="/app/imports/$id" params={{ id: lastImportId }}>
        {format.moment(lastImportAt)}
      </Link>
      {' · '}
      {isWaiting ? t(`sources.waits.${lastWaitsFor as 'steward'}`) : stateWord(lastImportState)}
    </>
  )
}

function Folder({ source }: { source: ImportSource }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { watchFolder, appliesItself, watchSaid, watchLookedAt } = source
  if (!watchFolder) return t('sources.noFolder')
  return (
    <>
      <code>{watchFolder}</code>
      {' · '}
      {t(appliesItself ? 'sources.appliesItself' : 'sources.waitsForYou')}
      {watchSaid && watchLookedAt && (
        <div className="small">
          {format.moment(watchLookedAt)}: {t(`sources.said.${watchSaid as 'empty'}`)}
        </div>
      )}
    </>
  )
}
