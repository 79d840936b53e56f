// Measures the clock: the ledger of 1,000 children from scratch, one child's refresh inside a write, and the pure clock over all of England.

import { sql } from 'kysely'
import { type DayNumber, day, dayOf, numberOf } from '#calendar'
import { rebuildLedger } from '#clock'
import { type Asking, withClient } from '#database'
import { type ChildFacts, dutiesOf, NOTHING_ELSE } from '#duties'
import { type Coverage, EVENT_KINDS, type EventKind } from '#ledger'
import { type TestCouncil, testCouncil } from '../../src/clock/test-council.ts'
import { bestOf, type Figure, type Measured, postmasterOf } from './measure.ts'

const TODAY = numberOf(day('2026-11-23'))
const CHILDREN = 1000
/** Children looked after in England on 31 March 2024. */
const ENGLAND = 83_630

/** Five years of one child: days only. */
interface Story {
  readonly born: DayNumber
  readonly began: DayNumber
  readonly placements: readonly { from: DayNumber; until: DayNumber | undefined; kind: 'U6' | 'U4' | 'K2' }[]
  readonly reviews: readonly DayNumber[]
  readonly visits: readonly DayNumber[]
  readonly health: readonly DayNumber[]
  readonly peps: readonly DayNumber[]
  readonly missing: readonly DayNumber[]
}

/** A fixed order of numbers that looks like chance: the same children on every machine. */
function chance(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

function each(from: DayNumber, interval: number, late: (below: number) => number): DayNumber[] {
  const days: DayNumber[] = []
  for (let n = from; n < TODAY; n += interval - 8 + late(12)) days.push(n)
  return days
}

function story(seed: number): Story {
  const any = chance(seed)
  const began = TODAY - 1826 + any(20)
  const [second, third] = [began + 90 + any(300), began + 700 + any(400)]
  return {
    born: began - 365 * (1 + any(11)) - any(365),
    began,
    placements: [
      { from: began, until: second, kind: 'U6' },
      { from: second, until: third, kind: 'K2' },
      { from: third, until: undefined, kind: 'U4' },
    ],
    reviews: [began + 20 + any(10), began + 110 + any(15), ...each(began + 300, 182, any)],
    visits: each(began + 4 + any(5), 42, any),
    health: [began + 22, ...each(began + 380, 360, any)],
    peps: each(began + 10, 115, any),
    missing: [began + 200 + any(99), began + 900 + any(99)],
  }
}

const line = (name: string, on: DayNumber) => ({ line: `${name}-${on}`, recorded: (on + 1) * 86_400_000 })
const isEventKind = (text: string): text is EventKind => Object.hasOwn(EVENT_KINDS, text)
const COVERAGE: readonly Coverage[] = [
  {
    source: "this council's record",
    holds: Object.keys(EVENT_KINDS).filter(isEventKind),
    from: TODAY - 4000,
    until: undefined,
  },
]
const VISIT = {
  by: 'representative',
  mode: 'inPerson',
  childSeen: true,
  seenAlone: true,
  virtualAuthorised: false,
} as const
const PLACED = {
  beganKnown: true,
  provider: 'PR1',
  sameCarers: false,
  planned: undefined,
  intendedTo18: undefined,
  longTermFoster: undefined,
  childAgrees: undefined,
  temporaryApproval: undefined,
  immediate: undefined,
  anotherResponsible: undefined,
  agreedVisitWeeks: [],
} as const

function factsOf(seed: number): ChildFacts {
  const { born, began, placements, reviews, visits, health, peps, missing } = story(seed)
  return {
    child: `child ${seed}`,
    birth: { ...line('birth', began), day: born },
    periods: [{ ...line('period', began), began: { kind: 'on', day: began }, ended: undefined, endReason: undefined }],
    statuses: [
      { ...line('status', began), code: 'C1', from: began, until: began + 190 },
      { ...line('status', began + 190), code: 'C2', from: began + 190, until: undefined },
    ],
    placements: placements.map(({ from, until, kind }) => {
      return { ...line('placement', from), began: from, ended: until, place: kind, ...PLACED }
    }),
    placementPlans: placements.map(({ from }) => {
      return { ...line('plan', from), placement: `placement-${from}`, prepared: from + 3, agreed: from + 4 }
    }),
    reviews: reviews.map((held) => ({
      ...line('review', held),
      held,
      participation: 'PN1',
      adjourned: false,
      pathway: false,
    })),
    reviewCalls: [],
    visits: visits.map((on) => ({ ...line('visit', on), day: on, ...VISIT })),
    visitRequests: [],
    healthAssessments: health.map((on, index) => {
      const kind = index === 0 ? 'initial' : 'review'
      return { ...line('health', on), kind, day: on, by: 'doctor', outcome: 'seen', report: on + 5 }
    }),
    peps: peps.map((on) => ({ ...line('pep', on), stage: 'effective', day: on })),
    terms: undefined,
    missingEpisodes: missing.map((from) => {
      return { ...line('missing', from), kind: 'missing', from, until: from + 1, returnedAt: undefined }
    }),
    returnInterviews: missing.map((from) => {
      const day = from + 3
      return {
        ...line('interview', from),
        episode: `missing-${from}`,
        offered: undefined,
        day,
        at: undefined,
        outcome: 'held',
      }
    }),
    ...NOTHING_ELSE,
    excuses: [],
    choices: [],
    coverage: COVERAGE,
  }
}

const GROUP = 5000

/** The clock over this many different children; making them up, a group at a time, is not counted. */
function overDifferent(children: number): { best: Measured; duties: number } {
  let [node, wall, duties] = [0, 0, 0]
  for (let first = 0; first < children; first += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, children - first) }, (_, n) => factsOf(first + n))
    const [cpu, started] = [process.cpuUsage(), performance.now()]
    for (const facts of group) duties += dutiesOf(facts, TODAY).length
    const { user, system } = process.cpuUsage(cpu)
    node += (user + system) / 1e6
    wall += (performance.now() - started) / 1000
  }
  return { best: { node, wall, postgres: 0, peakMegabytes: process.resourceUsage().maxRSS / 1024 }, duties }
}

