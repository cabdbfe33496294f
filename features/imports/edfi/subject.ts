const subjects: [RegExp, string][] = [
  [/english|language arts|literature|reading|writing|\bela\b/i, 'english'],
  [/math|algebra|geometry|calculus|statistic|trigonometry/i, 'mathematics'],
  [/social|history|geography|civics|government|economics/i, 'social_science'],
  [/science|biology|chemistry|physics/i, 'science'],
]

/** Which subject a course counts as, by what the source calls its subject, else by its title; as access.subject_of says it. */
export const subjectOf = (called: string | null, title: string): string => {
  const words = called || title
  return subjects.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}
