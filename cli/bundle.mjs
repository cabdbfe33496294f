import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from './bootstrap.mjs'

const day = 24 * 60 * 60_000
// Packages of hundreds of small files, which take longer to find than to read. All others are loaded from where they are installed.
const inlined = ['typebox', '@simplewebauthn/server']

/**
 * Writes JavaScript with source maps of the programs that the entries name, below the root, into a folder: a file of the entry's name
 * each, and what they share in files named for their content. Whoever reads there meanwhile finds the old program or the new one, whole.
 */
export async function bundle(entries, folder) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    chunkNames: '[name]-[hash]',
    logLevel: 'silent',
    // The inlined packages hold parts in the older format, which ask Node for its own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';const require=requireFrom(import.meta.url);",
    },
    plugins: [installedPackages, placesOfSources(folder)],
  })
  mkdirSync(folder, { recursive: true })
  const isEntry = ({ path: file }) => !/-[A-Z0-9]{8}\.js(\.map)?$/.test(file)
  const [last, first] = [outputFiles.filter(isEntry), outputFiles.filter((file) => !isEntry(file))]
  for (const file of [...first, ...last]) put(file.path, file.contents)
  forget(folder, new Set(outputFiles.map((file) => path.basename(file.path))))
}

const installedPackages = {
  name: 'installed-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.#/]/ }, ({ path: name, kind, importer }) => {
      if (kind === 'entry-point' || importer.includes('node_modules')) return undefined
      return inlined.includes(name) ? undefined : { path: name, external: true }
    })
  },
}

// What stands beside a source is still read from there; the way is relative, so that the project can be moved.
const placesOfSources = (folder) => ({
  name: 'places-of-sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      if (file.includes('node_modules')) return undefined
      const text = readFileSync(file, 'utf8')
      if (!text.includes('import.meta.')) return undefined
      const way = path.relative(folder, file).split(path.sep).join('/')
      const contents = text
        .replaceAll('import.meta.url', `new URL('${way}', import.meta.url).href`)
        .replaceAll('import.meta.dirname', `(import.meta.dirname + '/${path.posix.dirname(way)}')`)
      return { contents, loader: 'ts' }
    })
  },
})

function put(file, contents) {
  if (existsSync(file) && readFileSync(file).equals(contents)) return
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, contents)
  renameSync(unfinished, file)
}

// A program that started from an older build may not have loaded all of its parts yet.
function forget(folder, kept) {
  const old = readdirSync(folder).filter((name) => !kept.has(name))
  for (const file of old.map((name) => path.join(folder, name)))
    if (statSync(file).mtimeMs < Date.now() - day) rmSync(file, { force: true })
}
