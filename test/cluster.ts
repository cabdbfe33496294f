import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '#platform/embedded.ts'
import { placeForData } from './place-for-data.ts'
import { prepareTemplate } from './template.ts'

/** One throwaway PostgreSQL for all database tests, or the one that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { superuserUrl, stop } = process.env.TEST_DATABASE_URL
    ? { superuserUrl: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await openThrowaway()
  try {
    project.provide('passwords', await prepareTemplate(superuserUrl))
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('superuserUrl', superuserUrl)
  return stop
}

async function openThrowaway() {
  const dataDir = mkdtempSync(path.join(placeForData(), 'concentric-test-'))
  chmodSync(dataDir, 0o711)
  const binDir = process.env.CONCENTRIC_TEST_BIN_DIR
  const server = await openEmbedded({
    dataDir,
    fast: true,
    settings: { max_connections: '200' },
    ...(binDir && { binDir }),
  })
  const stop = async () => {
    await server.close()
    rmSync(dataDir, { recursive: true, force: true })
    if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true })
  }
  return { superuserUrl: server.superuserUrl(), stop }
}
