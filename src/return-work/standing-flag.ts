// A flag that stands, as pages show it: its rule in words, where it stands, what to look at, and how flags are counted and chosen.
import { type FieldToMend, fieldsToMend } from '#return-findings'
import type { Behind } from '#return-making'
import { type Rule, type Severity, severityOf, ssda903Rules, type TableName, tableNames } from '#statutory-returns'

export type StandingFlag = {
  readonly id: string
  readonly key: string
  readonly child: string
  /** The id of the child in the return. */
  readonly shown: string
  readonly rule: string
  readonly part: string
  readonly owner: string | null
  readonly ownerName: string | null
  readonly found: string
  /** The lines of the record that decided what the fields say. */
  readonly behind: readonly Behind[]
  /** As the council has entered it; null: it has not. */
  readonly severity: Severity | null
}

const known: ReadonlyMap<string, Rule> = new Map(ssda903Rules.map((rule) => [rule.code, rule]))
export const ruleCalled = (code: string): Rule | undefined => known.get(code)
export const isPart = (name: string): name is TableName => tableNames.some((known) => known === name)

/** What is wrong, in the rule's own sentence. */
export const whatIsWrong = ({ rule }: Pick<StandingFlag, 'rule'>): string => known.get(rule)?.says ?? `Rule ${rule}`
export const severityNow = ({ rule, severity }: Pick<StandingFlag, 'rule' | 'severity'>): Severity =>
  severity ?? severityOf(rule)

/** The days by which the row is told from the child's others, as the return writes them. */
export const daysOfRow = ({ key }: Pick<StandingFlag, 'key'>): readonly string[] =>
  key
    .split('|')
    .slice(3)
    .filter((cell) => /^\d\d\/\d\d\/\d{4}$/.test(cell))

export function toMend({ rule, part }: Pick<StandingFlag, 'rule' | 'part'>): readonly FieldToMend[] {
  const own = known.get(rule)
  return own === undefined || !isPart(part) ? [] : fieldsToMend(own, part)
}

export const WAYS = ['rule', 'child', 'worker', 'table'] as const
export type Way = (typeof WAYS)[number]
export const isWay = (word: string | undefined): word is Way => WAYS.some((way) => way === word)

/** What tells the groups of a way of looking apart; empty: nobody works with the child. */
const groupKey: Readonly<Record<Way, (flag: StandingFlag) => string>> = {
  rule: ({ rule }) => rule,
  child: ({ child }) => child,
  worker: ({ owner }) => owner ?? '',
  table: ({ part }) => part,
}

export type Group = { readonly key: string; readonly flags: readonly StandingFlag[]; readonly children: number }

const named: Readonly<Record<Way, (flag: StandingFlag) => string>> = {
  ...groupKey,
  child: ({ shown }) => shown,
  worker: ({ ownerName }) => ownerName ?? '\uFFFF',
}

/** In the order of their names, never of their counts: this is no league. */
export function groupsBy(way: Way, flags: readonly StandingFlag[]): readonly Group[] {
  const groups = [...Map.groupBy(flags, groupKey[way])].map(([key, own]) => ({
    ...{ key, flags: own, children: new Set(own.map(({ child }) => child)).size },
    name: own[0] === undefined ? '' : named[way](own[0]),
  }))
  return groups.toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
}

export type Choice = { readonly [W in Way]?: string }

/** Whether a flag is one of those that the address asks for; 'nobody': of children with no worker. */
export const isChosen = (flag: StandingFlag, choice: Choice): boolean =>
  WAYS.every((way) => {
    const asked = choice[way]
    return asked === undefined || groupKey[way](flag) === (asked === 'nobody' ? '' : asked)
  })

/** The address of a list that keeps what was chosen. */
export function choiceQuery(choice: Choice, more: Readonly<Record<string, string | undefined>> = {}): string {
  const fields = Object.entries({ ...choice, ...more }).filter(([, value]) => value !== undefined && value !== '')
  return fields.length === 0
    ? '?'
    : `?${fields.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')}`
}
