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

/** Writes what the database knows besides what the file knew; nothing that stood in it is ever lost. */
export async function writeLedger(file: string, tx: OwnerTx): Promise<void> {
  const known = await readLedger(file)
  const keyOf = ({ community, student }: Destroyed) => `${community} ${student}`
  const all = new Map([...known, ...(await tx(listDestroyed()))].map((line) => [keyOf(line), line]))
  await writeFile(`${file}.new`, [...all.values()].map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Destroys again, in a database that was restored, what the ledger says was destroyed. */
export async function destroyAgain(tx: OwnerTx, ledger: Destroyed[]): Promise<number> {
  let rows = 0
  for (const [community, lines] of groupsOf(ledger)) {
    const [known] = await tx(isCommunity(community))
    if (!known!.found) continue
    const students = lines.map(({ student }) => student)
    const gone = await destroyStudents(tx, community, students, lines[0]!.by)
    rows += Object.values(gone).reduce((sum, n) => sum + n, 0)
  }
  return rows
}

function groupsOf(ledger: Destroyed[]) {
  const groups = new Map<string, Destroyed[]>()
  for (const line of ledger) groups.set(line.community, [...(groups.get(line.community) ?? []), line])
  return groups
}
