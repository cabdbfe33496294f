import { type KeyboardEvent, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Marks } from '../../review/contract.ts'
import type { Domain } from '../../need-kinds.ts'
import { standings, type Standing } from '../../review/standings.ts'

type Mark = NonNullable<Marks[Domain]>
type Props = {
  domain: Domain
  mark: Mark | undefined
  last: Mark | undefined
  known: readonly string[]
  onMark: (mark: Mark) => void
}

/** How one domain is going, and a line about it. On the keyboard: 1, 2 or 3 chooses, Enter in the line goes to the next domain. */
export function DomainMark({ domain, mark, last, known, onMark }: Props) {
  const { t } = useTranslation()
  const name = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const line = useRef<HTMLInputElement>(null)
  const choose = (standing: Standing) => onMark({ standing, words: mark?.words ?? '' })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isInLine = event.target === line.current
    const chosen = standings[Number(event.key) - 1]
    if (isInLine ? event.key === 'Enter' : chosen) event.preventDefault()
    if (isInLine && event.key === 'Enter') focusNext(box.current)
    if (isInLine || !chosen) return
    choose(chosen)
    if (chosen === 'well') focusNext(box.current)
    else line.current?.focus()
  }
  return (
    <fieldset className="review-domain" ref={box}>
      <legend>{t(`record.domain.${domain}`)}</legend>
      {known.length > 0 && <p className="small">{t('review.knownNeed', { needs: known.join('; ') })}</p>}
      {last && (
        <p className="small soft">
          {t('review.lastMark', { standing: t(`review.standing.${last.standing}`) })} {last.words}
        </p>
      )}
      <div className="review-choices">
        {standings.map((standing, i) => (
          <label key={standing} className={`review-choice review-${standing}`}>
            <input
              type="radio"
              name={name}
              checked={mark?.standing === standing}
              onChange={() => choose(standing)}
              onKeyDown={onKeyDown}
              aria-keyshortcuts={String(i + 1)}
            />
            <span>{t(`review.standing.${standing}`)}</span>
          </label>
        ))}
        <input
          ref={line}
          type="text"
          className="review-line"
          aria-label={t('review.line', { domain: t(`record.domain.${domain}`) })}
          placeholder={t(mark?.standing === 'need' ? 'review.lineNeed' : 'review.lineHint')}
          maxLength={500}
          onKeyDown={onKeyDown}
          value={mark?.words ?? ''}
          onChange={({ target }) => onMark({ standing: mark?.standing ?? 'watch', words: target.value })}
        />
      </div>
    </fieldset>
  )
}

/** The first choice of the next domain; after the last one, the button that goes on. */
function focusNext(box: HTMLElement | null) {
  const next = box?.nextElementSibling
  const choice =
    next?.querySelector<HTMLElement>('input[type="radio"]:checked') ?? next?.querySelector<HTMLElement>('input, button')
  choice?.focus()
}
