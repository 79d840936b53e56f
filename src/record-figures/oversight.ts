// What a year says of how practice was looked after: when the child was last fully thought about, and what audits of their record came to.
import { type IsoDay, numberOf } from '#calendar'
import { type RuleChoice, readingsOn } from '#duties'
import type { AuditInYear, Practice, Year } from '#indicators'
import type { RecordedRows } from './recorded-child.ts'

/** Weeks that no law fixes. */
export type Numbers = Pick<ReturnType<typeof readingsOn>, 'childDiscussed' | 'inadequateAgain' | 'improvementAgain'>
export const numbersOn = (choices: readonly RuleChoice[], on: IsoDay): Numbers => readingsOn(choices, numberOf(on))
/** Where nobody chose. */
export const NUMBERS: Numbers = readingsOn([], 0)

const NONE: readonly never[] = []
type Of = { readonly rows: Partial<RecordedRows>; readonly year: Year; readonly numbers: Numbers }
const WEEK = 7

/** The last full discussion by the last day, how long it stands, and from when silence means that there was none. */
function discussedOf({ rows, year: { last }, numbers }: Of): Practice['discussed'] {
  const { fullDiscussions = NONE, discussionIntervals = NONE, allocations = NONE } = rows
  const weeks = discussionIntervals.findLast(([decided]) => decided <= last)?.[1] ?? numbers.childDiscussed
  const now = allocations.findLast(([since, until]) => (since ?? 0) <= last && (until ?? last + 1) > last)
  const supervised = now?.[3] ?? undefined
  return {
    full: fullDiscussions.findLast(([held]) => held <= last)?.[0],
    days: weeks * WEEK,
    from: supervised === undefined || supervised > last ? undefined : Math.max(supervised, now?.[0] ?? 0),
  }
}

type Row = RecordedRows['audits'][number]
/** The moderated grade is the one that is reported. */
const againAfter = ([, , , , moderated, second]: Row, { inadequateAgain, improvementAgain }: Numbers) =>
  moderated === null
    ? undefined
    : second === 'inadequate'
      ? moderated + inadequateAgain * WEEK
      : second === 'requires improvement'
        ? moderated + improvementAgain * WEEK
        : undefined

/** Whether the theme that was worst is better now; of several that were worst, each. */
function worstIsBetter(before: string, now: string): boolean {
  const graded = before.split('').filter((grade) => grade !== '-')
  const worst = graded.toSorted()[0]
  if (worst === undefined) return false
  return before.split('').every((grade, at) => {
    const then = now[at] ?? '-'
    return grade !== worst || (then !== '-' && then > worst)
  })
}

function auditsOf({ rows: { audits = NONE }, year: { last }, numbers }: Of): readonly AuditInYear[] {
  if (audits.length === 0) return NONE
  return audits.map((row): AuditInYear => {
    const [due, line, handedIn, first, moderated, second, , themes, shown] = row
    const again = audits.filter((one) => one[6] === line && one[2] !== null && one[2] <= last)
    return {
      ...{ due, handedIn: handedIn ?? undefined, moderated: moderated ?? undefined },
      ...{ first: first ?? undefined, second: second ?? undefined },
      againDue: againAfter(row, numbers),
      better: (shown !== null && shown <= last) || again.some((one) => worstIsBetter(themes, one[7])),
    }
  })
}

export const oversightOf = (of: Of): Pick<Practice, 'discussed' | 'audits' | 'auditActions'> => ({
  discussed: discussedOf(of),
  audits: auditsOf(of),
  auditActions: (of.rows.auditActions ?? NONE).map(([due, verified]) => ({ due, verified: verified ?? undefined })),
})
