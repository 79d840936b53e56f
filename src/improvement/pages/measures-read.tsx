// Reads what the three points are counted from: only that which a page asks for.
import { actionsOfOrigin } from '#actions'
import { addMonths, addYears, type IsoDay, numberOf } from '#calendar'
import { choicesKnown } from '#clock'
import type { Asking } from '#database'
import { approvalsOf, homesMeasured, isOver20, judgedWords, siblingTimes, yearFacts, yearLine } from '#distance'
import { readingsOn } from '#duties'
import { auditsStanding, councilRows } from '#practice-audits'
import { caseloads, decisionsAfter, type EntryRow, entryRows, sessionsOf, withWords } from '#supervision'
import type { Visit } from '#web'
import { auditMeasures } from '../audit-measures.ts'
import { distanceMeasures } from '../distance-measures.ts'
import type { Measure, Point } from '../measure.ts'
import { actionsOfAudits, childrenWithPlan, impactsOf, progressedIn, workersOfChildren } from '../store.ts'
import { supervisionMeasures } from '../supervision-measures.ts'

export const HERE = '/improvement'
const LATELY_MONTHS = 3
const EVERY_SESSION = 100_000

/** Given the latest first. */
const latestOfEach = (rows: readonly EntryRow[]): readonly EntryRow[] => [
  ...new Map(rows.toReversed().map((row) => [row.child, row])).values(),
]
async function ofSupervision(asking: Asking, today: IsoDay): Promise<readonly Measure[]> {
  const since = addMonths(today, -LATELY_MONTHS)
  const workers = await workersOfChildren(asking, today)
  const rows = await entryRows(asking, { since })
  const latest = latestOfEach(rows.filter(({ kind }) => kind === 'full'))
  const loads = workers.length === 0 ? [] : await caseloads(asking, workers, { on: today })
  const facts = {
    loads,
    decisions: await decisionsAfter(asking, [...new Map(loads.map((load) => [load.child, load])).values()], today),
    latest: await withWords(asking, latest),
    progressed: await progressedIn(
      asking,
      latest.map(({ line }) => line),
    ),
    planned: await childrenWithPlan(asking),
    actions: await actionsOfOrigin(asking, 'supervision', addYears(today, -1)),
    sessions: await sessionsOf(asking, { since, most: EVERY_SESSION }),
  }
  return supervisionMeasures(facts, today)
}

async function ofAudit(asking: Asking, today: IsoDay): Promise<readonly Measure[]> {
  const since = addYears(today, -1)
  const themes = await councilRows(asking, 'kith.practice_theme')
  const facts = {
    numbers: readingsOn(await choicesKnown(asking), numberOf(today)),
    audits: await auditsStanding(asking),
    actions: await actionsOfAudits(asking, since),
    impacts: await impactsOf(asking, since),
    themes: themes.map(({ words, due, learned, changed, owner }) => ({
      title: words.title,
      due,
      learned,
      changed,
      owner,
    })),
  }
  return auditMeasures(facts, { since, today })
}

type OfDistance = { readonly measures: readonly Measure[]; readonly sentence: string }
export async function ofDistance(asking: Asking, today: IsoDay): Promise<OfDistance> {
  const last = addYears(today, -1)
  const homes = await homesMeasured(asking, today)
  const outside = homes.filter((home) => home.inside === false || isOver20(home)).map(({ placement }) => placement)
  const [now, before] = [await yearFacts(asking, today), await yearFacts(asking, last)]
  const facts = { homes, now, before, approvals: await approvalsOf(asking, outside) }
  const times = { times: await siblingTimes(asking, today), timesBefore: await siblingTimes(asking, last) }
  return {
    measures: distanceMeasures({ ...facts, ...times }),
    sentence: judgedWords(yearLine(now), yearLine(before)),
  }
}

export async function measuresOf(asking: Asking, point: Point, today: IsoDay): Promise<readonly Measure[]> {
  if (point === 'supervision') return await ofSupervision(asking, today)
  if (point === 'audit') return await ofAudit(asking, today)
  return (await ofDistance(asking, today)).measures
}

/** Of which point each is: so that a list reads nothing of the other two. */
const POINT_OF: Readonly<Record<string, Point>> = {
  ...{ 'thought-about': 'supervision', lived: 'supervision', 'plan-progress': 'supervision', intended: 'supervision' },
  ...{
    answered: 'supervision',
    changed: 'supervision',
    drift: 'supervision',
    signed: 'supervision',
    decided: 'supervision',
  },
  ...{ 'handed-in': 'audit', verified: 'audit', impact: 'audit', differs: 'audit', 'looked-again': 'audit' },
  ...{ better: 'audit', themes: 'audit' },
  ...{ far: 'distance', 'far-why': 'distance', 'far-decided': 'distance', approved: 'distance' },
  ...{ 'chosen-near': 'distance', 'school-kept': 'distance', together: 'distance', 'sibling-time': 'distance' },
  'moves-planned': 'distance',
}
/** Answers for children, and so reads who is behind every number; who leads quality alone reads it of audits. */
export const readsAll = ({ parts }: Visit['me']): boolean =>
  parts.includes('director') || parts.includes('manager-line')
/** Of audits, but actions are of the plan: who leads quality reads how many were verified, and not which. */
export const opensToLead = (id: string): boolean =>
  Object.hasOwn(POINT_OF, id) && POINT_OF[id] === 'audit' && id !== 'verified'
export const maySeeBehind = (me: Visit['me'], id: string): boolean => readsAll(me) || opensToLead(id)
export async function measureOf(asking: Asking, id: string, today: IsoDay): Promise<Measure | undefined> {
  const point = Object.hasOwn(POINT_OF, id) ? POINT_OF[id] : undefined
  return point === undefined ? undefined : (await measuresOf(asking, point, today)).find((one) => one.id === id)
}
