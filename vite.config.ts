import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { splitByChapter } from './web/words/split-by-chapter.ts'

const page = (name: string) => fileURLToPath(new URL(`./web/${name}.html`, import.meta.url))

/** In development, answers the addresses that the server answers in production: /app/* is the staff shell, the rest the open one. */
const shells = (): Plugin => ({
  name: 'concentric-shells',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
      const address = (request.url ?? '/').split('?')[0] ?? '/'
      if (wantsPage && !address.includes('.')) request.url = /^\/app(\/|$)/.test(address) ? '/staff.html' : '/open.html'
      next()
    })
  },
})

/** Beside each asset the same in gzip, once for all visitors; the server sends it to whoever understands it. */
const compressed = (): Plugin => ({
  name: 'concentric-compressed',
  apply: 'build',
  // Not before the files stand in their folder: until then their text is not the last one.
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((each) => /\.(js|css|svg)$/.test(each))) {
      const file = path.join(dir!, name)
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
    }
  },
})

export default defineConfig({
  root: fileURLToPath(new URL('./web', import.meta.url)),
  appType: 'mpa',
  plugins: [react(), splitByChapter(), shells(), compressed()],
  build: {
    outDir: fileURLToPath(new URL('./dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    rollupOptions: { input: { staff: page('staff'), open: page('open') } },
  },
  server: { port: 4120, strictPort: true, proxy: { '/api/': process.env.CONCENTRIC_API ?? 'http://127.0.0.1:4000' } },
})
