const minute = 60_000

/**
 * Wrong passwords of one address of the network within a minute, right ones not counted: a school whose staff sign in behind one address
 * gets in, and whoever tries one password on account after account is stopped. What is tried on one account is counted in the database.
 */
export function countWrongTries(most: number, now: () => number = Date.now) {
  let since = now()
  const wrong = new Map<string, number>()
  const triesOf = (address: string) => {
    if (now() - since >= minute) {
      wrong.clear()
      since = now()
    }
    return wrong.get(address) ?? 0
  }
  return {
    mayTry: (address: string) => triesOf(address) < most,
    note: (address: string) => void wrong.set(address, triesOf(address) + 1),
  }
}