function bestOverDifferent(children: number): { best: Measured; duties: number } {
  const runs = [1, 2, 3].map(() => overDifferent(children)).sort((a, b) => a.best.node - b.best.node)
  return runs[0] ?? overDifferent(children)
}

/** All of England, and how the time grows: five times the children may take five times the time, and half as much again for noise; what is not linear takes far more. */
export async function pureClock(): Promise<readonly Figure[]> {
  const england = bestOverDifferent(ENGLAND)
  const [few, many] = [bestOverDifferent(20_000), bestOverDifferent(100_000)]
  return [
    {
      name: `pure clock, ${ENGLAND} different children with five years of events (${england.duties} duties)`,
      target: 5,
      counts: 'cpu',
      best: england.best,
    },
    { name: 'growth: 20,000 children', target: undefined, counts: 'cpu', best: few.best },
    { name: 'growth: 100,000 children', target: 5 * few.best.node * 1.5, counts: 'cpu', best: many.best },
  ]
}

type Rows = Record<string, Record<string, unknown>[]>

type Lines = (days: readonly DayNumber[], row: (n: DayNumber, index: number) => Record<string, unknown>) => Rows[string]
const at = (n: DayNumber | undefined): string => (n === undefined ? '' : dayOf(n))

function linesOf(child: string): Lines {
  return (days, row) =>
    days.map((n, index) => {
      const id = crypto.randomUUID()
      return { id, line: id, child, recorded: `${dayOf(n + 1)}T12:00:00Z`, ...row(n, index) }
    })
}

function whereabouts({ placements, missing }: Story, lines: Lines): Rows {
  const began = placements.map(({ from }) => from)
  const placed = lines(began, (from, index) => {
    const during = `[${at(from)},${at(placements[index]?.until)})`
    return { during, kind: placements[index]?.kind, start_known: true, same_carers: false }
  })
  const gone = lines(missing, (n) => ({ kind: 'missing', since: at(n), until: at(n + 1) }))
  return {
    placement: placed,
    placement_plan: lines(began, (from, index) => {
      return { placement: placed[index]?.id, prepared: at(from + 3), signed: at(from + 4) }
    }),
    missing_episode: gone,
    return_interview: lines(missing, (n, index) => {
      return { episode: gone[index]?.id, happened: at(n + 3), outcome: 'held' }
    }),
  }
}

