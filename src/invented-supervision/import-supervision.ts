// Some months of invented supervision: each worker with their manager, a full discussion of each child, decisions, actions, signatures.
import { addDays, addMonths, day, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import { type Asking, type Door, writeParts } from '#database'
import { audienceColumns, NOT_RELEASED } from '#people'
import { saveTelephone } from '#workforce'
import {
  ACTIONS,
  CANCELLED,
  CARRIED,
  CHANGED,
  DECISIONS,
  LIVES,
  PROGRESS,
  SHOWS,
  THEIRS,
  THINKING,
  WELL,
  WORRIES,
} from './spoken-data.ts'
import { planParts, type Supervised, supervisedPairs, supervisionThere } from './store.ts'

/** How many months back, and on which day of each. */
const MONTHS = [2, 1, 0] as const
/** Every so many workers: a time that fell out, one that is late, one not yet signed. */
const [FELL_OUT, LATE, NOT_SIGNED] = [7, 9, 3]

type Meeting = Omit<Supervised, 'children'> & {
  readonly id: string
  readonly held: IsoDay
  readonly cancelled: string | null
  readonly signed: boolean
  readonly children: readonly string[]
}
const at = <Value>(list: readonly [Value, ...Value[]] | readonly Value[], number: number): Value | undefined =>
  list[number % list.length]

/** `full`: of these workers every month is written of every child; of the others the last. */
function meetingsOf(pairs: readonly Supervised[], today: IsoDay): readonly Omit<Meeting, 'id'>[] {
  return pairs.flatMap(({ worker, manager, children }, number) => {
    const late = number % LATE === LATE - 1
    return MONTHS.filter((months) => !(late && months === 0)).map((months, turn, all) => {
      const held = addDays(addMonths(today, -months), -2 - (number % 12))
      const last = turn === all.length - 1
      const cancelled = number % FELL_OUT === 2 && months === 1 ? (at(CANCELLED, number) ?? null) : null
      const written = cancelled === null && (last || number < 4)
      return {
        ...{ worker, manager, held, cancelled, children: written ? children : [] },
        signed: cancelled === null && !(last && number % NOT_SIGNED === 0),
      }
    })
  })
}

type Row = Readonly<Record<string, unknown>>
type Words = { readonly id: string; readonly child: string | null; readonly text: string | undefined }
async function sealed(asking: Asking, words: readonly Words[]): Promise<ReadonlyMap<string, string>> {
  const kept = words.flatMap(({ id, child, text }) => (text === undefined ? [] : [{ record: id, child, text }]))
  return await asking.keepWords(kept)
}

/** Once. Everything is written in one transaction, signatures last: after them nothing may be written. */
export async function importSupervision(door: Door, council: number, today: IsoDay): Promise<void> {
  await door.asService(council, 'import', async (asking) => {
    if (await supervisionThere(asking)) return
    const pairs = await supervisedPairs(asking, today)
    const wanted = meetingsOf(pairs, today)
    const ids = await asking.newIds(wanted.length)
    const meetings = wanted.map((one, number) => ({ ...one, id: ids[number] ?? '' }))
    if (meetings.length === 0) return
    await writeTelephones(asking, pairs)
    await writeMeetings(asking, meetings)
    const spoken = await writeEntries(asking, meetings, today)
    await writeProgress(asking, spoken)
    await writeWhatCame(asking, spoken, today)
    await writeSignatures(asking, meetings, today)
  })
}
const shapeOf = ({ who: { council, person: recorded_by } }: Asking, id: string) => ({
  council,
  id,
  line: id,
  recorded_by,
})

/** Numbers that nobody has: kept free for stories. */
async function writeTelephones(asking: Asking, pairs: readonly Supervised[]): Promise<void> {
  const managers = [...new Set(pairs.map(({ manager }) => manager))].toSorted()
  for (const [at, manager] of managers.entries())
    await saveTelephone(asking, manager, `01632 960 ${String(201 + at).padStart(3, '0')}`)
}
async function writeMeetings(asking: Asking, meetings: readonly Meeting[]): Promise<void> {
  await asking.insert(
    'kith.supervision',
    meetings.map(({ id, worker, manager, held, cancelled }, number) => ({
      ...{ ...shapeOf(asking, id), kind: 'one to one', worker, supervisor: manager, held, cancelled, people: [] },
      minutes: cancelled === null ? 85 + ((number * 5) % 30) : null,
    })),
  )
}

type Spoken = Meeting & {
  readonly child: string
  readonly number: number
  readonly entry: string
  readonly decision: string
  readonly action: string
}
async function writeEntries(asking: Asking, meetings: readonly Meeting[], today: IsoDay): Promise<readonly Spoken[]> {
  const all = meetings.flatMap((meeting) => meeting.children.map((child) => ({ ...meeting, child })))
  const ids = await asking.newIds(all.length * 3)
  const spoken = all.map((one, number): Spoken => {
    const [entry = '', decision = '', action = ''] = ids.slice(number * 3, number * 3 + 3)
    return { ...one, number, entry, decision, action }
  })
  const names = await childrenCalled(asking, [...new Set(all.map(({ child }) => child))])
  const nameOf = (child: string): string => names.get(child)?.split(' ')[0] ?? 'They'
  const words = await sealed(
    asking,
    spoken.flatMap((one) => wordsOf(one, nameOf(one.child))),
  )
  await asking.insert(
    'kith.supervision_entry',
    spoken.map((one) => entryRow(asking, one, words)),
  )
  await asking.insert(
    'kith.decision',
    spoken.map((one) => decisionRow(asking, one, words)),
  )
  await asking.insert(
    'kith.action',
    spoken.filter(acts).map((one) => actionRow(asking, one, { words, today })),
  )
  return spoken
}
/** One in three discussions ends in an action. */
const acts = ({ number }: Spoken): boolean => number % 3 === 0
function wordsOf(one: Spoken, name: string): readonly Words[] {
  const { number, child } = one
  const [decision = '', reasons = ''] = at(DECISIONS, number) ?? []
  const [what = '', intended = ''] = at(ACTIONS, Math.floor(number / 3)) ?? []
  const texts = {
    life: (at(LIVES, number) ?? '').replaceAll('NAME', name),
    ...{ theirs: at(THEIRS, number + 1) ?? '', well: at(WELL, number) ?? '', worries: at(WORRIES, number + 2) ?? '' },
    thinking: at(THINKING, number + 1) ?? '',
  }
  return [
    { id: one.entry, child, text: writeParts(texts) },
    { id: one.decision, child, text: writeParts({ question: 'Supervision', decision, reasons }) },
    ...(acts(one) ? [{ id: one.action, child, text: writeParts({ what, intended }) }] : []),
  ]
}
const PERMANENCE = ['clear', 'reached', 'late', 'clear', 'unclear'] as const
type Sealed = ReadonlyMap<string, string>
const entryRow = (asking: Asking, one: Spoken, words: Sealed): Row => ({
  ...{ ...shapeOf(asking, one.entry), child: one.child, session: one.id, kind: 'full', held: one.held },
  ...{
    worker: one.worker,
    supervisor: one.manager,
    permanence: at(PERMANENCE, one.number),
    said: words.get(one.entry),
  },
})
const NARROWED = audienceColumns(NOT_RELEASED)
const decisionRow = (asking: Asking, one: Spoken, words: Sealed): Row => ({
  ...{ ...shapeOf(asking, one.decision), child: one.child, kind: 'management oversight', decided: one.held },
  ...{ decided_as: 'worker', decided_by: one.manager, on_table: 'supervision_entry', on_line: one.entry },
  ...{ ...NARROWED, said: words.get(one.decision) },
})
const actionRow = (asking: Asking, one: Spoken, { words, today }: { words: Sealed; today: IsoDay }): Row => ({
  ...{ ...shapeOf(asking, one.action), child: one.child, owned_by: 'worker', owner: one.worker, origin: 'supervision' },
  ...{ due: promisedOf(one, today), on_table: 'supervision_entry', on_line: one.entry },
  ...{ ...NARROWED, said: words.get(one.action) },
})

/** Of an earlier month its day has come; of the last it lies ahead. */
const isEarlier = ({ held }: Spoken, today: IsoDay): boolean => held < addDays(addMonths(today, -1), 1)
const promisedOf = (one: Spoken, today: IsoDay): IsoDay =>
  isEarlier(one, today) ? addDays(one.held, 14) : addDays(today, 1 + (one.number % 20))

/** How far each part of the plan has come, in most of the discussions. */
async function writeProgress(asking: Asking, spoken: readonly Spoken[]): Promise<void> {
  const parts = await planParts(asking)
  const wanted = spoken
    .filter(({ number }) => number % 6 !== 5)
    .flatMap((one) => (parts.get(one.child) ?? []).map((part, place) => ({ one, part, turn: one.number + place })))
  const ids = await asking.newIds(wanted.length)
  const words = await sealed(
    asking,
    wanted.map(({ one: { child }, turn }, number) => ({
      ...{ id: ids[number] ?? '', child },
      text: writeParts({ shows: at(SHOWS, turn) ?? '' }),
    })),
  )
  const rows = wanted.map(({ one, part, turn }, number) => {
    const id = ids[number] ?? ''
    const shape = { ...shapeOf(asking, id), child: one.child, entry: one.entry, said: words.get(id) }
    return { ...shape, plan: part.plan, part: part.part, progress: at(PROGRESS, turn) }
  })
  if (rows.length > 0) await asking.insert('kith.supervision_progress', rows)
}

/** What became of the actions of earlier months: most are done, some carried on, one in eight twice. */
async function writeWhatCame(asking: Asking, spoken: readonly Spoken[], today: IsoDay): Promise<void> {
  const earlier = spoken.filter((one) => acts(one) && isEarlier(one, today))
  const names = await childrenCalled(asking, [...new Set(earlier.map(({ child }) => child))])
  const ends = earlier.filter((_, turn) => turn % 8 < 5)
  const steps = earlier
    .filter((_, turn) => turn % 8 >= 5)
    .flatMap((one, turn) => [one, ...(turn % 2 === 0 ? [one] : [])])
  const ids = await asking.newIds(ends.length + steps.length)
  const told = [
    ...ends.map(({ child, number }) => ({
      ...{ child, text: (at(CHANGED, number) ?? '').replaceAll('NAME', names.get(child)?.split(' ')[0] ?? 'They') },
    })),
    ...steps.map(({ child }) => ({ child, text: writeParts({ why: CARRIED }) })),
  ].map((one, number) => ({ ...one, id: ids[number] ?? '' }))
  const words = await sealed(asking, told)
  const shape = (number: number, { child, action }: Spoken) => {
    const id = ids[number] ?? ''
    return { ...shapeOf(asking, id), child, action, said: words.get(id) }
  }
  const outcomes = ends.map((one, number) => ({
    ...{ ...shape(number, one), outcome: 'done', happened: addDays(one.held, 12) },
  }))
  const carried = steps.map((one, number) => ({
    ...{ ...shape(ends.length + number, one), kind: 'carried on', due: addDays(today, 5 + (number % 9)) },
  }))
  if (outcomes.length > 0) await asking.insert('kith.action_outcome', outcomes)
  if (carried.length > 0) await asking.insert('kith.action_step', carried)
}

async function writeSignatures(asking: Asking, meetings: readonly Meeting[], today: IsoDay): Promise<void> {
  const signing = meetings.filter(({ signed, cancelled }) => signed && cancelled === null)
  const ids = await asking.newIds(signing.length * 2)
  const rows = signing.flatMap(({ id: session, worker, manager, held }, number) => {
    const signed = day(addDays(held, 2) > today ? today : addDays(held, 2))
    return (['supervisor', 'worker'] as const).map((part, turn) => ({
      ...{ ...shapeOf(asking, ids[number * 2 + turn] ?? ''), session, part, answer: 'agreed', signed },
      signer: part === 'worker' ? worker : manager,
    }))
  })
  await asking.insert('kith.supervision_signature', rows)
}
