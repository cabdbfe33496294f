#!/usr/bin/env node
import { buildServer, buildWeb, fail, installPackages, requireNode, say } from './bootstrap.mjs'

requireNode()
installPackages()
const [command, ...options] = process.argv.slice(2)
const isDeveloping = options.includes('--dev')
if (command === 'start' && !isDeveloping && !buildWeb())
  fail('The web pages could not be built: see above, and start again.')

process.setSourceMapsEnabled(true)
if (!isDeveloping && buildServer()) await import('../dist/server/main.js')
else await runSources()

async function runSources() {
  if (!isDeveloping)
    say('The program could not be put together beforehand (see above): it runs from its sources, slower.')
  const { register } = await import('tsx/esm/api')
  register()
  await import('./main.ts')
}
