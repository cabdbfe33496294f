import { existsSync } from 'node:fs'
import { run } from './bootstrap.mjs'

export const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Installs Debian packages without a question. False when that fails. */
export function installDebian(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', UCF_FORCE_CONFFOLD: '1' }
  const keepSettings = ['-o', 'Dpkg::Options::=--force-confold']
  const aptGet = (...args) => run('apt-get', args, { env }) === 0
  return (
    aptGet('update', '-q') && aptGet('install', '-y', '-q', '--no-install-recommends', ...keepSettings, ...packages)
  )
}
