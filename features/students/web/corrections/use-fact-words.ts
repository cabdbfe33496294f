import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Correction } from '../../corrections/contract.ts'

const spoken = new Set(['name', 'grade_level', 'contact', 'grade', 'assessment'])

/** What a fact is, and what it said, in the reader's words. What files write in codes alone is not repeated. */
export function useFactWords() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const valueOf = (fact: string, value: string): string => {
    if (fact === 'birth_date') return format.day(value)
    const code = `correction.attendance.${value}`
    if (fact === 'attendance') return i18n.exists(code) ? t(code as 'correction.attendance.tardy') : value
    return value
  }
  return {
    title: ({ fact, on, label }: Pick<Correction, 'fact' | 'on' | 'label'>) =>
      [t(`correction.fact.${fact as 'name'}`), label, on && fact !== 'grade' ? format.day(on) : '']
        .filter(Boolean)
        .join(' · '),
    says: (fact: string, values: readonly string[]): string | null => {
      if (fact === 'attendance' && values.length === 0) return t('correction.nothingThatDay')
      if (fact !== 'attendance' && fact !== 'birth_date' && !spoken.has(fact)) return null
      return values.map((value) => valueOf(fact, value)).join(', ') || t('correction.nothing')
    },
  }
}
