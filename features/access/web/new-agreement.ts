import { addDays, type Day } from '#web/dates.ts'
import type { NewAgreement } from '../contract.ts'

export type AgreementText = Omit<NewAgreement, 'basis'> & { basis: string }
export type Missing = 'organizationId' | 'number' | 'title' | 'purpose' | 'basis' | 'elements' | 'term'

const usualDays = 300

/** A new agreement starts today and ends with the school year or so; nothing is shared until it is chosen. */
export const emptyAgreement = (today: Day): AgreementText => ({
  organizationId: '',
  number: '',
  title: '',
  basis: '',
  purpose: '',
  fromOn: today,
  untilOn: addDays(today, usualDays),
  elements: [],
})

/** What an agreement still lacks before both sides can sign it. */
export function missingIn(text: AgreementText): Missing[] {
  const empty = (['organizationId', 'number', 'title', 'basis', 'purpose'] as const).filter((key) => !text[key].trim())
  const hasTerm = text.fromOn !== '' && text.untilOn !== '' && text.fromOn <= text.untilOn
  return [...empty, ...(text.elements.length === 0 ? ['elements' as const] : []), ...(hasTerm ? [] : ['term' as const])]
}
