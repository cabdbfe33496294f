import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { CodeCategory } from '../contract.ts'
import { useSetCodes } from './code-queries.ts'
import { useCodeWords } from './use-code-words.ts'

const byCode = new Intl.Collator('en', { numeric: true })

/** The codes of one category, the district's own first. */
export function CodeTable({ found }: { found: CodeCategory }) {
  const { t } = useTranslation()
  const words = useCodeWords()
  const region = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const { category } = found
  const remove = useSetCodes(([gone]) => {
    announce(t('codes.removed', { code: gone?.code ?? '' }))
    region.current?.focus()
  })
  const own = found.codes.filter(({ isOwn }) => isOwn).length
  const codes = found.codes.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || byCode.compare(a.code, b.code))
  const take = (code: string) => !remove.isPending && remove.mutate([{ category, code, meaning: null }])
  return (
    <details className="import-part" open={own > 0}>
      <summary>
        <span id={titleId}>{words.category(category)}</span>
        {own > 0 && <strong> · {t('codes.ownCount', { count: own })}</strong>}
      </summary>
      {remove.error && <ProblemNotice problem={remove.error} />}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className="import-counts" role="region" aria-labelledby={titleId} tabIndex={0} ref={region}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('codes.code')}</th>
              <th scope="col">{t('codes.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {codes.map(({ code, meaning, isOwn }) => (
              <tr key={code}>
                <th scope="row">
                  {code} {isOwn && <span className="small soft">· {t('codes.ours')}</span>}
                </th>
                <td>
                  {words.meaning(category, meaning)}{' '}
                  {isOwn && (
                    <ActionButton
                      kind="quiet"
                      aria-label={t('codes.removeCode', { code, category: words.category(category) })}
                      onClick={() => take(code)}
                    >
                      {t('codes.remove')}
                    </ActionButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
