// What a row of another system says, and what a line of the record says, in the same words, so that the two can be compared. Pure.
import { isLegalBasisKind, LEGAL_BASES, type LegalBasisKind } from '#placements'

/** By field; what is left out was not said. An empty text says that there is none. What begins with _ is not compared. */
export type Said = Readonly<Record<string, string>>
export type Value = string | number | boolean | null
export type Columns = Readonly<Record<string, Value>>
/** `place` of a placement is its postcode here; the store gives it a line of its own. */
export type Spec = {
  /** Of the columns of a version that stands. */
  readonly says: (columns: Columns) => Said
  /** What two systems mean by the same thing, whatever their ids; undefined: nothing tells it. */
  readonly sameThing: (said: Said) => string | undefined
  /** What is written; `before`: the version that is corrected. */
  readonly columns: (said: Said, before: Columns | undefined) => Columns
  /** The fields without which a row cannot be understood. */
  readonly needs: readonly string[]
}

const text = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value))
const or = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value)
const flag = (value: string | undefined): boolean | null => (value === 'Y' ? true : value === 'N' ? false : null)
const yesNo = (value: Value | undefined): string => (value === true ? 'Y' : value === false ? 'N' : '')
/** What was said, else what stood. */
const kept = (said: Said, field: string, before: Columns | undefined): Value =>
  said[field] === undefined ? (before?.[field] ?? null) : or(said[field])

const range = (columns: Columns): readonly [string, string] => {
  const [from = '', until = ''] = text(columns.during).slice(1, -1).split(',')
  return [from, until]
}

const KIND_OF_CODE: ReadonlyMap<string, LegalBasisKind> = new Map(
  Object.entries(LEGAL_BASES).flatMap(([kind, code]) =>
    isLegalBasisKind(kind) ? [[code ?? kind, kind] as const] : [],
  ),
)
export const legalKind = (code: string): string | undefined => KIND_OF_CODE.get(code)

