import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Found } from '#features/search/contract.ts'
import { api } from '#web/api.ts'
import { useHat } from '#web/use-hat.ts'
import type { Room } from '../NavList.tsx'
import { type Choice, choicesOf } from './search-choices.ts'
import './GlobalSearch.css'

const pauseMs = 250
export const searchFieldId = 'search-everything'

/** Finds people, partners and pages from anywhere. The list is one stop of the keyboard: arrows choose, Enter opens. */
export function GlobalSearch({ rooms }: { rooms: readonly Room[] }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const listId = useId()
  const { community, role } = useHat()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const asked = useLater(typed.trim())
  const found = useQuery({
    queryKey: ['search', community, asked],
    queryFn: ({ signal }) => api.get<Found>(`/${community}/search`, { search: { q: asked }, signal }),
    enabled: asked.length > 1,
    staleTime: 30_000,
  })
  const isAnswered = asked === typed.trim() && found.isFetched
  // What an earlier text found is not offered: Enter would open somebody else.
  const choices = typed.trim().length > 1 ? choicesOf(typed, rooms, isAnswered ? found.data : undefined, role) : []
  const isShown = isOpen && typed.trim().length > 1
  const open = (choice: Choice) => {
    setTyped('')
    setOpen(false)
    void go({ to: choice.to })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && choices.length > 0) {
      event.preventDefault()
      setOpen(true)
      setAt((at + step + choices.length) % choices.length)
    }
    if (event.key === 'Escape') setOpen(false)
    const choice = choices[at]
    if (event.key === 'Enter' && isShown && choice) open(choice)
  }
  const change = (text: string) => {
    setTyped(text)
    setOpen(true)
    setAt(0)
  }
  return (
    <search className="global-search not-in-print">
      <label className="only-read-aloud" htmlFor={searchFieldId}>
        {t('search.label')}
      </label>
      <input
        id={searchFieldId}
        type="search"
        role="combobox"
        autoComplete="off"
        placeholder={t('search.label')}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(isShown && choices[at] && { 'aria-activedescendant': `${listId}-${at}` })}
        value={typed}
        maxLength={100}
        onChange={({ target }) => change(target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <ul id={listId} role="listbox" aria-label={t('search.found')} hidden={!isShown || choices.length === 0}>
        {choices.map((choice, index) => (
          <li key={choice.key} role="presentation">
            {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keyboard works from the field, as for every combobox */}
            <div
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open(choice)}
            >
              <span>{choice.name}</span>
              <span className="small soft">
                {[t(`search.kind.${choice.kind}`), choice.more].filter(Boolean).join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <p role="status" className={isShown && choices.length === 0 && isAnswered ? 'search-nothing' : 'only-read-aloud'}>
        {isShown && isAnswered && choices.length === 0 && t(found.isError ? 'search.failed' : 'search.nothing')}
      </p>
    </search>
  )
}

/** What was typed, once the typing pauses. */
function useLater(text: string): string {
  const [later, setLater] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return later
}
