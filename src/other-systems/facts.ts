// A fact that a row of another system gives, a row that could not be taken, and what became of each. Pure.
import { parseDay } from '#calendar'
import type { Reason } from '#return-facts'
import type { Said, TakenTable } from './said.ts'

/** Where a row stands: its table or sheet, and its number as a spreadsheet counts. */
export type Place = { readonly file: string; readonly sheet: string; readonly row: number; readonly words: string }
export type Fact = {
  readonly table: TakenTable
  /** The source's own id of it: kept with the line, and known again each night. */
  readonly key: string
  /** The same as a line of our own record, where a file of ours came back. */
  readonly id: string | undefined
  readonly said: Said
  readonly place: Place
  /** Told under an id of a record that was joined to this one: it adds what is new, and changes nothing. */
  readonly earlier?: true
}
export type Refused = { readonly place: Place; readonly field: string | undefined; readonly reason: Reason }
/** `unread`: events of which a row of this child was not understood: of them the file does not speak of this child tonight. */
export type ChildSays = {
  readonly facts: readonly Fact[]
  readonly refused: readonly Refused[]
  readonly unread?: readonly string[]
}

/** One child of a file, and which tables of it say something of everybody. */
export type SourceFile = {
  readonly kind: 'ssd' | 'annex-a'
  /** By the id that the other system gives the child. */
  readonly children: ReadonlyMap<string, ChildSays>
  readonly strays: readonly Refused[]
  /** Of these there are rows: what they hold no longer is said, and stands in the record. */
  readonly whole: ReadonlySet<TakenTable>
  /** The tables of the record that rows of a sheet tell. */
  readonly tablesOf: (sheet: string) => readonly TakenTable[]
  readonly events: readonly string[]
  readonly notes: readonly string[]
  readonly rows: number
}

/** A day as files write them: with or without a time, or as it is said in this country; undefined: no day. */
export function dayIn(cell: string): string | undefined {
  const plain = cell.trim().replace(/[T ]\d\d:\d\d.*$/, '')
  const [, d, m, y] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(plain) ?? []
  return parseDay(y === undefined ? plain : `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`)
}
