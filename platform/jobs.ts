import { Logger, run, runMigrations, type Runner, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { RoleUrls } from './roles.ts'

// Held in share by every living worker: whoever gets it alone knows that the jobs still marked as taken belong to the dead.
const livingWorkers = 4100200303

// Twelve tries with growing pauses are sixteen hours: what waits for another server may wait over a night.
const enqueueing = `
  create or replace function graphile_worker.enqueue(task text, subject uuid) returns void language sql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
    select graphile_worker.add_job(enqueue.task, json_build_object('id', enqueue.subject), job_key := enqueue.task || ':' || enqueue.subject,
      max_attempts := 3)
  $$;
  revoke all on function graphile_worker.enqueue(text, uuid) from public;
  grant usage on schema graphile_worker to concentric_app, concentric_owner;
  grant execute on function graphile_worker.enqueue(text, uuid) to concentric_app, concentric_owner;

  create or replace function graphile_worker.enqueue_patiently(task text, subject uuid) returns void language sql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
    select graphile_worker.add_job(enqueue_patiently.task, json_build_object('id', enqueue_patiently.subject),
      job_key := enqueue_patiently.task || ':' || enqueue_patiently.subject, max_attempts := 12)
  $$;
  revoke all on function graphile_worker.enqueue_patiently(text, uuid) from public;
  grant execute on function graphile_worker.enqueue_patiently(text, uuid) to concentric_owner`
/** A job's body: it gets the id of what it works on, and fetches everything else through a door. */
export type Tasks = Record<string, (id: string) => Promise<void>>

/** Runs background jobs, those first that a killed process left behind. Stop it with `stop()`. */
export async function startWorker(
  urls: RoleUrls,
  tasks: Tasks,
  options: {
    /** Functions of the database that list (id, task) of work that nobody may have queued. */ unfinished?: string[]
    /** Which tasks run by the clock, as lines of a crontab; they get no id. */ crontab?: string
  } = {},
): Promise<{ stop: () => Promise<void> }> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, work]) => [name, (payload: unknown) => work((payload as { id: string }).id)]),
  )
  await prepareQueue(urls)
  const alive = await takeOver(urls.concentric_worker)
  for (const list of options.unfinished ?? [])
    await alive.query(`select graphile_worker.enqueue(u.task, u.id) from ${list}() u`)
  const runner: Runner = await run({
    connectionString: urls.concentric_worker,
    taskList,
    ...(options.crontab && { crontab: options.crontab }),
    concurrency: 1,
    noHandleSignals: true,
    logger: quiet,
  })
  return {
    stop: async () => {
      await runner.stop()
      await alive.end()
    },
  }
}

// A job's error may carry a value from a row; the import's own record says what went wrong.
const quiet = new Logger(() => () => {})

/** Makes the queue of jobs, or brings it up to date: without it nothing can be asked of a worker, whether one is running or not. */
export async function prepareQueue({ concentric_worker: url }: RoleUrls): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(enqueueing)
  } finally {
    await client.end()
  }
}

async function takeOver(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [livingWorkers])
  if (rows[0].alone)
    await client.query(
      'select graphile_worker.force_unlock_workers(array(select locked_by from graphile_worker.jobs where locked_by is not null))',
    )
  await client.query('select pg_advisory_lock_shared($1)', [livingWorkers])
  if (rows[0].alone) await client.query('select pg_advisory_unlock($1)', [livingWorkers])
  return client
}
