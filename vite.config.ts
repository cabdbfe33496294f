import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const page = (name: string) => fileURLToPath(new URL(`./web/${name}.html`, import.meta.url))

/** In development, answers the addresses that the server answers in production: /app/* is the staff shell, the rest the open one. */
const shells = (): Plugin => ({
  name: 'concentric-shells',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      if (wantsPage && !path.includes('.')) request.url = /^\/app(\/|$)/.test(path) ? '/staff.html' : '/open.html'
      next()
    })
  },
})

export default defineConfig({
  root: fileURLToPath(new URL('./web', import.meta.url)),
  appType: 'mpa',
  plugins: [react(), shells()],
  build: {
    outDir: fileURLToPath(new URL('./dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    rollupOptions: { input: { staff: page('staff'), open: page('open') } },
  },
  server: { port: 4120, strictPort: true, proxy: { '/api/': process.env.CONCENTRIC_API ?? 'http://127.0.0.1:4000' } },
})
