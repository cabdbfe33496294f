import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { Fact } from '../../corrections/contract.ts'
import { askedAbout } from './correction-queries.ts'

/** The kinds of fact that a figure of the page stands for. */
type Beside = Extract<Fact, 'attendance' | 'behavior' | 'grade' | 'contact'>

/** Beside a figure: opens the form below with this kind of fact chosen. */
export function WrongButton({ student, fact }: { student: string; fact: Beside }) {
  const { t } = useTranslation()
  return (
    <p className="not-in-print wrong-button">
      <ActionButton kind="quiet" onClick={() => askedAbout.set({ student, fact })}>
        {t(`correction.wrongHere.${fact}`)}
      </ActionButton>
    </p>
  )
}
