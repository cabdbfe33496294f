const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Which class, or which grade of which school, and which student is on the desk. */
export type ReviewSearch = {
  class?: string | undefined
  school?: string | undefined
  grade?: string | undefined
  student?: string | undefined
}

/** Reads an address that anyone may have typed: what makes no sense is left out. */
export function readReviewSearch(given: Record<string, unknown>): ReviewSearch {
  const idIn = (value: unknown) => (typeof value === 'string' && id.test(value) ? value : undefined)
  const [classId, school, student] = [idIn(given.class), idIn(given.school), idIn(given.student)]
  const grade = typeof given.grade === 'string' || typeof given.grade === 'number' ? String(given.grade) : ''
  return {
    ...(classId && { class: classId }),
    ...(!classId && school && { school }),
    ...(!classId && grade && { grade: grade.slice(0, 10).padStart(2, '0') }),
    ...(student && { student }),
  }
}