const SPECS = {
  child_name: {
    says: ({ kind, words }) => ({ kind: text(kind), words: text(words) }),
    sameThing: ({ kind }) => kind,
    columns: ({ kind }) => ({ kind: or(kind) }),
    needs: ['words'],
  },
  birth_claim: {
    says: ({ born }) => ({ born: text(born) }),
    sameThing: () => 'birth',
    columns: ({ born }, before) => ({
      born: or(born),
      basis: before?.basis ?? 'told',
      standing: before?.standing ?? 'in force',
    }),
    needs: ['born'],
  },
  identity_code: {
    says: ({ kind, code }) => ({ kind: text(kind), code: text(code) }),
    sameThing: ({ kind }) => kind,
    columns: ({ kind, code }) => ({ kind: or(kind), code: or(code) }),
    needs: ['code'],
  },
  unaccompanied: {
    says: ({ until }) => ({ until: text(until) }),
    sameThing: () => 'alone',
    columns: ({ until }) => ({ until: or(until) }),
    needs: [],
  },
  care_period: {
    says: ({ began, began_by, ended, end_reason, need }) => ({
      ...{ began: text(began ?? began_by), known: yesNo(began !== null), ended: text(ended) },
      ...{ end_reason: text(end_reason), need: text(need) },
    }),
    sameThing: ({ began }) => began,
    columns: (said, before) => ({
      began: said.known === 'N' ? null : or(said.began),
      began_by: said.known === 'N' ? or(said.began) : null,
      ...{
        ended: kept(said, 'ended', before),
        end_reason: kept(said, 'end_reason', before),
        need: kept(said, 'need', before),
      },
    }),
    needs: ['began'],
  },
  legal_basis: {
    says: ({ kind, made, made_by, ended, until }) => ({
      kind: text(kind),
      ...{ made: text(made ?? made_by), ended: text(ended ?? until) },
    }),
    sameThing: ({ kind, made }) => (made === undefined ? undefined : `${kind} ${made}`),
    columns: (said, before) => ({
      kind: or(said.kind),
      made: or(said.made) ?? before?.made ?? null,
      // Nobody says since when: it stood by the day on which it ended, or on which it was first told.
      made_by: said.made === undefined ? (before === undefined ? or(said._by) : (before.made_by ?? null)) : null,
      ...{ until: before?.until ?? null, ended: kept(said, 'ended', before) },
    }),
    needs: [],
  },
  placement: {
    says: (columns) => {
      const [from, until] = range(columns)
      const { kind, provider, registration, place, start_reason } = columns
      return {
        ...{ from, until, kind: text(kind), provider: text(provider), registration: text(registration) },
        ...{ place: text(place), start_reason: text(start_reason), known: yesNo(columns.start_known) },
      }
    },
    sameThing: ({ from }) => from,
    columns: (said, before) => {
      const [from, until] = before === undefined ? ['', ''] : range(before)
      const place = said.place === undefined ? (before?.place ?? null) : or(said.place)
      return {
        during: `[${said.from ?? from},${said.until ?? until})`,
        start_known: said.known === undefined ? (before?.start_known ?? true) : said.known === 'Y',
        ...{ kind: kept(said, 'kind', before) ?? 'Z1', provider: kept(said, 'provider', before) },
        ...{ registration: kept(said, 'registration', before), home: before?.home ?? null, place },
        ...{ start_reason: kept(said, 'start_reason', before), same_carers: before?.same_carers ?? false },
      }
    },
    needs: ['from', 'kind'],
  },
  review: {
    says: ({ held, participation }) => ({ held: text(held), participation: text(participation) }),
    sameThing: ({ held }) => held,
    columns: (said, before) => ({ held: or(said.held), participation: kept(said, 'participation', before) }),
    needs: ['held'],
  },
  visit: {
    says: ({ happened, visitor_role, mode, seen, alone }) => ({
      ...{ happened: text(happened), role: text(visitor_role), mode: text(mode) },
      ...{ seen: yesNo(seen), alone: yesNo(alone) },
    }),
    sameThing: ({ happened, role }) => `${happened} ${role}`,
    columns: (said, before) => ({
      happened: or(said.happened),
      ...{
        visitor_role: said.role ?? 'representative',
        mode: said.mode ?? 'in person',
        visitor: before?.visitor ?? null,
      },
      seen: said.seen === undefined ? (before?.seen ?? null) : flag(said.seen),
      alone: said.alone === undefined ? (before?.alone ?? null) : flag(said.alone),
    }),
    needs: ['happened'],
  },
  health_assessment: {
    says: ({ happened, kind, outcome }) => ({ happened: text(happened), kind: text(kind), outcome: text(outcome) }),
    sameThing: ({ happened, kind }) => `${happened} ${kind}`,
    columns: (said, before) => ({
      happened: or(said.happened),
      ...{
        kind: kept(said, 'kind', before),
        by_role: before?.by_role ?? 'other',
        outcome: kept(said, 'outcome', before),
      },
    }),
    needs: ['happened', 'kind'],
  },
  missing_episode: {
    says: ({ kind, since, until }) => ({ kind: text(kind), since: text(since), until: text(until) }),
    sameThing: ({ since }) => since,
    columns: (said, before) => ({ kind: or(said.kind), since: or(said.since), until: kept(said, 'until', before) }),
    needs: ['since', 'kind'],
  },
  adoption_decision: {
    says: ({ decided, ceased, cease_reason }) => ({
      ...{ decided: text(decided), ceased: text(ceased), cease_reason: text(cease_reason) },
    }),
    sameThing: ({ decided }) => decided,
    columns: (said, before) => ({
      decided: or(said.decided),
      ...{ ceased: kept(said, 'ceased', before), cease_reason: kept(said, 'cease_reason', before) },
    }),
    needs: ['decided'],
  },
} as const satisfies Record<string, Spec>

export type TakenTable = keyof typeof SPECS
const isTaken = (name: string): name is TakenTable => Object.hasOwn(SPECS, name)
export const takenTables: readonly TakenTable[] = Object.keys(SPECS).filter(isTaken)
/** Its two ends, as fields; whether the second may be the first's own day. */
const ENDS: { readonly [T in TakenTable]?: readonly [from: string, until: string, sameDay: boolean] } = {
  care_period: ['began', 'ended', true],
  legal_basis: ['made', 'ended', true],
  placement: ['from', 'until', false],
  missing_episode: ['since', 'until', true],
  adoption_decision: ['decided', 'ceased', true],
}
/** Ends before it begins, or holds no day. */
export function isBackwards(table: TakenTable, said: Said): boolean {
  const [first, last, sameDay] = ENDS[table] ?? ['', '', true]
  const [from, until] = [said[first] ?? '', said[last] ?? '']
  return from !== '' && until !== '' && (sameDay ? until < from : until <= from)
}
export const specOf = (table: TakenTable): Spec => SPECS[table]
