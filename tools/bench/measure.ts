// Measures a piece of work honestly: CPU of Node and of PostgreSQL, wall beside it, best of three, against a target.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Measured = {
  readonly node: number
  readonly postgres: number
  readonly wall: number
  readonly peakMegabytes: number
}
export type Figure = {
  readonly name: string
  /** Seconds of CPU (Node and PostgreSQL together) unless `counts` says otherwise; undefined: only reported. */
  readonly target: number | undefined
  readonly counts: 'cpu' | 'wall' | 'megabytes' | 'kilobytes'
  readonly best: Measured
  /** What was sent, where that counts. */
  readonly kilobytes?: number
}

/** Seconds of CPU that the server with this postmaster, and everything it has run, has used so far. */
export function serverSeconds(postmaster: number | undefined): number {
  if (postmaster === undefined) return 0
  const own = ticksOf(postmaster, true)
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((fields) => fields !== undefined && Number(fields[1]) === postmaster)
    .reduce((sum, fields) => sum + Number(fields?.[11]) + Number(fields?.[12]), 0)
  return (own + running) / 100
}

/** The process of the server behind a test database, told by the folder of its socket. */
export function postmasterOf({ host }: { readonly host: string }): number {
  return Number(readFileSync(join(host, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Fields of /proc/PID/stat after the command: state, parent, …; undefined where the process is gone. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function ticksOf(pid: number, withChildren: boolean): number {
  const fields = statOf(pid) ?? []
  return [11, 12, ...(withChildren ? [13, 14] : [])].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0)
}

/** Seconds of CPU that this process has used so far. */
export const processSeconds = (pid: number): number => ticksOf(pid, false) / 100

/** Seconds of CPU of the programs that this process started and that have ended, with what they waited for themselves. */
export function endedSeconds(): number {
  const fields = statOf(process.pid) ?? []
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100
}

type Run = { readonly postmaster?: number; readonly times?: number; readonly before?: () => Promise<void> }

/** The best of three runs by CPU; `before` is not counted. */
export async function bestOf(
  work: () => Promise<unknown> | unknown,
  { postmaster, times = 3, before }: Run = {},
): Promise<Measured> {
  let best: Measured | undefined
  for (let turn = 0; turn < times; turn += 1) {
    await before?.()
    globalThis.gc?.()
    const [cpu, server, wall] = [process.cpuUsage(), serverSeconds(postmaster), performance.now()]
    await work()
    const { user, system } = process.cpuUsage(cpu)
    const one: Measured = {
      node: (user + system) / 1e6,
      postgres: serverSeconds(postmaster) - server,
      wall: (performance.now() - wall) / 1000,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    }
    if (best === undefined || one.node + one.postgres < best.node + best.postgres) best = one
  }
  if (best === undefined) throw new Error('nothing was measured')
  return best
}

export function spent({ best, counts, kilobytes = 0 }: Figure): number {
  const each = { cpu: best.node + best.postgres, wall: best.wall, megabytes: best.peakMegabytes, kilobytes }
  return each[counts]
}

/** Of one, where so many were measured together. */
export const each = ({ node, postgres, wall, peakMegabytes }: Measured, times: number): Measured => ({
  ...{ node: node / times, postgres: postgres / times, wall: wall / times, peakMegabytes },
})

/** A fixed piece of integer work: other machines compare themselves by it. */
export async function calibration(): Promise<number> {
  const { node } = await bestOf(() => {
    let hash = 2_166_136_261
    for (let turn = 0; turn < 100_000_000; turn += 1) hash = Math.imul(hash ^ (turn & 255), 16_777_619)
    if (hash === 0) throw new Error('never')
  })
  return node
}
