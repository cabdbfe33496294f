// Opens the gallery at two widths, light and dark, in both languages and both shells; saves what it sees and asks axe.
// npx vite & node web/gallery/look.mjs http://127.0.0.1:4120 FOLDER
import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'

const [address = 'http://127.0.0.1:4120', folder = 'gallery-shots'] = process.argv.slice(2)
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [...args, '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
})

async function look(shell, width, colorScheme, language) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && console.log(`  console: ${message.text()}`))
  page.on('pageerror', (error) => console.log(`  page: ${error.message}`))
  await page.goto(`${address}/gallery.html?shell=${shell}&language=${language}`)
  await page.waitForSelector('h1')
  const name = `${shell}-${width}-${colorScheme}-${language}`
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  console.log(`${name}: ${violations.length} violations, ${overflow} pixels too wide`)
  for (const { id, nodes } of violations)
    console.log(`  ${id} ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('\n    ')}`)
  if (width === 1280 && colorScheme === 'light') await page.pdf({ path: `${folder}/${name}.pdf`, format: 'Letter' })
  await context.close()
  return violations.length + overflow
}

let wrong = 0
for (const shell of ['staff', 'open'])
  for (const width of [1280, 320])
    for (const colorScheme of ['light', 'dark']) wrong += await look(shell, width, colorScheme, 'en')
wrong += await look('staff', 320, 'light', 'es')
await browser.close()
process.exit(wrong > 0 ? 1 : 0)
