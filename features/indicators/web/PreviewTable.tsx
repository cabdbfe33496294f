import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Preview } from '../contract.ts'
import { indicators } from '../preset-rules.ts'
import { previewRows, totalOf, type Figure, type PreviewRow } from './preview-rows.ts'

const kinds = ['caution', 'concern', 'unknown'] as const

/** Whom the rules would flag, school by school, with the change against the present ones. Nothing of it is stored. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  const rows = previewRows(preview)
  const total = totalOf(rows)
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">{t('presets.preview')}</h2>
      <p role="status">
        {t('presets.previewText', { flagged: total.flagged.then, students: total.students, before: total.flagged.now })}
      </p>
      <p className="small soft">{t('presets.unknownText')}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className="preview-table" role="region" aria-labelledby="preview-title" tabIndex={0}>
        <table>
          <PreviewHead />
          <tbody>
            {rows.map((row, place) => (
              <SchoolRow key={place} row={row} name={row.schoolName ?? t('presets.noSchool')} />
            ))}
          </tbody>
          <tfoot>
            <SchoolRow row={total} name={t('presets.allSchools')} />
          </tfoot>
        </table>
      </div>
    </section>
  )
}

function PreviewHead() {
  const { t } = useTranslation()
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('presets.school')}
        </th>
        <th scope="col" rowSpan={2} className="numeric">
          {t('presets.students')}
        </th>
        <th scope="col" rowSpan={2} className="numeric">
          {t('presets.flagged')}
        </th>
        {indicators.map((indicator) => (
          <th key={indicator} scope="colgroup" colSpan={kinds.length}>
            {t(`indicator.${indicator}`)}
          </th>
        ))}
      </tr>
      <tr>
        {indicators.flatMap((indicator) =>
          kinds.map((kind) => (
            <th key={`${indicator} ${kind}`} scope="col" className="numeric">
              {t(`presets.kind.${kind}`)}
            </th>
          )),
        )}
      </tr>
    </thead>
  )
}

function SchoolRow({ row, name }: { row: PreviewRow; name: string }) {
  const format = useFormat()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="numeric">{format.number(row.students)}</td>
      <FigureCell figure={row.flagged} />
      {indicators.flatMap((indicator) =>
        kinds.map((kind) => <FigureCell key={`${indicator} ${kind}`} figure={row.indicators[indicator][kind]} />),
      )}
    </tr>
  )
}

function FigureCell({ figure: { now, then } }: { figure: Figure }) {
  const { t } = useTranslation()
  const format = useFormat()
  const change = then - now
  return (
    <td className="numeric">
      {format.number(then)}
      {change !== 0 && (
        <span className="small soft">
          {' '}
          {t(change > 0 ? 'presets.more' : 'presets.fewer', { number: format.number(Math.abs(change)) })}
        </span>
      )}
    </td>
  )
}
