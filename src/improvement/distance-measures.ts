// Fewer children living far from home, as measures: who is far and why, what is decided, what the law asks, and new homes and planned moves with what they cost. Pure.
import { dayWords, parseDay } from '#calendar'
import {
  type ApprovalOf,
  areaWords,
  STANDS as HOW_FAR_STANDS,
  type HomeBegun,
  isMeasured,
  isNear,
  isOver20,
  type LivesFar,
  milesWords,
  type SiblingTime,
  standsOf,
  type YearFacts,
  yearLine,
} from '#distance'
import { FAR_REASONS } from '#home-decisions'
import { capital } from '#look'
import { saidOf } from '#people'
import type { Item, Measure, Stands } from './measure.ts'

export type DistanceFacts = {
  readonly homes: readonly LivesFar[]
  readonly approvals: ReadonlyMap<string, ApprovalOf>
  readonly now: YearFacts
  readonly before: YearFacts
  readonly times: readonly SiblingTime[]
  readonly timesBefore: readonly SiblingTime[]
}
const so = (holds: boolean | null): Stands => (holds === null ? 'unknown' : holds ? 'yes' : 'no')
type Told = { readonly stands: Stands; readonly note: string; readonly group?: string }
const item = (child: string, told: Told, page = 'home-decisions'): Item => ({
  ...{ child, label: '', to: `/children/${child}/${page}` },
  ...told,
})
const onDay = (text: string): string => {
  const on = parseDay(text)
  return on === undefined ? text : dayWords(on)
}
const wayWords = (home: LivesFar): string => [milesWords(home), areaWords(home)].filter((one) => one !== '').join(', ')

function said(home: LivesFar): Item {
  const group = home.said === undefined ? 'Nobody has said why' : capital(saidOf(FAR_REASONS, home.said.reason))
  return item(home.child, { stands: so(home.said !== undefined), note: wayWords(home), group })
}
function decided(home: LivesFar): Item {
  const stands = standsOf(home)
  return item(home.child, {
    stands: so(stands !== 'not said' && stands !== 'fails'),
    note: wayWords(home),
    group: HOW_FAR_STANDS[stands],
  })
}
/** Outside the area; of a protected home nothing is told of whose area it is. */
function approved(home: LivesFar, approvals: DistanceFacts['approvals']): Item {
  const approval = approvals.get(home.placement)
  const note =
    approval === undefined
      ? 'none is recorded'
      : approval.answer === null
        ? 'asked, not answered'
        : `${approval.answer}${approval.answered === null ? '' : ` ${onDay(approval.answered)}`}`
  return item(home.child, { stands: so(approval?.answer === 'approved'), note: `${wayWords(home)}: ${note}` })
}

const begun = (home: HomeBegun, holds: boolean | null): Item =>
  item(
    home.child,
    {
      stands: so(holds),
      note: `since ${onDay(home.began)}, ${home.first ? 'a first home' : 'a move'}, ${milesWords(home)}`,
    },
    'where',
  )
const timeItem = ({ child, happens, happened }: SiblingTime): Item =>
  item(child, { stands: so(happened), note: onDay(happens) }, 'family')

function yearMeasures({ now, before, times, timesBefore }: DistanceFacts): readonly Measure[] {
  const point = 'distance'
  const of = 'new homes and planned moves, twelve months'
  const of2 = (holds: (home: HomeBegun) => boolean | null) => ({
    items: yearLine(now).counted.map((home) => begun(home, holds(home))),
    before: yearLine(before).counted.map((home) => begun(home, holds(home))),
  })
  const moved = ({ begun: homes }: YearFacts) =>
    homes.filter((home) => home.moved).map((home) => begun(home, home.planned))
  return [
    { ...{ id: 'chosen-near', point, says: 'Within 20 miles of home', no: 'Further', of }, ...of2(isNear) },
    {
      ...{ id: 'school-kept', point, says: 'The school was kept', no: 'Another school', of },
      ...of2((home) => home.schoolKept),
    },
    {
      ...{ id: 'together', point, says: 'With their brothers and sisters', no: 'Apart', of },
      ...of2((home) => home.together),
    },
    {
      ...{ id: 'sibling-time', point, says: 'Time with brothers and sisters happened', no: 'Fell out' },
      of: 'times that were to happen, twelve months',
      ...{ items: times.map(timeItem), before: timesBefore.map(timeItem) },
    },
    {
      ...{ id: 'moves-planned', point, says: 'Moved in a planned way', no: 'Not planned' },
      of: `moves, twelve months (${now.inCare} children were in care)`,
      ...{ items: moved(now), before: moved(before) },
    },
  ]
}
export function distanceMeasures(facts: DistanceFacts): readonly Measure[] {
  const { homes, approvals } = facts
  const far = homes.filter(isOver20)
  const point = 'distance'
  return [
    {
      ...{ id: 'far', point, says: 'More than 20 miles from home', no: 'Nearer', of: 'children in care' },
      items: homes.map((home) =>
        item(home.child, {
          stands: isMeasured(home) ? so(isOver20(home)) : 'unknown',
          note: isMeasured(home) ? wayWords(home) : 'not measured',
        }),
      ),
    },
    {
      ...{ id: 'far-why', point, says: 'Somebody has said why', no: 'Nobody has said', of: 'children who are far' },
      items: far.map(said),
    },
    {
      ...{ id: 'far-decided', point, says: 'Coming nearer, settled, or right for them', no: 'Nothing is decided' },
      of: 'children who are far',
      items: far.map(decided),
    },
    {
      ...{ id: 'approved', point, says: 'Approved by whom the law asks', no: 'No approval recorded' },
      of: 'homes outside our area',
      items: homes
        .filter(({ kept, inside }) => kept || inside === false)
        .map((home) =>
          home.kept ? item(home.child, { stands: 'unknown', note: 'a protected home' }) : approved(home, approvals),
        ),
      note: 'Care Planning Regulations 2010, regulation 11. Not asked for a carer whom this council approved, or approved for a time: of these the record cannot tell, and they stand here too.',
    },
    ...yearMeasures(facts),
  ]
}
