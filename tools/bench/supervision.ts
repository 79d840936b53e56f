// Measures opening a time together, as it is served: twelve children and more, each with every fact that the record knows.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Figure } from './measure.ts'
import { loadReturn, runsOf, signedIn, start, stop } from './page.ts'

/** Node and PostgreSQL together. */
const OPENED = 0.06
const CHILDREN = 12

type Found = { readonly line: string; readonly supervisor: string; readonly children: number }
/** Of the times together the last with twelve children at least, and the fewest above that. */
async function aSession(home: string): Promise<Found> {
  const owner = new pg.Client({ host: join(home, 'postgres/socket'), user: 'kith_owner', database: 'kith' })
  await owner.connect()
  const { rows } = await owner.query<Found>(
    `select s.line, s.supervisor, count(*)::int as children from kith.supervision_current s
       join kith.supervision_entry_current e on e.council = s.council and e.session = s.line
     group by s.line, s.supervisor, s.held having count(*) >= $1 order by count(*), s.held desc limit 1`,
    [CHILDREN],
  )
  await owner.end()
  const [found] = rows
  if (found === undefined) throw new Error('The demonstration is not as it was.')
  return found
}

export async function benchSupervision(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-supervision-'))
  // The account of the database has to reach it.
  chmodSync(home, 0o755)
  await loadReturn(home)
  const running = await start(home)
  const agent = new Agent({ keepAlive: true })
  try {
    const { line, supervisor, children } = await aSession(home)
    const asked = { port: running.port, cookie: await signedIn(running.port, supervisor), agent }
    const runs = await runsOf({ running, asked, child: '' }, `/supervision/sessions/${line}`)
    const [best] = runs.toSorted((a, b) => a.node + a.postgres - b.node - b.postgres)
    const name = `supervision: a time together with ${children} children, every fact of each`
    return best ? [{ name, target: OPENED, counts: 'cpu', best }] : []
  } finally {
    agent.destroy()
    await stop(running)
    rmSync(home, { recursive: true, force: true })
  }
}
