import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useHat } from '#web/use-hat.ts'
import type { Child } from '../contract.ts'
import { childQuery } from './family-queries.ts'

export type Family = {
  community: string
  child: Child
  name: string
  /** Added to each sentence about the child: a student of 18 is spoken to, not about. */
  about: { name: string; context?: 'self' }
}

/** The child whose pages these are. */
export function useFamily(): Family {
  const { t } = useTranslation()
  const { community, studentName } = useHat()
  const child = useSuspenseQuery(childQuery(community)).data
  const fullName = child.name ?? studentName ?? t('family.yourChild')
  const name = fullName.split(' ')[0] ?? fullName
  return { community, child, name, about: child.isSelf ? { name, context: 'self' } : { name } }
}
