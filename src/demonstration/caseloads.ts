// Who works with whom: the return names a worker for each row; the demonstration has few, with a real caseload each.
import { day, dayOf, numberOf } from '#calendar'
import { type InventedChild, type Staff, staffFor } from '#invented-council'
import { type Cell, type Entry, type Life, meetingsOf } from '#invented-lives'
import {
  FORMER_WORKERS,
  type Invented,
  MORE_FAMILIES,
  MORE_GIVEN,
  OTHERS,
  REVIEWING_OFFICERS,
  SOCIAL_WORKERS,
  TEAMS,
  type Team,
} from './people-data.ts'
import { STORIES } from './stories-data.ts'

/** Everybody who works with children in one council. */
export type Crew = {
  readonly workers: readonly Invented[]
  readonly former: readonly Invented[]
  readonly officers: readonly Invented[]
  readonly teams: readonly Team[]
  /** Of the former ones, who left their team within the year. */
  readonly leavers: readonly Leaver[]
}
type Leaver = Pick<Invented, 'code'> & { readonly share: number; readonly until: string }
/** Of the return of 300 children. */
export const CREW: Crew = {
  leavers: [],
  workers: SOCIAL_WORKERS,
  former: FORMER_WORKERS,
  officers: REVIEWING_OFFICERS,
  teams: TEAMS,
}
export const everybodyOf = ({ workers, former, officers, teams }: Crew): readonly Invented[] => [
  ...workers,
  ...former,
  ...officers,
  ...teams.map(({ manager }) => manager),
  ...OTHERS,
]

const pairsOfNames = MORE_GIVEN.length * MORE_FAMILIES.length
/** Shares no factor with the number of pairs. */
const STEP = 632
/** Somebody more: the n-th, whose name nobody else has while names last. */
function another(n: number, code: string): Invented {
  const pair = (n * STEP) % pairsOfNames
  const given = MORE_GIVEN[pair % MORE_GIVEN.length] ?? ''
  const family = MORE_FAMILIES[Math.floor(pair / MORE_GIVEN.length)] ?? ''
  return { code, name: `${given} ${family}` }
}

const PER_OFFICER = 62
const PER_TEAM = 5
/** As many posts as are published to have been left, of a hundred: 6.2, of workers and officers together. */
const LEAVERS = 0.07
const LEFT: readonly Omit<Leaver, 'code'>[] = [
  { share: 1, until: '2027-01-04' },
  { share: 0.8, until: '2027-03-01' },
]
/** As many as an invented council of so many children needs: the known people first. */
export function crewFor(children: number): Crew {
  const staff: Staff = staffFor(children)
  let made = 0
  const more = (code: string): Invented => {
    made += 1
    return another(made, code)
  }
  const upTo = (known: readonly Invented[], many: number, code: (at: number) => string): readonly Invented[] =>
    Array.from({ length: many }, (_, at) => known[at] ?? more(code(at)))
  const workers = upTo(SOCIAL_WORKERS, staff.now, (at) => `SW91${String(at).padStart(4, '0')}`)
  const former = upTo(FORMER_WORKERS, staff.former, (at) => `SW92${String(at).padStart(4, '0')}`)
  const officers = upTo(
    REVIEWING_OFFICERS,
    Math.max(3, Math.ceil(children / PER_OFFICER)),
    (at) => `SW93${String(at).padStart(4, '0')}`,
  )
  const teams = Array.from({ length: Math.max(TEAMS.length, Math.ceil(workers.length / PER_TEAM)) }, (_, at): Team => {
    const manager = () => more(`KM${String(at).padStart(4, '0')}`)
    return TEAMS[at] ?? { name: `Children in care, team ${at + 1}`, manager: manager() }
  })
  const leavers = former.slice(0, Math.round(workers.length * LEAVERS)).flatMap(({ code }, at): Leaver[] => {
    const left = LEFT[at % LEFT.length]
    return left === undefined ? [] : [{ code, ...left }]
  })
  return { workers, former, officers, teams, leavers }
}

