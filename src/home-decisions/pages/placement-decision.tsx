// The form of a decision about a home that stands from a day: long-term, approved for a time, at once with a parent, fewer visits.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Version } from '#database'
import {
  DayField,
  type FieldsProps,
  type Form,
  LineField,
  PickField,
  type Reading,
  TicksField,
  WordsField,
} from '#forms'
import { saidOf, valuesIn } from '#people'
import { chosenAmong, type FactGiven, makeFactForms } from '#people/pages'
import { CONDITION_WORDS, DECISION_KINDS } from '../decision-words.ts'
import { CONDITIONS } from '../long-term.ts'
import { amongHomes, NO_HOME } from './among-homes.tsx'

const LONG_TERM = 'long-term foster placement'
const INTERVAL = 'visit interval agreed'
const MOST_WEEKS = 26
const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <p>What stands from a day and changes what is owed. An approval is asked for first, under Approvals.</p>
    <PickField of={of} name="placement" label="Which home?" items={of.given.among} />
    <PickField of={of} name="kind" label="What was decided?" items={DECISION_KINDS} />
    <DayField of={of} name="since" label="From which day does it stand?" looks="back" />
    <DayField of={of} name="until" label="From which day does it stand no longer, if that is known?" looks="ahead" />
    <LineField
      of={of}
      name="weeks"
      width="govuk-input--width-2"
      label="Visits: at least every how many weeks?"
      hint="Only where that was decided."
    />
    <TicksField
      of={of}
      name="conditions"
      label="A long-term foster placement: which of these hold?"
      hint="The law asks for all four. Until they hold, the visits are those of another home."
      items={CONDITIONS.map((value) => ({ value, text: CONDITION_WORDS[value] }))}
    />
    <DayField
      of={of}
      name="officer_told"
      label="When was the reviewing officer told?"
      hint="Before temporary approval is extended; of a placement with a parent."
      looks="back"
    />
    <WordsField of={of} name="words" label="Who decided, and why" rows={4} />
  </>
)

function weeksIn(r: Reading, kind: string): number | null {
  const typed = r.typed.one('weeks')
  const weeks = /^[0-9]{1,2}$/.test(typed) ? Number(typed) : undefined
  if (kind === INTERVAL && (weeks === undefined || weeks < 1 || weeks > MOST_WEEKS))
    r.fault('weeks', `Write a number of weeks from 1 to ${MOST_WEEKS}.`)
  if (kind !== INTERVAL && typed !== '') r.fault('weeks', 'Weeks are written only of how often they are visited.')
  return kind === INTERVAL ? (weeks ?? null) : null
}
type Before = Version<'kith.placement_decision'> | undefined

/** Of a decision of which nobody was asked for them, nobody said that none of them holds. */
function conditionsIn(r: Reading, kind: string, before: Before): string[] | null {
  const ticked = r.typed.all('conditions').filter((one) => one !== '')
  if (ticked.some((one) => !CONDITIONS.some((other) => other === one))) r.fault('conditions', 'Choose from the list.')
  if (kind !== LONG_TERM && ticked.length > 0)
    r.fault('conditions', 'These are conditions of a long-term foster placement only.')
  const notAsked = before?.kind === LONG_TERM && before.conditions === null && ticked.length === 0
  return kind === LONG_TERM && !notAsked ? ticked : null
}

export const placementDecisionForms: readonly Form[] = makeFactForms<'kith.placement_decision'>({
  ...{ name: 'home-decision', path: 'home-decisions', table: 'kith.placement_decision', scope: 'plan' },
  ...{ tab: '/home-decisions', among: amongHomes, noneToChoose: NO_HOME },
  ...{ thing: 'a decision about a home', title: (name) => `A decision about a home of ${name}` },
  fields: {
    ...{ placement: 'Which home', kind: 'What was decided', since: 'From', until: 'Until', weeks: 'Weeks' },
    ...{ conditions: 'Conditions', officer_told: 'Reviewing officer told', words: 'Who decided, and why' },
  },
  once: ({ placement, kind, since }) => `${placement} ${kind} ${since}`,
  says: ({ kind, since, until }) =>
    `${saidOf(DECISION_KINDS, kind).toLowerCase()}, from ${dayWords(since)}${until === null ? '' : ` until ${dayWords(until)}`}`,
  asTyped: (version) => ({
    ...{ placement: [version.placement], kind: [version.kind], since: [dayWords(version.since)] },
    ...{ until: [dayWords(version.until)], weeks: [version.weeks === null ? '' : String(version.weeks)] },
    ...{ conditions: version.conditions ?? [], officer_told: [dayWords(version.officer_told)] },
    words: [version.words ?? ''],
  }),
  read: (r, given, before) => {
    const placement = chosenAmong(r, given, 'placement')
    const kind = r.choice('kind', valuesIn(DECISION_KINDS), 'Choose what was decided.')
    const since = r.day('since', 'the day from which it stands')
    const until = r.dayAheadIfAny('until', 'the day from which it stands no longer')
    if (until !== null && until <= since) r.fault('until', 'It cannot end before it stands. Look at both days.')
    const [weeks, conditions] = [weeksIn(r, kind), conditionsIn(r, kind, before)]
    return { placement, kind, since, until, weeks, conditions, officer_told: r.dayIfAny('officer_told', 'that day') }
  },
  words: (r) => r.typed.words('words'),
  Fields,
})
