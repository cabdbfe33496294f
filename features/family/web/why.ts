/** Why someone may look, taken from the server's English sentence, so that it can be told in the reader's language. */
export type Why =
  | { kind: 'school' | 'otherSchool' | 'class' | 'district' | 'guardian' | 'self' }
  | { kind: 'consent'; consentOn: string }
  | { kind: 'schoolOfficial' }
  | { kind: 'other'; sentence: string }

const known: Record<string, Why> = {
  "works at the student's school": { kind: 'school' },
  'works at a school where the student is enrolled': { kind: 'otherSchool' },
  'teaches a class of the student': { kind: 'class' },
  'data steward of the district': { kind: 'district' },
  'guardian of the student': { kind: 'guardian' },
  'the student': { kind: 'self' },
}

export function whyOf(sentence: string): Why {
  const consentOn = /consent of (\d{4}-\d{2}-\d{2})/.exec(sentence)?.[1]
  if (consentOn) return { kind: 'consent', consentOn }
  if (sentence.includes('as a school official')) return { kind: 'schoolOfficial' }
  return known[sentence] ?? { kind: 'other', sentence }
}
