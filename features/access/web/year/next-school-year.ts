/** The school year that begins next, as 2027-28: from September on it is that of the next calendar year. */
export function nextSchoolYear(today: Date): string {
  const begins = today.getFullYear() + (today.getMonth() >= 8 ? 1 : 0)
  return `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`
}
