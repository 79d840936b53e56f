// What came of looking for homes in the demonstration: homes that were asked, a no, homes that were decided on with approvals, and looks at those who moved in.
import { addDays, type IsoDay } from '#calendar'
import { chanceFrom } from '#chance'
import { type Asking, type Door, writeParts } from '#database'
import { homesToOffer, type MovedIn, movedLately, type Offered } from './chosen-store.ts'
import { hasAny, type NewRow, openedRequests, writeRows } from './store.ts'

type Making = { readonly ids: () => string; readonly today: IsoDay }
type Chosen = {
  readonly child: string
  readonly request: string
  readonly home: Pick<Offered, 'household' | 'called'>
  readonly decided: IsoDay
  readonly starts: IsoDay
  readonly approvals: readonly string[]
}
type StepOf = Pick<Chosen, 'child' | 'request' | 'home'>
type Step = { readonly kind: string; readonly on: IsoDay; readonly said?: string; readonly reason?: string }
function stepRow({ child, request, home }: StepOf, { kind, on, said = '', reason }: Step, { ids }: Making): NewRow {
  const asked = kind === 'asked' ? { version: request, left_out: [], until: addDays(on, 60) } : {}
  const none = { version: null, left_out: null, until: null, reason: reason ?? null }
  return {
    ...{ table: 'kith.home_step', id: ids(), child },
    columns: { request, household: home.household, kind, happened: on, ...none, ...asked },
    words: writeParts({ called: home.called, said, told: '' }),
  }
}
const LIST = 'invented'
const noList = '0'.repeat(64)
function decisionRow({ child, request, home, ...chosen }: Chosen, id: string): NewRow {
  const far = chosen.approvals.length > 0
  const columns = {
    ...{ request, household: home.household, decided: chosen.decided, starts: chosen.starts, settings: LIST },
    ...{ list_hash: noList, listed: [home.household], needed: far ? ['director'] : [], approvals: chosen.approvals },
    distance_reason: far ? 'none locally' : 'not at a distance',
  }
  const words = writeParts({
    ...{ called: home.called, why: 'They have time, a room of your own, and they said yes after meeting you.' },
    ...{ child: 'They were nice. I liked the garden.', not_first: '', how: '' },
    not_there: far ? 'Every home near by with a place was asked, and said no.' : 'Nothing that you asked for.',
  })
  return { table: 'kith.match_decision', id, child, columns, words }
}

/** Of requests that are open: some homes asked, one no and one yes; the last two decided on, one of them far. */
type Looking = { readonly child: string; readonly request: string }
function stepsOf(one: Looking, offered: readonly Offered[], { at, making }: { at: number; making: Making }) {
  const homes = [0, 1, 2].flatMap((turn) => offered[(at * 3 + turn) % Math.max(1, offered.length)] ?? [])
  const { today } = making
  const on = (back: number) => addDays(today, -back)
  const of = (home: Offered, steps: readonly Step[]) =>
    steps.map((step) => stepRow({ child: one.child, request: one.request, home }, step, making))
  const no = { kind: 'no', on: on(4), said: 'Two little ones just came; it would be too much now.', reason: 'matching' }
  return homes.flatMap((home, turn) => {
    if (turn === 0) return of(home, [{ kind: 'shortlisted', on: on(8) }, { kind: 'asked', on: on(7) }, no])
    if (turn === 1 && at % 2 === 0)
      return of(home, [
        ...[{ kind: 'shortlisted', on: on(6) } as const, { kind: 'asked', on: on(5) } as const],
        { kind: 'question', on: on(4), said: 'May they bring their guinea pigs?' },
        { kind: 'answer', on: on(3), said: 'They have two, and would love to.' },
      ])
    return at % 3 === 0 ? of(home, [{ kind: 'shortlisted', on: on(3) }]) : []
  })
}

/** Of so few that are open, most stay so. */
const decidedOf = (open: number): number => Math.min(3, Math.floor(open / 3))
function decidedOn(
  looking: readonly Looking[],
  offered: readonly Offered[],
  making: Making,
): readonly { readonly chosen: Chosen; readonly rows: readonly NewRow[] }[] {
  const [far, near] = [offered.filter(({ distant }) => distant), offered.filter(({ distant }) => !distant)]
  return looking.flatMap((one, at) => {
    const home = (at < 2 ? far[at] : undefined) ?? near[at]
    if (home === undefined) return []
    const decided = addDays(making.today, at === 0 ? -5 : -2)
    const approvals = home.distant ? ['placement at a distance'] : []
    const starts = addDays(making.today, 4 + at)
    const chosen = { child: one.child, request: one.request, home, decided, starts, approvals }
    const held = { kind: 'reserved', placement: null, since: decided, look_again: null, until: null, outcome: null }
    const rows: readonly NewRow[] = [
      ...['shortlisted', 'asked', 'yes'].map((kind, step) =>
        stepRow(chosen, { kind, on: addDays(decided, step - 4), said: '' }, making),
      ),
      {
        ...{ table: 'kith.place_held', id: making.ids(), child: one.child, words: undefined },
        columns: { ...held, household: home.household },
      },
    ]
    return [{ chosen, rows }]
  })
}

