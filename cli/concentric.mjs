#!/usr/bin/env node
import { buildWeb, fail, installPackages, requireNode } from './bootstrap.mjs'

requireNode()
installPackages()
const [command, ...options] = process.argv.slice(2)
if (command === 'start' && !options.includes('--dev') && !buildWeb())
  fail('The web pages could not be built: see above, and start again.')

const { register } = await import('tsx/esm/api')
register()
process.setSourceMapsEnabled(true)
await import('./main.ts')
