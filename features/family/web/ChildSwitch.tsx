import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeHat } from '#web/hat-actions.ts'
import { sessionQuery } from '#web/session.ts'

/** One button for each child of a guardian. There is none to choose with one child. */
export function ChildSwitch() {
  const { t } = useTranslation()
  const { hats } = useSuspenseQuery(sessionQuery).data
  const children = hats.filter(({ kind }) => kind === 'guardianship')
  if (children.length < 2) return null
  return (
    <div className="child-switch not-in-print" role="group" aria-label={t('family.whichChild')}>
      {children.map(({ id, studentName, isCurrent }) => (
        <button
          key={id}
          type="button"
          className="button"
          aria-pressed={isCurrent}
          onClick={() => !isCurrent && void changeHat(id, window.location.pathname)}
        >
          {studentName ?? t('family.yourChild')}
        </button>
      ))}
    </div>
  )
}
