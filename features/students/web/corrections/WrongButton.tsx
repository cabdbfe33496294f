import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { Fact } from '../../corrections/contract.ts'
import { askedAbout } from './correction-queries.ts'

/** Beside a figure: opens the form below with this kind of fact chosen. */
export function WrongButton({ student, fact }: { student: string; fact: Fact }) {
  const { t } = useTranslation()
  return (
    <p className="not-in-print wrong-button">
      <ActionButton kind="quiet" onClick={() => askedAbout.set({ student, fact })}>
        {t('correction.wrongHere', { what: t(`correction.fact.${fact}`) })}
      </ActionButton>
    </p>
  )
}