const LOOKS = [
  ['72 hours', 3],
  ['28 days', 28],
  ['90 days', 90],
] as const
const OWN = [
  'It is quiet here. I like my room.',
  'They let me ring Nan whenever I want.',
  'I miss my old street. The food is good.',
  'Better than I thought.',
] as const
/** A look that is due and was not held stays so: here and there the last one is late. */
function looksOf({ child, since }: MovedIn, decision: string, { ids, today }: Making): readonly NewRow[] {
  const chance = chanceFrom(`looks ${since}`)
  return LOOKS.flatMap(([stage, days]): readonly NewRow[] => {
    const happened = addDays(since, Math.max(1, days - chance.whole(0, 2)))
    if (happened > today || chance.happens(0.15)) return []
    const goes = chance.weighted({ 'goes on': 75, 'more is needed': 20, 'look again': 5 })
    const promised = chance.happens(0.3) ? 'The bus pass.' : ''
    const words = writeParts({ own: chance.pick(OWN), promised, todo: promised === '' ? '' : 'Asked for again today.' })
    return [{ table: 'kith.match_review', id: ids(), child, columns: { decision, stage, happened, goes }, words }]
  })
}
/** Who moved in by a decision: the request that was closed, what was decided, and how it is since. */
function movedRows(one: MovedIn, making: Making): readonly NewRow[] {
  const { ids } = making
  const [request, decision] = [ids(), ids()]
  const [asked, decided] = [addDays(one.since, -18), addDays(one.since, -6)]
  const columns = {
    ...{ needed_by: one.since, emergency: false, kinds: ['foster'], living_with: 'anybody', family_considered: true },
    ...{ no_family_home: false, with_siblings: null, needs: [], must_have: [], hopes: ['a bedroom of their own'] },
    ...{ no_pets: [], faith_matters: false, school_year: null, closed: one.since, closed_why: 'found' },
  }
  const words = writeParts({
    ...{ own: 'I want my own room and a door that closes.', good: 'Funny, and kind to younger children.' },
    ...{
      like: 'football\nbaking',
      helps: 'Tell me what comes next.',
      considered: 'An aunt was asked. She cannot now.',
    },
  })
  const chosen = { child: one.child, request, home: one, decided, starts: one.since, approvals: [] }
  return [
    { table: 'kith.home_request', id: request, child: one.child, columns, words },
    ...['shortlisted', 'asked', 'yes'].map((kind, at) => stepRow(chosen, { kind, on: addDays(asked, at * 4) }, making)),
    decisionRow(chosen, decision),
    ...looksOf(one, decision, making),
  ]
}

const MOVED = 9
type Asked = { readonly id: string; readonly child: string; readonly decided: IsoDay }
async function choose(asking: Asking, today: IsoDay): Promise<readonly Asked[]> {
  if (await hasAny(asking, 'kith.match_decision')) return []
  const [looking, offered] = [await openedRequests(asking), await homesToOffer(asking)]
  const moved = await movedLately(asking, { from: addDays(today, -130), to: addDays(today, -4), most: MOVED })
  const spare = [...(await asking.newIds(looking.length * 10 + moved.length * 10))]
  const making = { ids: () => spare.pop() ?? '', today }
  const cut = looking.length - decidedOf(looking.length)
  const still = looking.slice(0, cut)
  const decided = decidedOn(looking.slice(cut), offered, making)
  const made = decided.map((one) => ({ ...one, id: making.ids() }))
  const asked = made.flatMap(({ chosen, id }) =>
    chosen.approvals.map((kind) => ({ kind, decision: id, chosen, request: making.ids() })),
  )
  await writeRows(asking, [
    ...moved.flatMap((one) => movedRows(one, making)),
    ...still.flatMap((one, at) => stepsOf(one, offered, { at, making })),
    ...made.flatMap(({ chosen, rows, id }) => [...rows, decisionRow(chosen, id)]),
    ...asked.map(({ kind, decision, chosen, request }): NewRow => {
      const on = { of_relation: 'director', on_table: 'match_decision', on_line: decision, by_when: chosen.starts }
      const words = 'Nearer homes were asked first. This one can begin in time.'
      return { table: 'kith.approval_request', id: request, child: chosen.child, columns: { kind, ...on }, words }
    }),
  ])
  return asked.map(({ request, chosen }) => ({ id: request, child: chosen.child, decided: chosen.decided }))
}

/** The first of those that were asked for; the others wait. */
async function approve(asking: Asking, { id: request, child, decided }: Asked): Promise<void> {
  const [id = ''] = await asking.newIds(1)
  const columns = { request, answer: 'approved', answered: addDays(decided, 1) }
  const words = 'I have read where they asked, and how school and family are kept.'
  await writeRows(asking, [{ table: 'kith.approval_answer', id, child, columns, words }])
}

/** Once: where anything was decided, it was done. */
export async function inventChosen(
  door: Door,
  council: number,
  { today, director }: { readonly today: IsoDay; readonly director: string },
): Promise<void> {
  const [first] = await door.asService(council, 'import', async (asking) => await choose(asking, today))
  if (first !== undefined && director !== '')
    await door.as({ council, person: director }, async (asking) => await approve(asking, first))
}
