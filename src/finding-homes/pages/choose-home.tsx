// Deciding on a home, by a named person: why, what the child says, what was not to be had, why not the first; with what has to be decided besides.
import type { FC } from 'hono/jsx'
import { addDays, dayWords, type IsoDay } from '#calendar'
import { type Asking, recordFirst, retract, type Version, writeParts } from '#database'
import {
  type At,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  itemsOf,
  makeForm,
  makeRetraction,
  PickField,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { DISTANCE_REASONS, matchWords, standingOf } from '#home-requests'
import { type HomeGiven, homeGiven, viewsToChoose } from '#home-requests/pages'
import { InsetText } from '#look'
import { approvalsNeeded, decisionsNeeded, explain, type MatchExplanation, ROLES, wantedOf } from '#matching'
import { endHolds, heldPlaces, openHolds } from '#stays'
import { type Filled, filledFor, mayReserve } from '../filling-store.ts'
import { hashOf, listedFor } from '../sorting.ts'
import { Needed } from './home-card.tsx'

const TABLE = 'kith.match_decision'
type Given = HomeGiven & {
  readonly one: MatchExplanation
  readonly filled: Filled
  readonly listed: readonly { readonly home: string; readonly called: string }[]
  /** What the child has said already, of what the writer hears; the latest first. */
  readonly views: readonly Item[]
  /** May reserve the place, and nobody has done so yet. */
  readonly reserves: boolean
}
async function load(asking: Asking, at: At): Promise<Given | undefined> {
  const given = await homeGiven(asking, at)
  const filled = given && (await filledFor(asking, given.child, at.today))
  const home = filled?.homes.find(({ id }) => id === given?.home)
  if (given === undefined || filled === undefined || home === undefined) return undefined
  const { shown, policy } = listedFor(filled, undefined)
  const listed = shown.map(({ home: id, called }) => ({ home: id, called }))
  const views = await viewsToChoose(asking, given.child)
  const reserves = (await mayReserve(asking, given.child)) && !(await isHeld(asking, given.child, given.home))
  return { ...given, filled, listed, views, reserves, one: explain(wantedOf(filled.asked, policy), home) }
}
const isHeld = async (asking: Asking, child: string, household: string): Promise<boolean> =>
  (await openHolds(asking, { child, household })).length > 0
const isFirst = ({ listed, home }: Given): boolean => listed.length === 0 || listed[0]?.home === home

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { one, steps, listed, name } = of.given
  const said = standingOf(steps)
  return (
    <>
      {one.verdict === 'cannot' && (
        <InsetText>
          By what is recorded this home cannot be, and nobody may decide otherwise. Look at the list.
        </InsetText>
      )}
      {said.answered !== 'yes' && <InsetText>It is not recorded that they said yes.</InsetText>}
      {said.saidNo && <InsetText>{name} says no. Somebody named has to talk about it with them first.</InsetText>}
      {one.verdict === 'needsDecision' && (
        <div class="kith-found">
          <h2 class="govuk-heading-s">Before it can be</h2>
          <Needed one={one} />
        </div>
      )}
      <DayField of={of} name="decided" label="When was it decided?" looks="back" />
      <DayField of={of} name="starts" label="From which day would they live there?" looks="ahead" />
      <WordsField of={of} name="why" label={`Why is this home right for ${name}?`} rows={4} />
      <WordsField of={of} name="child_says" label={`What does ${name} say, in their own words?`} rows={3} />
      <Heard {...of} />
      <WordsField of={of} name="not_there" label="What was not to be had, and what is done about it?" rows={3} />
      {!isFirst(of.given) && (
        <WordsField of={of} name="not_first" label={`Why not the first of the list, ${listed[0]?.called}?`} rows={2} />
      )}
      <PickField
        of={of}
        name="distance_reason"
        label="If it is far: why?"
        none="Choose"
        items={itemsOf(DISTANCE_REASONS)}
      />
      {of.given.reserves && (
        <TicksField
          of={of}
          name="reserve"
          label="The place"
          hint="It is counted as taken until they move in or somebody ends it. It is asked about again a week after the day on which they would move in."
          items={[{ value: 'yes', text: 'Reserve it from the day of the decision' }]}
        />
      )}
    </>
  )
}
/** Chosen, only its place in the record goes into the decision: the words stay with those of whom the child was told. */
const Heard: FC<FieldsProps<Given>> = (of) =>
  of.given.views.length === 0 ? null : (
    <PickField
      of={of}
      name="view"
      label="Or choose what they have said already"
      hint="Only those of whom they were told read it beside the decision; others read that it is kept."
      none="It is written above"
      items={of.given.views}
    />
  )
