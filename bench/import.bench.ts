import { measureImport } from './measure-import.ts'

// P1 and P2: a year of attendance, a row for each student and day, to fresh flags, beside a bare COPY of the same rows; and the memory.
const students = Number(process.env.STUDENTS ?? (process.argv.includes('--small') ? 500 : 50_000))
const { rows, copy, year, otherwise, same, megabytes } = await measureImport(students)

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1)
const line = (name: string, what: string, taken: number, target: string) => {
  const said = `${what}: ${students} students, ${rows} rows, ${seconds(taken)} s beside ${seconds(copy)} s of COPY from the same zip`
  console.log(`| ${name} | ${said} | ${(taken / copy).toFixed(2)} | ≤ ${target} |`)
}
line('P1', 'a positive-attendance year in a zip to fresh flags', year, '2.0')
line('P2', 'the same in a file that differs by one row', otherwise, '1.3')
line('P2', 'the identical file', same, '1.3')
console.log(
  `| memory | the importing process above its idle, at most, over P1 with ${rows} rows | ${megabytes} MB | ≤ 300 MB |`,
)
