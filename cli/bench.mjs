import { readdirSync } from 'node:fs'
import path from 'node:path'
import { installPackages, requireNode, root, run, say } from './bootstrap.mjs'

requireNode()
installPackages()
const options = process.argv.slice(2).filter((option) => option.startsWith('--'))
const named = process.argv.slice(2).filter((option) => !option.startsWith('--'))
const all = readdirSync(path.join(root, 'bench')).filter((name) => name.endsWith('.bench.ts'))
const chosen = all.filter((name) => named.length === 0 || named.some((part) => name.includes(part))).sort()
if (chosen.length === 0) say('No measurement is there by that name.')

const failed = chosen.filter((name) => {
  const args = ['--import', 'tsx', path.join('bench', name), ...options]
  return run(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }) !== 0
})
if (failed.length > 0) say(`Failed: ${failed.join(', ')}`)
process.exit(failed.length > 0 || chosen.length === 0 ? 1 : 0)
