import { createWriteStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { openDistrict } from './district.ts'
import { median, timeFlags } from './measure-flags.ts'

// P3: the flags of every student computed anew from stored facts, beside DuckDB computing the same from Parquet.
const students = Number(process.env.STUDENTS ?? (process.argv.includes('--small') ? 2_000 : 50_000))
const tables = ['calendar_date', 'enrollment', 'attendance_event', 'behavior_incident', 'grade']
const textOf = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8')

const district = await openDistrict(students)
try {
  const { owner } = district
  const { anew: ours, again } = await timeFlags(district)
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  await exportFacts(owner, duck)
  const theirs = await median(
    async () => {},
    () => duck.run(inFolder(textOf('flags-duckdb.sql'))),
  )
  const flags = await compare(owner, duck)
  const ratio = (ours / theirs).toFixed(2)
  const { rows } = await owner.query('select count(*)::int as events from attendance_event')
  const sizes = `${students} students, ${rows[0].events} exceptions, ${flags} flags, the same in both`
  console.log(`| P3 | ${sizes}; stored anew ${ours} ms, unchanged ${again} ms, DuckDB ${theirs} ms | ${ratio} | ≤ 3 |`)
} finally {
  await district.close()
}

function inFolder(text: string) {
  return text.replaceAll(/'(\w+\.parquet)'/g, `'${district.folder}/$1'`)
}

async function exportFacts(owner: pg.Client, duck: DuckDBConnection) {
  for (const table of tables) {
    const csv = path.join(district.folder, `${table}.csv`)
    await pipeline(owner.query(to(`copy ${table} to stdout with (format csv, header)`)), createWriteStream(csv))
    await duck.run(
      `copy (select * from read_csv('${csv}', nullstr = '')) to '${district.folder}/${table}.parquet' (format parquet)`,
    )
  }
}

async function compare(owner: pg.Client, duck: DuckDBConnection) {
  const order = 'select student_id::text as id, indicator, level from'
  const theirs = (await duck.runAndReadAll(`${order} flags order by 1, 2`)).getRowObjects()
  const { rows: ours } = await owner.query(`${order} flag order by 1, 2`)
  if (JSON.stringify(theirs) !== JSON.stringify(ours)) {
    throw new Error(`The two disagree: ${ours.length} flags here, ${theirs.length} by DuckDB.`)
  }
  return ours.length
}
