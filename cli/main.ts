import os from 'node:os'
import { parseArgs } from 'node:util'
import { EmbeddedError } from '#platform/embedded-error.ts'
import { asProblem } from '#platform/problems.ts'
import { readSettings } from '#platform/settings.ts'
import { UsageError, type Command } from './command.ts'

const help = `Concentric: school, family and partners around the student.

  concentric start                                       start the database and the server, and print the address
  concentric worker                                      work on jobs only, beside servers with CONCENTRIC_WORKER=off
  concentric migrate                                     bring the database up to date
  concentric doctor                                      check the installation and say what to do
  concentric community create SLUG --name NAME [--time-zone ZONE]
  concentric steward invite EMAIL --community SLUG       print a link that makes the first account
  concentric account reset-code EMAIL                    print a link for somebody who is locked out of mail and code app
  concentric outbox                                      print the mail that waits because no mail server is set up
  concentric import PATH… --community SLUG [--apply] [--mapping FILE] [--json]
  concentric import PATH… --propose-mapping              print what the columns of files without a standard seem to be
  concentric indicators --community SLUG [--school ID] [--preset NAME] [--as-of DATE] [--json]
  concentric year-turn --community SLUG --to 2027-28 [--apply] [--json]   rehearse the turn of the school year, or do it
  concentric backup FILE · concentric backup verify FILE   everything the database keeps in one file, as of one moment
  concentric restore FILE [--destroyed LEDGER]           into an empty database, embedded or of DATABASE_URL
  concentric exposure --community SLUG --since WHEN [--account EMAIL] [--json]   whose records could have been seen
  concentric retention --community SLUG [--keep-years N] [--apply] [--json]
  concentric legal-hold place|release STUDENT --community SLUG [--reason TEXT]

Environment: CONCENTRIC_DATA_DIR (default ./data), CONCENTRIC_PORT (4000), CONCENTRIC_DEMO=off, DATABASE_URL, CONCENTRIC_OPERATOR,
CONCENTRIC_URL (the public address), CONCENTRIC_SMTP_URL, CONCENTRIC_MAIL_FROM; docs/operating.md has them all.
`

const commands: Record<string, () => Promise<{ run: Command }>> = {
  start: () => import('./start.ts'),
  worker: () => import('./worker.ts'),
  migrate: () => import('./migrate.ts'),
  doctor: () => import('./doctor.ts'),
  'community create': () => import('./community-create.ts'),
  'steward invite': () => import('./steward-invite.ts'),
  'account reset-code': () => import('./account.ts'),
  outbox: () => import('./outbox.ts'),
  import: () => import('./import.ts'),
  exposure: () => import('./exposure.ts'),
  retention: () => import('./retention.ts'),
  'legal-hold': () => import('./legal-hold.ts'),
  'backup verify': () => import('./backup-verify.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  indicators: () => import('./indicators.ts'),
  'year-turn': () => import('./year-turn.ts'),
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        community: { type: 'string' },
        name: { type: 'string' },
        'time-zone': { type: 'string' },
        school: { type: 'string' },
        preset: { type: 'string' },
        'as-of': { type: 'string' },
        to: { type: 'string' },
        'keep-years': { type: 'string' },
        since: { type: 'string' },
        account: { type: 'string' },
        reason: { type: 'string' },
        destroyed: { type: 'string' },
        apply: { type: 'boolean' },
        mapping: { type: 'string' },
        'propose-mapping': { type: 'boolean' },
        answer: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        dev: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

async function main(words: string[]): Promise<number> {
  const { values, positionals } = parse(words)
  const name = Object.keys(commands).find((each) => positionals.slice(0, each.split(' ').length).join(' ') === each)
  if (!name || values.help) {
    process.stdout.write(help)
    return values.help || positionals.length === 0 ? 0 : 2
  }
  const { run } = await commands[name]!()
  const settings = readSettings(process.env, os.userInfo().username)
  return run({ settings, options: values, words: positionals.slice(name.split(' ').length) })
}

/** 0: done. 1: could not be done, and why stands on standard error. 2: the words were off. */
async function exitCode(): Promise<number> {
  try {
    return await main(process.argv.slice(2))
  } catch (error) {
    const problem = asProblem(error)
    const isKnown = problem || error instanceof EmbeddedError || error instanceof UsageError
    process.stderr.write(isKnown ? `${(problem ?? (error as Error)).message}\n` : `${(error as Error).stack}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}

process.exitCode = await exitCode()
