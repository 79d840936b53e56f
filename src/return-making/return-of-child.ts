// Everything that the return of one collection says of one child, from what the record holds: a row knows where each value is from.
import type { FactTable } from '#return-facts'
import { type TableName, tablesOfYear } from '#return-files'
import {
  absences,
  adoptionDecisions,
  adoptions,
  allocations,
  careLeavers,
  deprivationsOfLiberty,
  permanences,
  reviews,
  unaccompanied,
  yearAnswers,
} from './child-rows.ts'
import type { Collection } from './collection.ts'
import { episodesOf } from './episodes.ts'
import {
  type Cell,
  cellOf,
  dayCell,
  goingOut,
  type Held,
  type HeldChild,
  heldIn,
  type MadeRow,
  rangeOf,
  rowOf,
  textOf,
} from './held.ts'

export type ReturnOfChild = {
  /** The record's own id. */
  readonly child: string
  /** The worker who can put right what is found: the allocated one today, else the last; undefined: there was none. */
  readonly worker: string | undefined
  readonly rows: ReadonlyMap<TableName, readonly MadeRow[]>
  /** The council has given the child no id for the return: the record's own stands in its place. */
  readonly withoutId: boolean
}

type Who = Readonly<Record<'CHILD' | 'SEX' | 'DOB' | 'ETHNIC' | 'UPN' | 'MOTHER' | 'MC_DOB', Cell | undefined>>

/** The version recorded last, where a person recorded a second line. */
const latest = (held: readonly Held[]): Held | undefined =>
  held.toSorted((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : a.id < b.id ? -1 : 1)).at(-1)

/** Whether she is a mother is asked of those looked after in the year alone: rule 165 refuses it of other care leavers. */
function whoIs({ child, held }: HeldChild, inCare: boolean): Who {
  const of = (table: FactTable, column: string, value: string) =>
    latest(heldIn(held, table).filter(({ columns }) => columns[column] === value))
  const mother = inCare ? latest(heldIn(held, 'motherhood')) : undefined
  const isMother = mother?.columns.is_mother
  return {
    CHILD: cellOf(of('child_identifier', 'issuer', 'ssda903'), 'value') ?? { says: child, from: [] },
    SEX: cellOf(of('identity_code', 'kind', 'sex for the return'), 'code'),
    DOB: dayCell(latest(heldIn(held, 'birth_claim')), 'born'),
    ETHNIC: cellOf(of('identity_code', 'kind', 'ethnicity for the return'), 'code'),
    UPN: cellOf(of('child_identifier', 'issuer', 'upn'), 'value'),
    MOTHER: mother && typeof isMother === 'boolean' ? { says: isMother ? '1' : '0', from: [mother] } : undefined,
    MC_DOB: dayCell(mother, 'first_child_born'),
  }
}

/** Which of the allocations that have begun covers the day, else ended last. */
function workerOf(held: readonly Held[], today: string): string | undefined {
  const begun = heldIn(held, 'allocation')
    .map((allocation) => ({ ...rangeOf(allocation), worker: textOf(allocation, 'worker') }))
    .filter(({ from, worker }) => worker !== undefined && from <= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const running = begun.findLast(({ until }) => until === undefined || until > today)
  const lastEnded = begun.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1)).at(-1)
  return (running ?? lastEnded)?.worker
}

/** Asked only of children who are looked after in the year. */
const OF_CHILDREN_IN_CARE = {
  Reviews: reviews,
  UASC: unaccompanied,
  OC2: yearAnswers,
  AD1: adoptions,
  PlacedAdoption: adoptionDecisions,
  PrevPerm: permanences,
  Missing: absences,
  SWEpisodes: allocations,
  DoLo: deprivationsOfLiberty,
} as const

/** Children looked after at any time in the year, and care leavers of whom it is asked; undefined: neither. */
export function returnOfChild(child: HeldChild, collection: Collection): ReturnOfChild | undefined {
  const { held } = child
  const episodes = episodesOf(held, collection)
  const leaving = careLeavers(held, collection)
  if (episodes.length === 0 && leaving.length === 0) return undefined
  const rows = new Map<TableName, readonly MadeRow[]>([
    ['Header', [rowOf({})]],
    ['Episodes', episodes],
    ['OC3', leaving],
  ])
  if (episodes.length > 0)
    for (const [table, rowsOf] of Object.entries(OF_CHILDREN_IN_CARE)) {
      const name = tablesOfYear(collection.year).find((one) => one === table)
      if (name !== undefined) rows.set(name, rowsOf(held, collection))
    }
  const who = whoIs(child, episodes.length > 0)
  return {
    child: child.child,
    worker: workerOf(held, collection.today),
    rows: withWho(rows, who, child.child),
    withoutId: who.CHILD?.from.length === 0,
  }
}

/** What repeats who the child is stands first in every row; the file leaves out what its table does not ask for. */
function withWho(
  rows: ReadonlyMap<TableName, readonly MadeRow[]>,
  who: Who,
  child: string,
): ReadonlyMap<TableName, readonly MadeRow[]> {
  const { cells } = rowOf(who)
  return new Map(
    [...rows].map(([table, own]) => [table, own.map((row) => goingOut({ cells: { ...cells, ...row.cells } }, child))]),
  )
}
