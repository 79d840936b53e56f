// The forms of a plain fact about a child: recorded, put right, taken back; where only one can stand, a second is not begun beside it.
import type { FC } from 'hono/jsx'
import type { Scope } from '#access'
import type { IsoDay } from '#calendar'
import {
  type Asking,
  correct,
  currentOf,
  type RecordColumns,
  type RecordTable,
  recordFirst,
  retract,
  type Version,
  versionOf,
  type Written,
} from '#database'
import type { Values } from '#drafts'
import { type At, type FieldsProps, type Form, type Item, makeRecordForms, type Reading, reading } from '#forms'
import { InsetText } from '#look'
import type { Reckoned } from '../birth-moves.ts'
import { shownName } from '../name.ts'
import { namesOf, type ReckonBirth } from '../store.ts'

/** `standing`: what the record says already, in words, with the address at which it is put right. */
export type FactGiven = {
  readonly name: string
  /** What of the record it can be about. */
  readonly among: readonly Item[]
  readonly standing: readonly { readonly says: string; readonly to: string; readonly limit: string | undefined }[]
  readonly reckoned?: Reckoned | undefined
  /** Recorded for the first time, not put right. */
  readonly anew: boolean
}

export type FactForms<T extends RecordTable> = {
  readonly name: string
  /** Below `/children/:child/`. */
  readonly path: string
  readonly table: T
  readonly scope: Scope
  /** The personal adviser of the child writes it too. */
  readonly byAdviser?: boolean
  /** 'an ethnic origin' */
  readonly thing: string
  readonly title: (name: string) => string
  readonly fields: Readonly<Record<string, string>>
  /** Below `/children/:child/`, where it is said who may know one; without it, nobody says so. */
  readonly limited?: string
  /** Which rows of the table are of this kind; without it, all. */
  readonly own?: (version: Version<T>) => boolean
  /** Of two that are alike in this, only one can stand; `undefined`: any number can. */
  readonly once?: (columns: RecordColumns<T> | Version<T>) => string
  readonly says: (version: Version<T>) => string
  readonly asTyped: (version: Version<T>) => Values
  readonly start?: Values | ((today: IsoDay) => Values)
  /** What of the record it is about, to choose from: homes, reviews, orders. Without it, the child. */
  readonly among?: (asking: Asking, child: string) => Promise<readonly Item[]>
  /** Said above the form where there is nothing to choose from. */
  readonly noneToChoose?: string
  /** Every column, from what was typed; `before`: the version that is put right. */
  readonly read: (r: Reading, given: FactGiven, before: Version<T> | undefined) => RecordColumns<T>
  /** The words of it, where the table keeps the fact itself in words. */
  readonly words?: (r: Reading) => string
  readonly Fields: FC<FieldsProps<FactGiven>>
  readonly record?: (asking: Asking, child: string, ok: Recording<T>) => Promise<Written>
  /** What follows from the fact, counted above this room. */
  readonly reckon?: ReckonBirth
  /** The tab on which it stands. */
  readonly tab?: string
}

export type Recording<T extends RecordTable> = {
  readonly columns: RecordColumns<T>
  readonly words?: string
  readonly today: IsoDay
}

/** One of what it can be about; nothing of it may be made up. */
export function chosenAmong(r: Reading, { among }: Pick<FactGiven, 'among'>, field: string): string {
  const chosen = r.typed.one(field)
  if (!among.some(({ value }) => value === chosen)) r.fault(field, 'Choose one from the list.')
  return chosen
}

/** `read`: the version that is put right; undefined: a new one is recorded. */
type Given<T extends RecordTable> = FactGiven & {
  readonly stands: readonly Version<T>[]
  readonly read: Version<T> | undefined
}
const leadsToTab =
  (tab = '') =>
  ({ child }: Pick<At, 'child'>): string =>
    `/children/${child}${tab}`

