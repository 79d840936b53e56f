// One child's duties in the groups a worker reads them in, each with its words and the law it comes from.
import type { DayNumber } from '#calendar'
import { dayWords, dueWords } from '#child-frame'
import { citationText, LEVELS, type Level, type Verification } from '#law'
import { type Coverage, type Duty, dutyTitle, dutyWords, isStillOwed, missingWords, type State, stateOn } from '#ledger'

export interface DutyShown {
  readonly name: string
  readonly rule: string
  readonly ruleName: string
  readonly due: DayNumber | undefined
  readonly done: DayNumber | undefined
  readonly state: State
  readonly shownLate: boolean
  /** 'within 3 months of the review of 17 Sep; regulation 33(2)' */
  readonly because: string
  /** How the days were counted, and how it stands. */
  readonly further: string
  /** It may not be so at all. */
  readonly forbidden: boolean
  readonly missing: string | undefined
  readonly citation: string
  readonly level: Level
  readonly verification: Verification
}

export interface Groups {
  readonly late: readonly DutyShown[]
  readonly soon: readonly DutyShown[]
  readonly next: readonly DutyShown[]
  readonly unknown: readonly DutyShown[]
  readonly never: readonly DutyShown[]
  readonly done: readonly DutyShown[]
  readonly other: readonly DutyShown[]
}

/** It may not be so at all: it has no day by which it is due, only one since which it lasts. */
const isForbidden = ({ basis }: Duty): boolean => basis.count.unit === 'not'

/** The ledger's own words, taken apart so that name and day stand in the heading and are not said twice. */
function partsOf(duty: Duty, on: DayNumber, coverage: readonly Coverage[]) {
  const title = dutyTitle(duty)
  const due = duty.due === undefined ? ' due, day not known: ' : ` due by ${dayWords(duty.due)}: `
  const dated = isForbidden(duty) ? ': ' : due
  const because = title.startsWith(`${duty.basis.name}${dated}`)
    ? title.slice(duty.basis.name.length + dated.length)
    : title
  return {
    because: isForbidden(duty) ? because.charAt(0).toUpperCase() + because.slice(1) : because,
    further: dutyWords(duty, { on, coverage })
      .slice(title.length + 1)
      .trim(),
  }
}

function dutyShown(duty: Duty, on: DayNumber, coverage: readonly Coverage[]): DutyShown {
  const { basis, due, done, shownLate } = duty
  return {
    name: basis.name,
    rule: basis.rule.id,
    ruleName: basis.rule.name,
    due,
    done,
    state: stateOn(duty, on),
    shownLate,
    ...partsOf(duty, on, coverage),
    forbidden: isForbidden(duty),
    missing: missingWords(duty, { on, coverage }),
    citation: citationText(basis.cites),
    level: basis.rule.level,
    verification: basis.rule.verification,
  }
}

const groupOf = (duty: Duty, on: DayNumber): keyof Groups => {
  const state = stateOn(duty, on)
  switch (state) {
    case 'overdue':
      return isStillOwed(duty, on) ? 'late' : 'never'
    case 'dueSoon':
      return 'soon'
    case 'notYetDue':
      return 'next'
    case 'unknown':
      return 'unknown'
    case 'doneLate':
    case 'doneOnTime':
      return 'done'
    case 'excused':
    case 'notApplicable':
    case 'notInForce':
      return 'other'
  }
}

const dayOf = ({ due, done }: DutyShown): DayNumber => due ?? done ?? Number.POSITIVE_INFINITY

/** By day; what is done, the latest first. */
export function groupsOf(duties: readonly Duty[], on: DayNumber, coverage: readonly Coverage[]): Groups {
  const grouped = Map.groupBy(duties, (duty) => groupOf(duty, on))
  const of = (name: keyof Groups): readonly DutyShown[] =>
    (grouped.get(name) ?? []).map((duty) => dutyShown(duty, on, coverage)).sort((a, b) => dayOf(a) - dayOf(b))
  return {
    late: of('late'),
    soon: of('soon'),
    next: of('next'),
    unknown: of('unknown'),
    never: of('never').toReversed(),
    done: of('done').toReversed(),
    other: of('other').toReversed(),
  }
}

/** What stands between us and knowing, with the duties behind it: those of one name together. */
export interface MissingGroup {
  readonly missing: string
  readonly duties: readonly {
    readonly name: string
    readonly rule: string
    readonly count: number
    readonly days: string
  }[]
}

function daysOf(duties: readonly DutyShown[]): string {
  const days = duties.flatMap(({ due }) => (due === undefined ? [] : [due])).sort((a, b) => a - b)
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return 'due day not known'
  return first === last ? `due ${dayWords(first)}` : `due ${dayWords(first)} to ${dayWords(last)}`
}

export function missingGroups(unknown: readonly DutyShown[]): readonly MissingGroup[] {
  return [...Map.groupBy(unknown, ({ missing }) => missing ?? 'not known')].map(([missing, duties]) => ({
    missing,
    duties: [...Map.groupBy(duties, ({ name }) => name)].map(([name, same]) => ({
      name,
      rule: same[0]?.rule ?? '',
      count: same.length,
      days: daysOf(same),
    })),
  }))
}

export const levelWords = (level: Level): string => {
  const { isLaw, words } = LEVELS[level]
  return isLaw ? `Law: ${words}` : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}, not law`
}

export const VERIFICATION_WORDS: Readonly<Record<Verification, string | undefined>> = {
  primary: undefined,
  secondary: 'read in another body’s text',
  knowledge: 'unconfirmed',
}

export function markOf({ due, forbidden, state }: DutyShown, on: DayNumber) {
  if (forbidden && state === 'overdue') return { mark: 'late', words: 'Not allowed' } as const
  return due === undefined ? ({ mark: 'plain', words: 'No day set' } as const) : dueWords(due, on)
}