function rowsOf(seed: number, child: string): Rows {
  const told = story(seed)
  const { born, began, reviews, visits, health, peps } = told
  const lines = linesOf(child)
  const seen = { visitor_role: 'representative', mode: 'in person', seen: true, alone: true }
  return {
    person: [{ id: child }],
    child: [{ id: child, recorded: `${dayOf(began)}T12:00:00Z` }],
    birth_claim: lines([began], () => ({ born: at(born), basis: 'told', standing: 'in force' })),
    care_period: lines([began], () => ({ began: at(began) })),
    legal_basis: lines([began, began + 190], (n, index) => {
      const until = index === 0 ? at(began + 190) : null
      return { kind: index === 0 ? 'interim care order' : 'care order', made: at(n), until }
    }),
    ...whereabouts(told, lines),
    review: lines(reviews, (n) => ({ held: at(n), participation: 'PN1', adjourned: false })),
    visit: lines(visits, (n) => ({ happened: at(n), ...seen })),
    health_assessment: lines(health, (n, index) => {
      const kind = index === 0 ? 'initial' : 'review'
      return { kind, happened: at(n), by_role: 'doctor', outcome: 'seen', reported: at(n + 5) }
    }),
    education_plan: lines(peps, (n) => ({ stage: 'effective', happened: at(n) })),
  }
}

/** A council of so many children with five years of events each, written without the ledger. */
async function council(children: number): Promise<{ town: TestCouncil; ids: readonly string[]; postmaster: number }> {
  const town = await testCouncil('bench_ledger', { today: dayOf(TODAY) })
  const all: Rows = {}
  const ids: string[] = []
  for (let seed = 0; seed < children; seed += 1) {
    const child = crypto.randomUUID()
    ids.push(child)
    for (const [table, rows] of Object.entries(rowsOf(seed, child))) {
      const before = all[table]
      if (before === undefined) all[table] = [...rows]
      else before.push(...rows)
    }
  }
  for (const [table, rows] of Object.entries(all)) await town.write.rows(table, rows)
  // As every import does: the planner of a real council knows its tables.
  await town.door.asService(town.council, 'import', async ({ record }) => {
    await sql`select door.gather_statistics()`.execute(record)
  })
  return { town, ids, postmaster: postmasterOf(town.at.connection) }
}

/** Both figures that need a database. */
export async function ledger(): Promise<readonly Figure[]> {
  const { town, ids, postmaster } = await council(CHILDREN)
  try {
    const rebuild = async (): Promise<number> => await rebuildLedger(town.door, { council: town.council, on: TODAY })
    const empty = async (): Promise<void> =>
      await withClient(town.at.connection, async (client) => {
        await client.query('truncate kith.duty, kith.duty_reason, kith.duty_day')
      })
    const scratch = await bestOf(rebuild, { postmaster, before: empty })
    const nightly = await bestOf(rebuild, { postmaster })
    const writes = 100
    const typing = async (): Promise<void> => {
      for (const child of ids.slice(0, writes)) await typeVisit(town, child)
    }
    const whole = await bestOf(typing, { postmaster })
    const one = (seconds: number): number => seconds / writes
    const best = { ...whole, node: one(whole.node), postgres: one(whole.postgres), wall: one(whole.wall) }
    return [
      {
        name: `ledger of ${CHILDREN} children from scratch: load, clock, write`,
        target: 3,
        counts: 'cpu',
        best: scratch,
      },
      { name: 'the same over the ledger of the night before', target: 3, counts: 'cpu', best: nightly },
      { name: "one visit typed, the child's refresh inside", target: 0.015, counts: 'cpu', best },
    ]
  } finally {
    await town.close()
  }
}

async function typeVisit(town: TestCouncil, child: string): Promise<void> {
  await town.door.asService(town.council, 'command line', async (asking: Asking) => {
    const { council: number, person } = asking.who
    const [id = ''] = await asking.newIds(1)
    const row = {
      council: number,
      id,
      line: id,
      child,
      happened: dayOf(TODAY),
      visitor_role: 'other',
      mode: 'telephone',
    }
    await asking.insert('kith.visit', [{ ...row, recorded_by: person }])
  })
}