export type WorkerRow = {
  readonly child: string
  /** `YYYY-MM-DD`. */
  readonly since: string
  /** Empty while it lasts. */
  readonly until: string
  readonly worker: string
}

/** What the codes of these rows become, row by row: today's in turn, so that caseloads are even; no two in a row alike. */
export function shareOut(
  rows: readonly WorkerRow[],
  { now, former }: { readonly now: readonly string[]; readonly former: readonly string[] },
): ReadonlyMap<string, string> {
  const byChild = Map.groupBy(rows, ({ child }) => child)
  const given = new Map<string, string>()
  for (const [index, child] of [...byChild.keys()].sort().entries()) {
    const own = [...new Map((byChild.get(child) ?? []).map((row) => [row.since, row])).values()]
    let before = ''
    for (const [step, row] of own.sort((a, b) => (a.since < b.since ? -1 : 1)).entries()) {
      const last = step === own.length - 1 && row.until === ''
      const from = last ? now : former
      const at = last ? index : index * 3 + step
      const first = from[at % from.length] ?? ''
      const worker = first === before ? (from[(at + 1) % from.length] ?? '') : first
      given.set(keyOf(row), worker)
      before = worker
    }
  }
  return given
}

const keyOf = ({ child, since }: Pick<WorkerRow, 'child' | 'since'>): string => `${child} ${since}`

const isoOf = (written: string): string => written.split('/').toReversed().join('-')
const HEADER = 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON'

/** The rows of a return's table of workers, which holds no quoted cell. */
export function workerRows(csv: string): readonly WorkerRow[] {
  return linesOf(csv).map(([child = '', , worker = '', since = '', until = '']) => ({
    child,
    worker,
    since: isoOf(since),
    until: isoOf(until),
  }))
}

/** The same table with other workers. */
export function withWorkers(csv: string, given: ReadonlyMap<string, string>): string {
  const lines = linesOf(csv).map(([child = '', born = '', worker = '', since = '', ...more]) => {
    const now = given.get(keyOf({ child, since: isoOf(since) })) ?? worker
    return [child, born, now, since, ...more].join(',')
  })
  return `${[HEADER, ...lines].join('\n')}\n`
}

function linesOf(csv: string): readonly (readonly string[])[] {
  const [header, ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (header !== HEADER) throw new Error('The demonstration’s table of workers has other columns.')
  return lines.filter((line) => line !== '').map((line) => line.split(','))
}

/** Names, and who reviews the plan or advises: before anybody can write as them. */
export function belongingOf(of: InventedChild): readonly Entry[] {
  const name = (kind: string, text: string): Entry => ({
    ...{ table: 'kith.child_name', by: 'import', words: text },
    columns: { kind, since: null, audience: null, must_not_know: null, audience_decision: null },
  })
  const allocated = (role: string, worker: Cell, during: string): Entry => ({
    ...{ table: 'kith.allocation', by: 'import', words: null },
    columns: { worker, role, during, end_reason: null },
  })
  const until = of.left === undefined ? '' : dayOf(of.left.on)
  const grown = of.left !== undefined && of.left.on - of.born > 6570
  const adviser = { worker: { worker: Math.abs(of.family), former: false } }
  return [
    name('given', of.given),
    name('family', of.called),
    allocated('reviewing-officer', { officer: true }, `[${dayOf(of.came)},${until})`),
    ...(grown ? [allocated('personal-adviser', adviser, `[${until},)`)] : []),
  ]
}

/** What the story of a child leaves out: visits of other days, and reviews. */
export function besideStory(life: Life): readonly Entry[] {
  const own = STORIES.filter(({ child }) => child === life.child.code)
  return meetingsOf(
    life,
    own.flatMap(({ visits }) => visits.map(({ on }) => numberOf(day(on)))),
  )
}
