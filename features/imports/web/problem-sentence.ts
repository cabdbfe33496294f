import type { i18n, TFunction } from 'i18next'
import type { ImportProblem, Question } from '../contract.ts'

type Words = Pick<i18n, 'exists'> & { t: TFunction }
type Said = Pick<ImportProblem, 'rule' | 'params' | 'message'>

/** A problem in the reader's language; a rule that has no words yet is told in the English sentence that came with it. */
export function problemSentence({ t, exists }: Words, { rule, params, message }: Said): string {
  if (typeof params.more === 'number') return t('imports.moreRows', { count: params.more })
  const key = `imports.rule.${rule}`
  if (!exists(key, params)) return message
  const { outcome, element, line } = params
  return [
    t(key as 'imports.rule.blank', params),
    outcome ? t(`imports.outcome.${outcome}` as 'imports.outcome.row_aside') : '',
    element ? t('imports.seeElement', { element, line }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What the steward is asked, in the reader's language. */
export function questionSentence({ t }: Pick<Words, 't'>, { params, sentence }: Question): string {
  return params?.context ? t(`imports.asked.${params.context}` as 'imports.asked.withdraw', params) : sentence
}
