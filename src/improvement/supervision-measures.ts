// Supervision that evidences each child's progress and experiences, as measures: thought about in time, life and words, plan, actions and what came of them, signed. Pure.
import { type Action, isDrift, isOpen, timesCarried } from '#actions'
import { dayWords, type IsoDay } from '#calendar'
import { childDue, type DecisionOwed, isLateOn, owing } from '#supervision'
import type { Item, Measure, Stands } from './measure.ts'

/** Of whom somebody is the social worker, with what supervision knows of them. */
export type Caseload = {
  readonly child: string
  readonly weeks: number
  readonly full: IsoDay | null
  /** Since when this worker’s supervision is recorded here; null: it is not. */
  readonly from: IsoDay | null
}
export type Entry = {
  readonly child: string
  readonly line: string
  readonly held: IsoDay
  /** undefined: taken out of sight. */
  readonly words: { readonly life: string; readonly theirs: string } | undefined
}
export type Session = {
  readonly line: string
  readonly kind: string
  readonly held: IsoDay
  /** The last day on which both sign in time. */
  readonly signBy: IsoDay | undefined
  readonly cancelled: string | null
  readonly signatures: readonly { readonly part: string; readonly signed: IsoDay }[]
}
export type SupervisionFacts = {
  readonly loads: readonly Caseload[]
  /** Of each child the latest full discussion of three months. */
  readonly latest: readonly Entry[]
  /** Of these discussions those that say how far the plan has come. */
  readonly progressed: ReadonlySet<string>
  /** Children with an agreed care or pathway plan. */
  readonly planned: ReadonlySet<string>
  /** From supervision, of twelve months. */
  readonly actions: readonly Action[]
  /** After each move and time missing of three months. */
  readonly decisions: readonly DecisionOwed[]
  /** Of three months. */
  readonly sessions: readonly Session[]
}
const at = (child: string): string => `/children/${child}/supervision`
const item = (child: string, stands: Stands, note: string): Item => ({ child, label: '', stands, note, to: at(child) })
const so = (holds: boolean): Stands => (holds ? 'yes' : 'no')

function thoughtAbout({ weeks, full, from, child }: Caseload, today: IsoDay): Item {
  const due = childDue(weeks, full, from)
  if (due.due === null) return item(child, 'unknown', due.missing)
  const last = full === null ? 'never yet' : `last ${dayWords(full)}`
  return item(child, so(!isLateOn(due, today)), `${last}; by ${dayWords(due.due)}`)
}
function lived({ child, held, words }: Entry): Item {
  if (words === undefined) return item(child, 'unknown', `${dayWords(held)}: taken out of sight`)
  const lacks = [
    ...(words.life.trim() === '' ? ['what life is like'] : []),
    ...(words.theirs.trim() === '' ? ['what they said'] : []),
  ]
  return item(
    child,
    so(lacks.length === 0),
    `${dayWords(held)}${lacks.length === 0 ? '' : `: not there: ${lacks.join(', ')}`}`,
  )
}
function planOf({ child, held, line }: Entry, { planned, progressed }: SupervisionFacts): Item {
  if (progressed.has(line)) return item(child, 'yes', dayWords(held))
  return planned.has(child)
    ? item(child, 'no', `${dayWords(held)}: nothing is said of any part of the plan`)
    : item(child, 'unknown', 'No care or pathway plan is agreed on the record')
}

