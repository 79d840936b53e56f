// Runs jobs from the queue in PostgreSQL; a job carries ids only, and each failure is logged without its content.
import { Logger, run, runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Asking } from '#database'

/** Which council, and which child where the job is about one; neither for work over every council. */
export type TaskGiven = { readonly council: number | undefined; readonly child: string | undefined }
export type Task = {
  readonly name: string
  /** Hour and minute in UTC at which it also runs by itself, as in '02:15'. */
  readonly daily?: string
  readonly work: (given: TaskGiven) => Promise<void>
}
export type JobWorker = { readonly stop: () => Promise<void> }

type StartOptions = {
  readonly connection: pg.PoolConfig
  readonly tasks: readonly Task[]
  readonly log: (line: string) => void
}

const queuePool = (connection: pg.PoolConfig): pg.Pool => {
  const pgPool = new pg.Pool({ ...connection, max: 3 })
  // A connection that breaks is replaced at the next use.
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => void client.on('error', () => {}))
  return pgPool
}

/** Makes the tables of the queue where they are not yet, so that a job can be added before anything takes jobs. */
export async function makeQueue(connection: pg.PoolConfig): Promise<void> {
  const pgPool = queuePool(connection)
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) })
  } finally {
    await pgPool.end()
  }
}

/** Starts taking jobs; `stop` lets those under way finish. */
export async function startJobs({ connection, tasks, log }: StartOptions): Promise<JobWorker> {
  const pgPool = queuePool(connection)
  const runner = await run({
    pgPool,
    concurrency: 1,
    noHandleSignals: true,
    crontab: crontabOf(tasks),
    taskList: Object.fromEntries(
      tasks.map(({ name, work }) => [name, async (payload: unknown) => await work(readGiven(payload))]),
    ),
    logger: new Logger(() => (level, message) => {
      // The library's messages can quote a job's error; only that something failed is carried on.
      if (level === 'error')
        log(/task|job/i.test(message) ? 'a job failed and will be tried again' : 'the queue met an error')
    }),
  })
  return {
    stop: async () => {
      await runner.stop()
      await pgPool.end()
    },
  }
}

function crontabOf(tasks: readonly Task[]): string {
  return tasks
    .flatMap(({ name, daily }) => {
      if (daily === undefined) return []
      const [hour, minute] = daily.split(':').map(Number)
      return [`${minute} ${hour} * * * ${name} ?fill=1d`]
    })
    .join('\n')
}

function readGiven(payload: unknown): TaskGiven {
  const given: { council?: unknown; child?: unknown } = typeof payload === 'object' && payload !== null ? payload : {}
  return {
    council: typeof given.council === 'number' ? given.council : undefined,
    child: typeof given.child === 'string' ? given.child : undefined,
  }
}

/** Adds a job in this transaction: it exists when, and only when, the transaction is kept. */
export async function addJob(asking: Asking, task: string, child?: string): Promise<void> {
  await sql`select kith.add_job(${task}, ${child ?? null})`.execute(asking.record)
}
