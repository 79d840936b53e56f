// Audit that changes outcomes, as measures: handed in, acted on and verified, what differs for the child, looked at again, themes that changed practice. Pure.
import { dayWords, type IsoDay, parseDay } from '#calendar'
import { GRADES, reAuditDue, stepsLower } from '#practice-audits'
import type { Item, Measure, Stands } from './measure.ts'

/** Where an audit stands. */
export type Standing = {
  readonly line: string
  readonly child: string
  readonly due: string
  /** The audit that it looks at once more. */
  readonly again: string | null
  readonly first: string | null
  readonly submitted: string | null
  readonly second: string | null
  readonly second_on: string | null
}
export type AuditAction = {
  readonly child: string
  readonly audit: string
  readonly action: string
  readonly verified: boolean
  /** null: open. */
  readonly outcome: string | null
}
export type Impact = { readonly child: string; readonly audit: string; readonly difference: string }
export type ThemeOf = {
  readonly title: string
  readonly due: string
  readonly learned: string | null
  readonly changed: string | null
  readonly owner: string
}
export type AuditFacts = {
  readonly numbers: Parameters<typeof reAuditDue>[2]
  /** Due in the last twelve months, and what looks at them again. */
  readonly audits: readonly Standing[]
  readonly actions: readonly AuditAction[]
  readonly impacts: readonly Impact[]
  readonly themes: readonly ThemeOf[]
}
const so = (holds: boolean): Stands => (holds ? 'yes' : 'no')
const item = ({ child, line }: Pick<Standing, 'child' | 'line'>, stands: Stands, note: string): Item => ({
  ...{ child, label: '', stands, note },
  to: `/children/${child}/audits/${line}`,
})
const onDay = (text: string): string => {
  const on = parseDay(text)
  return on === undefined ? text : dayWords(on)
}
const gradeOf = ({ first, second }: Pick<Standing, 'first' | 'second'>) =>
  GRADES.find((grade) => grade === (second ?? first))

const handedIn = (one: Standing): Item =>
  item(
    one,
    so(one.submitted !== null),
    one.submitted === null ? `was due ${onDay(one.due)}` : `handed in ${onDay(one.submitted)}`,
  )
const verified = ({ child, audit, ...action }: AuditAction): Item =>
  item(
    { child, line: audit },
    so(action.verified),
    action.verified
      ? 'somebody else read the record again'
      : action.outcome === null
        ? 'open'
        : `${action.outcome}, read by nobody else yet`,
  )
const DIFFERS: Readonly<Record<string, Stands>> = { clear: 'yes', some: 'yes', none: 'no' }
const differs = ({ child, audit, difference }: Impact): Item =>
  item({ child, line: audit }, DIFFERS[difference] ?? 'unknown', difference)

/** Where a second look is owed by now: whether it came, and in time. */
function lookedAgain(one: Standing, { audits: all, numbers }: AuditFacts, today: IsoDay): readonly Item[] {
  const grade = gradeOf(one)
  const moderated = parseDay(one.second_on ?? '')
  const due = grade === undefined || moderated === undefined ? undefined : reAuditDue(grade, moderated, numbers)
  if (due === undefined) return []
  const again = all.find((other) => other.again === one.line && other.submitted !== null)
  if (again?.submitted != null)
    return [
      item(one, so(again.submitted <= due), `${grade}; looked at again ${onDay(again.submitted)}, by ${dayWords(due)}`),
    ]
  return due < today ? [item(one, 'no', `${grade}; was to be looked at again by ${dayWords(due)}`)] : []
}
function better(one: Standing, all: readonly Standing[]): readonly Item[] {
  const before = all.find(({ line }) => line === one.again)
  const [was, is] = [before && gradeOf(before), gradeOf(one)]
  if (was === undefined || is === undefined || one.submitted === null) return []
  return [item(one, so(stepsLower(was, is) < 0), `${was}, then ${is}`)]
}
const themeItem = ({ title, due, learned, changed }: ThemeOf): Item => ({
  ...{ child: null, label: title, to: '/audits/themes', stands: so(changed !== null) },
  note:
    changed !== null
      ? `practice is different since ${onDay(changed)}`
      : `${learned === null ? 'open' : 'learned'}, by ${onDay(due)}`,
})

/** `since`: audits that were due from that day on are counted. */
export function auditMeasures(
  facts: AuditFacts,
  { since, today }: { readonly since: IsoDay; readonly today: IsoDay },
): readonly Measure[] {
  const { audits, actions, impacts, themes } = facts
  const year = audits.filter(({ due }) => due >= since && due <= today)
  const lines = new Set(year.map(({ line }) => line))
  const own = <One extends { readonly audit: string }>(all: readonly One[]) =>
    all.filter(({ audit }) => lines.has(audit))
  const written = new Set(impacts.map(({ audit }) => audit))
  const point = 'audit'
  const of = 'audits that were due in twelve months'
  return [
    { ...{ id: 'handed-in', point, says: 'Handed in', no: 'Not handed in', of }, items: year.map(handedIn) },
    {
      ...{ id: 'verified', point, says: 'Verified by somebody else, who read the record again', no: 'Not verified' },
      of: 'actions from these audits',
      items: own(actions).map(verified),
    },
    {
      ...{ id: 'impact', point, says: 'Says what is different for the child', no: 'Nothing written yet' },
      of: 'audits with a second grade',
      items: year
        .filter(({ second_on }) => second_on !== null)
        .map((one) => item(one, so(written.has(one.line)), `second grade ${onDay(one.second_on ?? '')}`)),
    },
    {
      ...{ id: 'differs', point, says: 'Life is different for the child', no: 'Not yet different' },
      of: 'statements of what came of it',
      items: own(impacts).map(differs),
      note: 'Too early to tell counts as not known.',
    },
    {
      ...{ id: 'looked-again', point, says: 'Looked at again in time', no: 'Late, or not yet' },
      of: 'audits of low grade whose day has come',
      items: year.flatMap((one) => lookedAgain(one, facts, today)),
      note: 'In time: by the weeks that the council has chosen for its grade, a local rule (QA-04).',
    },
    {
      ...{ id: 'better', point, says: 'Better at the second look', no: 'The same, or worse', sample: true },
      of: 'audits that look again',
      items: year.flatMap((one) => better(one, audits)),
      note: 'Some would improve by chance: they were looked at again because they were low.',
    },
    {
      ...{ id: 'themes', point, says: 'Practice is different', no: 'Open, or learned and not yet different' },
      of: 'themes, each with its owner',
      items: themes.map(themeItem),
    },
  ]
}