const timesWords = (times: number): string =>
  times === 0 ? 'no time' : times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`
const wordsOf = ({ what }: Action): string => what ?? 'Taken out of sight'
const intended = (action: Action): Item =>
  action.what === undefined
    ? item(action.child, 'unknown', 'Taken out of sight')
    : item(action.child, so((action.intended ?? '').trim() !== ''), wordsOf(action))
const promised = ({ firstDue }: Action): IsoDay | undefined => ('day' in firstDue ? firstDue.day : undefined)
function answered(action: Action): Item {
  if (action.ended !== undefined) return item(action.child, 'yes', `${wordsOf(action)}: ${action.ended.outcome}`)
  const carried = timesCarried(action)
  const why =
    carried === 0 ? 'no answer' : carried === 1 ? 'carried on once' : `carried on ${timesWords(carried)}: it drifts`
  return item(action.child, 'no', `${wordsOf(action)}: ${why}`)
}
function changed({ child, ended, ...action }: Action): Item {
  const what = action.what ?? 'Taken out of sight'
  if (ended?.outcome === 'done') return item(child, 'yes', `${what}: ${ended.said ?? 'taken out of sight'}`)
  return item(child, 'no', `${what}: ${ended?.outcome ?? ''}`)
}

/** Whose day has not come, and who has no decision yet, is not counted. */
function decided({ child, what, on, decided: when, by, stands }: DecisionOwed): readonly Item[] {
  if (stands === 'owed') return []
  const happened = `${what === 'move' ? 'moved' : 'went missing'} ${dayWords(on)}`
  const answer = when === null ? 'no decision' : `decided ${dayWords(when)}`
  return [item(child, by === undefined ? 'unknown' : so(stands === 'in time'), `${happened}: ${answer}`)]
}

/** Of whose day to sign has come, or who have signed. */
function signed(session: Session, today: IsoDay): readonly Item[] {
  if (session.cancelled !== null) return []
  const by = session.signBy
  const owed = owing(session)
  const label = dayWords(session.held)
  const told = (stands: Stands, note: string): Item => ({
    child: null,
    label,
    stands,
    note,
    to: `/supervision/sessions/${session.line}`,
  })
  if (by === undefined) return [told('unknown', 'bank holidays of that year are not known')]
  if (owed.length > 0)
    return by < today ? [told('no', `owed since ${dayWords(by)} by the ${owed.join(' and the ')}`)] : []
  const last =
    session.signatures
      .map((one) => one.signed)
      .toSorted()
      .at(-1) ?? session.held
  return [told(so(last <= by), `signed ${dayWords(last)}`)]
}

const onlyOnce = (loads: readonly Caseload[]): readonly Caseload[] => [
  ...new Map(loads.map((load) => [load.child, load])).values(),
]
function actionMeasures({ actions }: SupervisionFacts, today: IsoDay): readonly Measure[] {
  const come = actions.filter((one) => (promised(one) ?? today) < today)
  const point = 'supervision'
  return [
    {
      ...{ id: 'intended', point, says: 'Says what it is meant to change for the child', no: 'Does not say' },
      of: 'actions from supervision, twelve months',
      items: actions.map(intended),
    },
    {
      ...{ id: 'answered', point, says: 'Answered once its day had come', no: 'No answer, or carried on' },
      of: 'actions whose first day has come',
      items: come.map(answered),
    },
    {
      ...{ id: 'changed', point, says: 'Done, with what changed for the child', no: 'Not done, or no longer needed' },
      of: 'actions that were answered',
      items: actions.filter((one) => !isOpen(one)).map(changed),
    },
    {
      ...{ id: 'drift', point, says: 'Carried on twice or more: drift', no: 'No drift' },
      of: 'open actions',
      items: actions
        .filter(isOpen)
        .map((one) =>
          item(one.child, so(isDrift(one)), `${wordsOf(one)}: carried on ${timesWords(timesCarried(one))}`),
        ),
    },
  ]
}
export function supervisionMeasures(facts: SupervisionFacts, today: IsoDay): readonly Measure[] {
  const { loads, latest, decisions, sessions } = facts
  const point = 'supervision'
  return [
    {
      ...{
        id: 'thought-about',
        point,
        says: 'Fully thought about within the child’s own time',
        no: 'Waiting too long',
      },
      of: 'children with a social worker',
      items: onlyOnce(loads).map((load) => thoughtAbout(load, today)),
    },
    {
      ...{ id: 'lived', point, says: 'What life is like, and the child’s own words, are there', no: 'Not there' },
      of: 'latest full discussions of three months',
      items: latest.map(lived),
    },
    {
      ...{ id: 'plan-progress', point, says: 'How far the plan has come is there', no: 'Not there' },
      of: 'latest full discussions of three months',
      items: latest.map((entry) => planOf(entry, facts)),
    },
    ...actionMeasures(facts, today),
    {
      ...{ id: 'decided', point, says: 'A manager decided in time', no: 'Late, or no decision' },
      of: 'moves, times missing and what else the council asks one for, of three months',
      items: decisions.flatMap(decided),
      note: 'In time: within the working days that the council has chosen, a local rule (SU-07).',
    },
    {
      ...{ id: 'signed', point, says: 'Signed by both in time', no: 'Late, or owed' },
      of: 'times together of three months',
      items: sessions.flatMap((session) => signed(session, today)),
      note: 'In time: within the working days that the council has chosen, a local rule (SU-04). Those whose day has not come are not counted.',
    },
  ]
}
