import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { seedDemo } from '#features/demo/seed.ts'
import { featureNames } from '#features/index.ts'
import { openInstallation } from '#platform/installation.ts'
import { buildWeb } from '../../cli/bootstrap.mjs'
import { runWorker } from '../../cli/run-worker.ts'
import { placeForData } from '../place-for-data.ts'
import { startServer } from '../../server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    chromiumPath: string
    /** Where the demo community answers, as after `npm start`. */
    address: string
    /** The owner's connection, for looking behind the pages. */
    ownerUrl: string
  }
}

const students = 40

/** The journeys walk through the built pages, in the Chromium that `npm test` found, with a small demo community of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((file) => file && existsSync(file))
  if (!chromiumPath) throw new Error('Name a Chromium in CHROMIUM_PATH, or run "npm test", which finds one.')
  if (!process.env.CONCENTRIC_BUILT && !buildWeb()) throw new Error('The web pages could not be built: see above.')
  const dataDir = mkdtempSync(path.join(placeForData(), 'concentric-e2e-'))
  chmodSync(dataDir, 0o711)
  const forget = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const { address, ownerUrl, close } = await openDemo(dataDir)
    project.provide('chromiumPath', chromiumPath)
    project.provide('address', address)
    project.provide('ownerUrl', ownerUrl)
    return () => close().finally(forget)
  } catch (error) {
    forget()
    throw error
  }
}

async function openDemo(dataDir: string) {
  const host = '127.0.0.1'
  const settings = {
    dataDir,
    host,
    port: 0,
    databaseUrl: undefined,
    loadsDemo: true,
    operator: 'journeys',
  }
  const installation = await openInstallation(settings, featureNames)
  try {
    await seedDemo(installation, { students })
    const server = await startServer(installation, { host, port: 0, requestsPerMinute: 100_000 })
    const worker = await runWorker(installation)
    const close = async () => {
      await server.close()
      await worker.stop()
      await installation.close()
    }
    return { address: server.address, ownerUrl: installation.urls.concentric_owner, close }
  } catch (error) {
    await installation.close()
    throw error
  }
}
