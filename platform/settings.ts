import path from 'node:path'

export type Settings = {
  /** Where the embedded database, kept files, passwords and logs live. */
  dataDir: string
  port: number
  host: string
  /** A PostgreSQL of one's own; without it the embedded one is started. */
  databaseUrl: string | undefined
  loadsDemo: boolean
  /** Who stands in the record for what the command line does. */
  operator: string
}

/** What the environment says, with the defaults that docs and README name. */
export function readSettings(env: NodeJS.ProcessEnv, login: string): Settings {
  const port = Number(env.CONCENTRIC_PORT ?? 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`CONCENTRIC_PORT is "${env.CONCENTRIC_PORT}". Set it to a number from 1 to 65535.`)
  const databaseUrl = env.DATABASE_URL || undefined
  return {
    dataDir: path.resolve(env.CONCENTRIC_DATA_DIR || 'data'),
    port,
    host: env.CONCENTRIC_HOST || '127.0.0.1',
    databaseUrl,
    loadsDemo: !databaseUrl && (env.CONCENTRIC_DEMO ?? 'on') !== 'off',
    operator: env.CONCENTRIC_OPERATOR || login,
  }
}
