import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fail, runNode, say } from './bootstrap.mjs'
import { installDebian, isDebianRoot } from './debian.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const macOs = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
)
const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
  .filter(Boolean)
  .flatMap((folder) => [
    path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ])

/** The path of a Chromium: the one that is named, one that is found, or one that is installed now. */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named && !runs(named))
    fail(`CHROMIUM_PATH names ${named}, which does not run: name a Chromium or Chrome, or none.`)
  return named || (await findChromium()) || installFromDistribution() || (await downloadOwn()) || giveUp()
}

async function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const places = { darwin: macOs, win32: windows }[process.platform] ?? onPath
  return [...places, ...onPath, await playwrightPlace()].find(runs)
}

// Ubuntu's package may be a stub that only says where to find the browser, so being there is not enough.
function runs(file) {
  if (!file || !existsSync(file)) return false
  // On Windows, asking a Chrome for its version opens a window.
  if (process.platform === 'win32') return true
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0
}

function installFromDistribution() {
  if (!isDebianRoot()) return undefined
  say('Installing Chromium from the distribution …')
  if (installDebian('chromium')) return ['/usr/bin/chromium'].find(runs)
  return undefined
}

async function downloadOwn() {
  say('Downloading a Chromium for the tests …')
  if (runNode('node_modules/playwright-core/cli.js', 'install', 'chromium') !== 0) return undefined
  return [await playwrightPlace()].find(runs)
}

async function playwrightPlace() {
  const { chromium } = await import('playwright-core')
  return chromium.executablePath()
}

const giveUp = () =>
  fail('The browser tests need a Chromium: install Chromium or Chrome, or name one in CHROMIUM_PATH, and start again.')
