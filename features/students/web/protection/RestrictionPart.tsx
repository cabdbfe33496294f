import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { Protection, Restriction } from '../../protection/contract.ts'
import { DirectoryPart } from './DirectoryPart.tsx'
import { RestrictionForm } from './RestrictionForm.tsx'
import { RestrictionLine } from './RestrictionLine.tsx'

export type ProtectionProps = { studentId: string; name: string; protection: Protection }

/** Court orders and marks: seen by the data steward and school leaders alone, written by the steward. */
export function RestrictionPart({ restrictions, ...about }: ProtectionProps & { restrictions: Restriction[] }) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const { mayWrite, today } = about.protection
  return (
    <section className="card" id="protection" aria-labelledby="protection-title">
      <h2 id="protection-title">{t('protection.title')}</h2>
      <p className="small soft">{t('protection.who')}</p>
      {restrictions.length === 0 ? (
        <p>{t('protection.none', { name: about.name })}</p>
      ) : (
        <ul className="plain-list protection-list">
          {restrictions.map((restriction) => (
            <RestrictionLine key={restriction.id} restriction={restriction} mayEnd={mayWrite} today={today} />
          ))}
        </ul>
      )}
      {isAdding && <RestrictionForm {...about} onDone={() => setAdding(false)} />}
      {mayWrite && !isAdding && (
        <div className="form-actions not-in-print">
          <ActionButton onClick={() => setAdding(true)}>{t('protection.enter')}</ActionButton>
        </div>
      )}
      <DirectoryPart {...about} />
    </section>
  )
}
