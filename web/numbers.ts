/** A share as a percentage with one decimal. A share that does not exist (no enrolled day) is never written as 0%. */
export const formatShare = (share: number | null, language: string, absent: string): string =>
  share === null
    ? absent
    : new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
        share,
      )

export const formatNumber = (value: number, language: string, decimals = 0): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value)

/** Seconds that remain at the pace so far; null while there is too little to judge by. */
export function secondsLeft(done: number, total: number, elapsedSeconds: number): number | null {
  if (done <= 0 || elapsedSeconds < 2 || total < done) return null
  return Math.ceil(((total - done) * elapsedSeconds) / done)
}

/** Under a minute in tens of seconds, then whole minutes: an estimate that jumps by the second is false precision. */
export const roundedTimeLeft = (seconds: number): { unit: 'second' | 'minute'; count: number } =>
  seconds <= 50
    ? { unit: 'second', count: Math.max(10, Math.ceil(seconds / 10) * 10) }
    : { unit: 'minute', count: Math.max(1, Math.round(seconds / 60)) }
