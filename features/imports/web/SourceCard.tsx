import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import type { ImportSource, ImportSources } from '../sources/contract.ts'
import { SourceFacts } from './SourceFacts.tsx'
import { SourceForm } from './SourceForm.tsx'

type Props = { source: ImportSource; all: ImportSources }

export function SourceCard({ source, all }: Props) {
  const { t } = useTranslation()
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [isChanging, setChanging] = useState(false)
  const close = () => {
    setChanging(false)
    heading.current?.focus()
  }
  const done = () => {
    announce(t('sources.saved', { name: source.name }))
    close()
  }
  return (
    <section className="card import-part" aria-labelledby={titleId}>
      <h2 id={titleId} ref={heading} tabIndex={-1}>
        {source.name}
      </h2>
      {isChanging ? (
        <SourceForm source={source} all={all} onDone={done} onCancel={close} />
      ) : (
        <>
          <SourceFacts source={source} />
          <ActionButton onClick={() => setChanging(true)} aria-label={t('sources.changeOf', { name: source.name })}>
            {t('sources.change')}
          </ActionButton>
        </>
      )}
    </section>
  )
}
