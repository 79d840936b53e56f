// Everything that both years' rows say about one child, as facts, and every row that could not be taken, with the reason.

import { tableNames } from '#statutory-returns'
import { careOf } from './care.ts'
import type { Options } from './cells.ts'
import { acceptEpisodes } from './episodes.ts'
import { eventsOf } from './events.ts'
import { type Fact, type Planned, together } from './facts.ts'
import { whoOf } from './person.ts'
import type { RowsOfChild } from './rows.ts'

export type ChildRows = { readonly child: string; readonly rows: RowsOfChild }

/** Two years' rows of one child side by side. */
export function bothYears(thisYear: RowsOfChild | undefined, lastYear: RowsOfChild | undefined): RowsOfChild {
  if (thisYear === undefined || lastYear === undefined) return thisYear ?? lastYear ?? {}
  const joined: { -readonly [T in keyof RowsOfChild]: RowsOfChild[T] } = { ...thisYear }
  for (const table of tableNames) {
    const older = lastYear[table]
    if (older !== undefined) joined[table] = [...(thisYear[table] ?? []), ...older]
  }
  return joined
}

/** A child that is in any table is a child, with or without episodes. */
export function planChild({ child, rows }: ChildRows, options: Options): Planned {
  const known: Fact = {
    table: 'child_identifier',
    key: 'ssda903',
    year: options.year,
    columns: { issuer: 'ssda903', value: child },
    row: undefined,
  }
  const accepted = acceptEpisodes(rows.Episodes ?? [], options.year, options)
  return together([
    { facts: [known], refusals: accepted.refusals },
    whoOf(rows.Header ?? [], options),
    careOf(accepted.episodes),
    ...eventsOf(rows, options),
  ])
}
