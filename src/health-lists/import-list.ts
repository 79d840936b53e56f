// Takes a provider's list into the record, row by row, in the name of whoever sent it: each row is taken, known, otherwise, or not understood.
import { mayDo } from '#access'
import type { IsoDay } from '#calendar'
import { type Asking, changeFrom, correct, lockChildren, recordFirst } from '#database'
import type { RowFault } from '#sent-lists'
import { mastersNow } from '#sources'
import type { ListRow, ReadList, Said } from './list-row.ts'
import {
  type Known,
  type Met,
  mayBeAssessment,
  mayBeReferral,
  metAssessment,
  metReferral,
  wordsWith,
} from './meeting.ts'
import {
  apart,
  childrenByNumber,
  knownIn,
  listFor,
  rowsOfChild,
  rowsOfList,
  takeListTurn,
  writeFaults,
  writeRow,
} from './store.ts'

export type Sent = {
  readonly read: ReadList
  readonly provider: string
  readonly ofDay: IsoDay
  readonly fingerprint: string
  readonly today: IsoDay
  /** By command: no person asks, and every child of the council is found. */
  readonly byService?: boolean
}
export type Taken = {
  readonly list: string
  /** Rows, of this time; `before`: taken when the list was sent before. */
  readonly counts: Readonly<Record<'taken' | 'known' | 'contradicts' | 'faults' | 'before', number>>
}
/** Alike, whether there is no such child, or one whose health the sender may not write. */
const NOT_FOUND = 'No child with this number is known, or not one whose health you may write.'
const NOT_HELD = 'The record cannot hold this row as it stands.'

type Run = Sent & { readonly list: string; readonly elsewhere: string | undefined }
type Done = 'taken' | 'known' | 'contradicts' | RowFault

async function writeReferral(asking: Asking, met: Extract<Met, { kind: 'first' | 'fills' }>, { child, today }: At) {
  const of = met.kind === 'fills' ? met.of : undefined
  const may = mayBeReferral(met.values, of, today)
  if (!('ok' in may)) return undefined
  const words = wordsWith(met.values, of?.words)
  if (of === undefined)
    return (await recordFirst(asking, 'kith.health_referral', { child, columns: may.ok, words })).line
  const done = await changeFrom(asking, 'kith.health_referral', { id: of.id, columns: may.ok, words })
  return 'ok' in done ? of.line : undefined
}
async function writeAssessment(asking: Asking, met: Extract<Met, { kind: 'first' | 'fills' }>, { child, today }: At) {
  const of = met.kind === 'fills' ? met.of : undefined
  const may = mayBeAssessment(met.values, of, today)
  if (!('ok' in may)) return undefined
  if (of === undefined) return (await recordFirst(asking, 'kith.health_assessment', { child, columns: may.ok })).line
  // a report that came is news; another day or another assessor was so from the beginning
  const onlyReport = met.kind === 'fills' && met.fields.every((field) => field === 'reported')
  const write = onlyReport ? changeFrom : correct
  const done = await write(asking, 'kith.health_assessment', { id: of.id, columns: may.ok })
  return 'ok' in done ? of.line : undefined
}
type At = { readonly child: string; readonly today: IsoDay }

/** Said before in a list, and otherwise than the record then as now: it is not asked twice. */
async function askedBefore(asking: Asking, child: string, { row, of }: { row: ListRow; of: Known }): Promise<boolean> {
  const same = (a: Said, b: Said) =>
    Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([field, value]) => b[field] === value)
  return (await rowsOfChild(asking, child)).some(
    ({ outcome, on_line, said }) => outcome === 'contradicts' && on_line === of.line && same(said, row.said),
  )
}

async function takeRow(asking: Asking, run: Run, { row, child }: { row: ListRow; child: string }): Promise<Done> {
  const { read, provider, ofDay, today, list } = run
  const referral = read.kind === 'referrals'
  const [table, name] = referral
    ? (['kith.health_referral', 'health_referral'] as const)
    : (['kith.health_assessment', 'health_assessment'] as const)
  const known = await knownIn(asking, table, { child, provider, ofDay })
  const met = (referral ? metReferral : metAssessment)(row, { known, today })
  if (met.kind === 'fault') return { row: row.row, field: met.field, says: met.says }
  const written = { list, row: row.row, reference: row.reference, said: row.said }
  if (met.kind === 'first' || met.kind === 'fills') {
    if (run.elsewhere !== undefined) return { row: row.row, field: null, says: run.elsewhere }
    const line = await (referral ? writeReferral : writeAssessment)(asking, met, { child, today })
    if (line === undefined) return { row: row.row, field: null, says: NOT_HELD }
    const fields = met.kind === 'fills' ? met.fields : Object.keys(row.said)
    await writeRow(asking, child, { ...written, outcome: 'taken', fields, on: { table: name, line } })
    return 'taken'
  }
  const again = met.kind === 'contradicts' && (await askedBefore(asking, child, { row, of: met.of }))
  const outcome = met.kind === 'known' || again ? 'known' : 'contradicts'
  const fields = met.kind === 'contradicts' ? met.fields : []
  await writeRow(asking, child, { ...written, outcome, fields, on: { table: name, line: met.of.line } })
  return outcome
}

/** Assessments that another system records are not added to by hand, nor by a list. */
async function recordedElsewhere(asking: Asking, { kind }: ReadList): Promise<string | undefined> {
  if (kind === 'referrals') return undefined
  const master = (await mastersNow(asking)).get('health')
  return master?.master === 'other' ? `Health assessments are recorded in ${master.system}, not here.` : undefined
}

async function allowed(asking: Asking, { byService }: Sent, children: Iterable<string>): Promise<ReadonlySet<string>> {
  const all = [...new Set(children)]
  if (byService === true) return new Set(all)
  const may: string[] = []
  for (const child of all) if (await mayDo(asking, child, ['write', 'health'])) may.push(child)
  return new Set(may)
}

/** The same list again adds nothing but what could not be taken before. */
export async function takeList(asking: Asking, sent: Sent): Promise<Taken> {
  const { read, provider, ofDay, fingerprint } = sent
  await takeListTurn(asking)
  const list = await listFor(asking, { ...{ kind: read.kind, provider, ofDay, fingerprint }, rowsRead: read.rowsRead })
  const numbers = await childrenByNumber(
    asking,
    read.rows.map(({ child }) => child),
  )
  const may = await allowed(asking, sent, numbers.values())
  await lockChildren(asking, [...may])
  const run: Run = { ...sent, list, elsewhere: await recordedElsewhere(asking, read) }
  const counts = { taken: 0, known: 0, contradicts: 0, faults: 0, before: 0 }
  const faults: RowFault[] = [...read.faults]
  const before = new Set((await rowsOfList(asking, list)).map(({ row }) => row))
  for (const row of read.rows) {
    const child = numbers.get(row.child)
    if (child === undefined || !may.has(child)) {
      faults.push({ row: row.row, field: 'child', says: NOT_FOUND })
      continue
    }
    if (before.has(row.row)) {
      counts.before += 1
      continue
    }
    const done = await apart(asking, async () => await takeRow(asking, run, { row, child }))
    if (done === 'refused') faults.push({ row: row.row, field: null, says: NOT_HELD })
    else if (typeof done === 'object') faults.push(done)
    else counts[done] += 1
  }
  counts.faults = new Set(faults.map(({ row }) => row)).size
  await writeFaults(asking, list, faults)
  return { list, counts }
}
