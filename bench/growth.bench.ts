import { measureFlags } from './measure-flags.ts'
import { measureImport } from './measure-import.ts'

// P5: by which power of the number of students the time of P1 and of P3 grows: the slope of a straight line through their logarithms.
const isSmall = process.argv.includes('--small')
const sizes = (process.env.SIZES ?? (isSmall ? '250,500' : '5000,50000')).split(',').map(Number)
if (sizes.length < 2) throw new Error('A growth needs two sizes: SIZES=5000,50000')

const imports: number[] = []
const flags: number[] = []
for (const students of sizes) {
  imports.push((await measureImport(students)).year)
  flags.push((await measureFlags(students)).anew)
}
tell('P1', imports)
tell('P3', flags)

function tell(name: string, taken: readonly number[]) {
  const points = sizes.map((students, i) => `${students} students ${(taken[i]! / 1000).toFixed(1)} s`).join(', ')
  console.log(`| P5 | growth of ${name}: ${points} | exponent ${slope(taken).toFixed(2)} | ≤ 1.1 |`)
}

function slope(taken: readonly number[]) {
  const [x, y] = [sizes.map(Math.log), taken.map(Math.log)]
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [middleX, middleY] = [mean(x), mean(y)]
  const across = x.reduce((sum, value, i) => sum + (value - middleX) * (y[i]! - middleY), 0)
  return across / x.reduce((sum, value) => sum + (value - middleX) ** 2, 0)
}