async function load<T extends RecordTable>(
  asking: Asking,
  of: FactForms<T>,
  { child, about, today }: At,
): Promise<Given<T> | undefined> {
  if (child === null) return undefined
  const own = of.own ?? (() => true)
  const read = about === null ? undefined : await versionOf(asking, of.table, about)
  if (about !== null && (read === undefined || !own(read))) return undefined
  const name = shownName(await namesOf(asking, child)) ?? 'this child'
  const all = await currentOf(asking, of.table, child)
  // Put right, a fact stands beside the others, not beside itself.
  const stands = all.filter((version) => own(version) && version.line !== read?.line)
  const to = (id: string) => `/children/${child}/${of.path}/${id}/correct`
  // Names, pronouns, birth dates and codes of identity: each has a form of who may know it, under the first part of its path.
  const limit = (id: string) =>
    of.limited === undefined ? undefined : `/children/${child}/${of.limited}/${id}/who-may-know`
  const standing =
    about === null ? stands.map((one) => ({ says: of.says(one), to: to(one.id), limit: limit(one.id) })) : []
  const reckoned = await of.reckon?.(asking, { child, today })
  const among = of.among === undefined ? [] : await of.among(asking, child)
  return { name, among, stands, standing, read, reckoned, anew: about === null }
}

/** A second one of what can stand only once is a fault, since nobody could say which holds; where two stand already, each can be put right. */
type Ok<T extends RecordTable> = { readonly columns: RecordColumns<T>; readonly words?: string }
function decide<T extends RecordTable>(of: FactForms<T>, r: Reading, given: Given<T>) {
  const { stands, name, read } = given
  const columns = of.read(r, given, read)
  const words = of.words === undefined ? {} : { words: of.words(r) }
  const { once } = of
  const same = once && read !== undefined && once(read) === once(columns)
  const beside = same ? undefined : once && stands.find((version) => once(version) === once(columns))
  if (beside !== undefined)
    r.fault('', `The record of ${name} has this already: ${of.says(beside)}. Put that right instead.`)
  return r.result((): Ok<T> => ({ columns, ...words }))
}

const Standing: FC<FactGiven> = ({ standing }) =>
  standing.length === 0 ? null : (
    <InsetText>
      {standing.map(({ says, to, limit }) => (
        <p>
          In the record now: {says}.{' '}
          <a class="govuk-link" href={to}>
            Put it right<span class="govuk-visually-hidden">: {says}</span>
          </a>
          {limit !== undefined && (
            <>
              {' · '}
              <a class="govuk-link" href={limit}>
                Who may know<span class="govuk-visually-hidden">: {says}</span>
              </a>
            </>
          )}
        </p>
      ))}
    </InsetText>
  )

type WrittenFor = { readonly child: string; readonly today: IsoDay }
export function makeFactForms<T extends RecordTable>(of: FactForms<T>): readonly Form[] {
  const { Fields, table, scope, thing, start = {} } = of
  const write = async (asking: Asking, ok: Ok<T>, { child, today }: WrittenFor): Promise<Written> =>
    of.record === undefined
      ? await recordFirst(asking, table, { child, ...ok })
      : await of.record(asking, child, { ...ok, today })
  return makeRecordForms<Given<T>, Ok<T>, T>({
    ...{ name: of.name, path: of.path, table, here: '/children', leadsTo: leadsToTab(of.tab) },
    lock: { may: of.byAdviser ? ['write', scope, 'or adviser'] : ['write', scope], log: `recorded ${thing}` },
    words: {
      ...{ thing, button: 'Save', done: 'Saved.', fields: of.fields },
      title: ({ name }) => of.title(name),
    },
    given: async (asking, at) => await load(asking, of, at),
    start: (_, today) => (typeof start === 'function' ? start(today) : start),
    decide: (typed, given, today) => decide(of, reading(typed, today), given),
    record: async (asking, ok, at) => await write(asking, ok, at),
    asTyped: of.asTyped,
    correct: async (asking, ok, id) => await correct(asking, table, { id, ...ok }),
    shows: (version, { name }) => ({ title: of.title(name), rows: [['In the record', of.says(version)]] }),
    retract: async (asking, id, reason) => await retract(asking, table, { id, reason }),
    Fields: (props) => (
      <>
        <Standing {...props.given} />
        {of.noneToChoose !== undefined && props.given.among.length === 0 && <InsetText>{of.noneToChoose}</InsetText>}
        <Fields {...props} />
      </>
    ),
  })
}
