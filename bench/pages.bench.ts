import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { startServer } from '../server.ts'
import { buildWeb } from '../cli/bootstrap.mjs'
import { ensureChromium } from '../cli/chromium.mjs'
import { openDistrict, recompute } from './district.ts'
import { signIn } from './sign-in.ts'

// P9: the JavaScript that a browser with nothing in its cache loads for the page a coordinator starts with, in each language.
const target = 250
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

if (!buildWeb()) throw new Error('The web pages could not be built: see above.')
const executablePath = await ensureChromium()
const district = await openDistrict(40)
try {
  await recompute(district.importer, district.ids, '2025-07-15')
  const { rows } = await district.owner.query<{ id: string }>('select id from school order by name limit 1')
  const server = await startServer({ urls: district.urls, dataDir: district.folder }, { host: '127.0.0.1', port: 0 })
  const token = await signIn(server.database, district, 'coordinator', { school: rows[0]!.id })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  for (const locale of ['en-US', 'es-US']) {
    const { files, gzipped, sent } = await loadFirstPage(locale)
    const what = `JavaScript of Today, ${locale}: ${files} files, ${kilobytes(gzipped)} kB gzipped, ${kilobytes(sent)} kB over the wire`
    const within = (gzipped / 1000 / target).toFixed(2)
    console.log(`| P9 | ${what} | ${within} of the target | ≤ ${target} kB |`)
  }
  await browser.close()
  await server.close()

  /** Everything that came as a script, as the browser received it, until the page is at rest. */
  async function loadFirstPage(locale: string) {
    const context = await browser.newContext({ locale })
    await context.addCookies([{ name: 'concentric_session', value: token, url: server.address }])
    const page = await context.newPage()
    const scripts: Promise<{ gzipped: number; sent: number }>[] = []
    page.on('requestfinished', (request) => {
      if (/\.js$/.test(new URL(request.url()).pathname)) scripts.push(weigh(request))
    })
    await page.goto(`${server.address}/app`)
    await page.locator('.today-columns').waitFor()
    await page.waitForLoadState('networkidle')
    const weights = await Promise.all(scripts)
    await context.close()
    const sum = (part: 'gzipped' | 'sent') => weights.reduce((whole, each) => whole + each[part], 0)
    return { files: weights.length, gzipped: sum('gzipped'), sent: sum('sent') }
  }
} finally {
  await district.close()
}

async function weigh(request: import('playwright-core').Request) {
  const response = await request.response()
  const { responseBodySize } = await request.sizes()
  return { gzipped: gzipSync(await response!.body(), { level: 9 }).length, sent: responseBodySize }
}
