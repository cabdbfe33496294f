import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { OwnerTx } from '#platform/owner.ts'
import { destroyStudents } from './destroy.ts'
import { isCommunity, listDestroyed, type Destroyed } from './queries.ts'

/** Beside the database, because a restored database is older than it: one line for each destroyed record, without a name. */
export const ledgerFile = (dataDir: string) => path.join(dataDir, 'destroyed.jsonl')

/** The lines of the file; none where there is no file. Throws when a line cannot be read, rather than forget a destruction. */
export async function readLedger(file: string): Promise<Destroyed[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Destroyed)
}

/** Writes what the database knows besides what the file knew. A line of the file stays as it is: a restored database knows a later date. */
export async function writeLedger(file: string, tx: OwnerTx): Promise<void> {
  const known = await readLedger(file)
  const keyOf = ({ community, student }: Destroyed) => `${community} ${student}`
  const all = new Map([...(await tx(listDestroyed())), ...known].map((line) => [keyOf(line), line]))
  await writeFile(`${file}.new`, [...all.values()].map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/**
 * Destroys again, in a database that was restored, what the ledger says was destroyed. What this database holds is kept: of the two, a
 * destruction is the one that cannot be made good. Returns how many rows went and how many records were kept.
 */
export async function destroyAgain(tx: OwnerTx, ledger: Destroyed[]): Promise<{ rows: number; held: number }> {
  let [rows, kept] = [0, 0]
  for (const lines of groupsOf(ledger)) {
    const { community, by } = lines[0]!
    const [known] = await tx(isCommunity(community))
    if (!known!.found) continue
    const students = lines.map(({ student }) => student)
    const { gone, held } = await destroyStudents(tx, community, students, by)
    kept += held.length
    rows += Object.values(gone).reduce((sum, n) => sum + n, 0)
  }
  return { rows, held: kept }
}

/** Lines of one community that one person decided. */
function groupsOf(ledger: Destroyed[]): Destroyed[][] {
  const groups = new Map<string, Destroyed[]>()
  for (const line of ledger) {
    const key = `${line.community} ${line.by}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()]
}