type Ok = {
  readonly decided: IsoDay
  readonly starts: IsoDay
  readonly reason: string | null
  readonly view: string | null
  readonly words: string
  readonly reserve: boolean
}
type Reserving = Pick<Ok, 'starts'> & { readonly child: string; readonly household: string; readonly since: IsoDay }
async function reservePlace(asking: Asking, { child, household, since, starts }: Reserving): Promise<void> {
  if (await isHeld(asking, child, household)) return
  const look_again = addDays(starts > since ? starts : since, 7)
  const columns = { kind: 'reserved', placement: null, since, look_again, until: null, outcome: null, household }
  await heldPlaces.record(asking, { columns, words: 'Reserved with the decision on this home.' }, child)
}
const choose: Form = makeForm<Given, Ok>({
  ...{ name: 'home-chosen', path: '/children/:child/homes-found/:about/choose', here: '/homes/wanted', load, Fields },
  lock: { may: ['write', 'matching'], log: 'decided on a home' },
  leadsTo: ({ child }) => `/children/${child}/home-request`,
  words: {
    ...{ thing: 'a decision on a home', button: 'Record the decision', done: 'Recorded. What follows stands below.' },
    title: ({ called, name }) => `Decide on ${called} for ${name}`,
    fields: {
      ...{
        decided: 'When',
        starts: 'From',
        why: 'Why',
        child_says: 'What the child says',
        not_there: 'What was not to be had',
      },
      ...{ view: 'What they have said', reserve: 'The place' },
      ...{ not_first: 'Why not the first', distance_reason: 'Why far' },
    },
  },
  start: () => ({ decided: ['today'], distance_reason: ['not at a distance'] }),
  decide: (typed, given, today) => {
    const r = reading(typed, today)
    const { one, steps, called } = given
    if (one.verdict === 'cannot')
      r.fault('', 'By what is recorded this home cannot be. Put the record right first, if that is wrong.')
    if (standingOf(steps).saidNo)
      r.fault('child_says', 'They say no. Record first who talked about it with them, on the list.')
    const decided = r.day('decided', 'the day of the decision')
    const starts = r.dayAhead('starts', 'the day from which they would live there')
    const reason = r.choiceIfAny('distance_reason', Object.keys(DISTANCE_REASONS))
    const why = r.words('why', 'Say why this home is right.')
    const view = r.choiceIfAny(
      'view',
      given.views.map(({ value }) => value),
    )
    const child = r.typed.words('child_says')
    if (child === '' && view === null)
      r.fault(
        'child_says',
        'Write what they said, or why nobody could ask them; or choose what they have said already.',
      )
    const not_there = r.words('not_there', 'Say what was not to be had; or that nothing was missing.')
    const not_first = r.typed.words('not_first')
    if (!isFirst(given) && not_first === '') r.fault('not_first', 'Say in a line why it is not the first of the list.')
    const how = decisionsNeeded(one)
      .map(({ decision, by }) => `${decision}, by ${ROLES[by]}`)
      .join('\n')
    const words = writeParts({ called, why, child, not_there, not_first, how }) ?? ''
    const reserve = given.reserves && r.typed.all('reserve').includes('yes')
    return r.result(() => ({ decided, starts, reason, view, words, reserve }))
  },
  save: async (asking, { decided, starts, reason, view, words, reserve }, { given }) => {
    const { child, home: household, request, filled, listed, one } = given
    const columns = {
      ...{
        request: request.line,
        household,
        decided,
        starts,
        distance_reason: reason,
        list_hash: hashOf(filled),
        view,
      },
      ...{ settings: one.policyVersion, listed: listed.map(({ home }) => home) },
      needed: [...new Set(decisionsNeeded(one).map(({ by }) => by))],
      approvals: [...approvalsNeeded(one)],
    }
    const { id } = await recordFirst(asking, TABLE, { child, columns, words })
    if (reserve) await reservePlace(asking, { child, household, since: decided, starts })
    return { kind: 'saved', id }
  },
  refused: () => ({ field: '', says: 'A home is decided on already for this request. Take that decision back first.' }),
})
type Freed = { readonly child: string; readonly held: readonly string[] }
/** The home, where a place in it is reserved for the child and the asker may end that. */
async function freedWith(asking: Asking, { child, household }: Version<typeof TABLE>): Promise<Freed> {
  const held = (await mayReserve(asking, child)) && (await isHeld(asking, child, household))
  return { child, held: held ? [household] : [] }
}
const takingBack: Form = makeRetraction<Freed, typeof TABLE>({
  ...{
    name: 'home-chosen-retraction',
    path: '/children/:child/match-decisions/:about/retract',
    here: '/homes/wanted',
    table: TABLE,
  },
  lock: { may: ['write', 'matching'], log: 'took back a decision on a home' },
  leadsTo: ({ child }) => `/children/${child}/home-request`,
  ...{ thing: 'taking back a decision on a home', done: 'Taken back. The history holds your reason.' },
  given: async (asking, _, version) => await freedWith(asking, version),
  retract: async (asking, { id, reason }, { given: { child, held }, today }) => {
    const done = await retract(asking, TABLE, { id, reason })
    if ('ok' in done)
      for (const household of held) await endHolds(asking, { child, household, on: today, outcome: 'no longer needed' })
    return done
  },
  shows: ({ decided, starts, words }, { held }) => ({
    title: 'this decision on a home',
    rows: [
      ['Home', matchWords(words).called],
      ['Decided', dayWords(decided)],
      ['From', dayWords(starts)],
    ],
    ...(held.length > 0 && { also: 'The place that is reserved there is free again.' }),
  }),
})
export const chooseForms: readonly Form[] = [choose, takingBack]
