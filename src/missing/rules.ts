// The rules about missing children: what an absence is, the report, the meeting, exploitation looked at again, and the national referral.
import { addMonths, addWorkingDays, day, type Instant, type IsoDay, instant, millisecondsOf } from '#calendar'
import { enacted, guidance, named, rule, unknown } from '#law'

type DueDay = { readonly kind: 'due'; readonly day: IsoDay }
const dueOn = (text: string): DueDay => ({ kind: 'due', day: day(text) })
const ON = { on: day('2026-06-01') } as const

export interface AbsenceGiven {
  readonly on: IsoDay
  readonly whereaboutsKnown: boolean
  readonly whereExpected: boolean
  readonly authorised: boolean
}

export const whatAnAbsenceIs = rule<AbsenceGiven, 'missing' | 'awayWithoutAuthorisation' | 'noEpisode'>({
  id: 'MI-02',
  name: 'Missing, and away without authorisation',
  says: 'Missing: nobody knows where the child is. Away without authorisation: it is known, and it is not where the child should be. An absence that was agreed is neither.',
  level: 'statutory-guidance',
  verification: 'secondary',
  cites: [guidance('Children who run away or go missing from home or care (DfE, January 2014)', 'definitions')],
  inForce: { from: day('2014-01-01') },
  satisfiedBy: {
    fact: 'kind of the episode',
    table: 'kith.missing_episode',
    words: 'The kind that was recorded, with its beginning and end.',
  },
  trigger: 'the absence',
  responsible: 'The carer; the council',
  decidedOn: ({ on }) => on,
  apply: ({ whereaboutsKnown, whereExpected, authorised }) => {
    if (authorised || (whereaboutsKnown && whereExpected)) return 'noEpisode'
    return whereaboutsKnown ? 'awayWithoutAuthorisation' : 'missing'
  },
  examples: [
    {
      name: 'nobody knows where the child is',
      vector: 'MI-02#1',
      given: { on: day('2026-02-01'), whereaboutsKnown: false, whereExpected: false, authorised: false },
      expect: 'missing',
    },
    {
      name: 'known, and not agreed',
      vector: 'MI-02#2',
      given: { on: day('2026-02-01'), whereaboutsKnown: true, whereExpected: false, authorised: false },
      expect: 'awayWithoutAuthorisation',
    },
    {
      name: 'agreed',
      vector: 'MI-02#3',
      given: { on: day('2026-02-01'), whereaboutsKnown: true, whereExpected: false, authorised: true },
      expect: 'noEpisode',
    },
  ],
})

export const reportedMissing = rule<
  { readonly on: IsoDay; readonly missing: Instant; readonly police: Instant; readonly hours: number },
  'met' | 'delayed'
>({
  id: 'MI-03',
  name: 'Missing child reported',
  says: 'A child who is missing is reported to the police and to us without delay; how long is too long stands in the placement plan.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('Children who run away or go missing from home or care (DfE, January 2014)', '')],
  responsible: 'The carers or the home; the social worker or out-of-hours',
  trigger: 'the moment from which the whereabouts are not known',
  satisfiedBy: {
    fact: 'police told',
    table: 'kith.told',
    words: 'The police told of this time missing, with the hour, within the hours of the placement plan.',
  },
  decidedOn: ({ on }) => on,
  inForce: { from: day('2014-01-01') },
  apply: ({ missing, police, hours }) =>
    millisecondsOf(police) - millisecondsOf(missing) > hours * 3_600_000 ? 'delayed' : 'met',
  examples: [
    {
      name: 'the next morning, where the plan says two hours',
      vector: 'MI-03#1',
      given: {
        on: day('2026-02-01'),
        missing: instant('2026-02-01T22:00:00Z'),
        police: instant('2026-02-02T09:00:00Z'),
        hours: 2,
      },
      expect: 'delayed',
    },
    {
      name: 'within forty minutes',
      vector: 'MI-03#2',
      given: {
        on: day('2026-02-01'),
        missing: instant('2026-02-01T22:00:00Z'),
        police: instant('2026-02-01T22:40:00Z'),
        hours: 2,
      },
      expect: 'met',
    },
  ],
})

export const meetingHeld = rule<
  {
    readonly on: IsoDay
    readonly episodesIn90Days: number
    readonly hoursMissing: number
    readonly exploitation: boolean
  },
  'meet' | 'no'
>({
  id: 'MI-04',
  name: 'Meeting about a missing child',
  says: 'Those who work with the child meet when they have been missing for more than 24 hours, three times in 90 days, or where there is a risk of exploitation. The numbers are local.',
  level: 'practice',
  verification: 'knowledge',
  cites: [named('Local protocols on children who run away or go missing')],
  responsible: 'The team manager',
  trigger: 'the day on which the threshold was met',
  interpretations: [
    {
      name: 'missingHours',
      asks: 'After how many hours missing does everybody meet?',
      taken: '24',
      readings: {
        '12': 'More than twelve hours.',
        '24': 'More than 24 hours.',
        '48': 'More than 48 hours.',
        '72': 'More than 72 hours.',
      },
    },
    {
      name: 'missingTimes',
      asks: 'How many times missing in 90 days make everybody meet?',
      taken: '3',
      readings: { '2': 'Twice.', '3': 'Three times.', '4': 'Four times.', '5': 'Five times.' },
    },
  ],
  satisfiedBy: {
    fact: 'strategy meeting',
    table: 'kith.note',
    words: 'A strategy meeting recorded about this time missing, or held on a day after the threshold was met.',
  },
  decidedOn: ({ on }) => on,
  inForce: { from: day('2011-04-01') },
  apply: ({ episodesIn90Days, hoursMissing, exploitation }) =>
    episodesIn90Days >= 3 || hoursMissing > 24 || exploitation ? 'meet' : 'no',
  examples: [
    {
      name: 'three episodes',
      vector: 'MI-04#1',
      given: { ...ON, episodesIn90Days: 3, hoursMissing: 2, exploitation: false },
      expect: 'meet',
    },
    {
      name: 'twenty-five hours',
      vector: 'MI-04#2',
      given: { ...ON, episodesIn90Days: 1, hoursMissing: 25, exploitation: false },
      expect: 'meet',
    },
    {
      name: 'two episodes, no risk seen',
      vector: 'MI-04#3',
      given: { ...ON, episodesIn90Days: 2, hoursMissing: 2, exploitation: false },
      expect: 'no',
    },
  ],
})

export const slaveryReferred = rule<
  { readonly on: IsoDay; readonly asks: 'referral' | 'decision'; readonly referred: boolean },
  'met' | 'owed' | DueDay
>({
  id: 'MI-08',
  name: 'Referral of a possible victim of modern slavery',
  says: 'A child who may be a victim of modern slavery is referred; their consent is not needed, and no number of days is set. A first decision is normally made within five working days.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [enacted('Modern Slavery Act 2015', 'section 52')],
  inForce: { from: day('2015-11-01') },
  responsible: 'The council as first responder',
  trigger: 'the day on which it was seen, or referred',
  satisfiedBy: {
    fact: 'referral and its first decision',
    table: 'kith.slavery_referral',
    words: 'The day of the referral, and the day of the decision on reasonable grounds.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ on, asks, referred }) => {
    if (asks === 'referral') return referred ? 'met' : 'owed'
    const until = addWorkingDays(on, 5)
    return until === undefined ? unknown('the bank holidays of those years') : { kind: 'due', day: until }
  },
  examples: [
    {
      name: 'a decision, over the summer bank holiday',
      given: { on: day('2026-08-26'), asks: 'decision', referred: true },
      expect: dueOn('2026-09-03'),
    },
    {
      name: 'a decision, over Christmas',
      given: { on: day('2026-12-22'), asks: 'decision', referred: true },
      expect: dueOn('2026-12-31'),
    },
    {
      name: 'seen three days ago, not referred',
      vector: 'MI-08#3',
      given: { on: day('2026-02-02'), asks: 'referral', referred: false },
      expect: 'owed',
    },
  ],
})

/** Our own reading of a local rule: the day that was agreed, or a month where none was. */
const EXPLOITATION_MONTHS = 1
export const exploitationLookedAt = rule<
  { readonly assessed: IsoDay; readonly reviewBy: IsoDay | undefined; readonly risk: 'yes' | 'no' | 'not known' },
  DueDay | 'notOwed'
>({
  id: 'MI-10',
  name: 'Exploitation looked at again',
  says: 'What is known of exploitation is looked at again by the day agreed when it was written; where none was agreed, within a month, unless no risk was seen. The interval is local.',
  level: 'practice',
  verification: 'knowledge',
  cites: [named('Local protocols on child exploitation')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'exploitation assessment',
    table: 'kith.exploitation_assessment',
    words: 'The next assessment, with its level in the words of a named person.',
  },
  responsible: 'The social worker',
  trigger: 'the day of the assessment before it',
  decidedOn: ({ assessed }) => assessed,
  apply: ({ assessed, reviewBy, risk }) =>
    reviewBy === undefined && risk === 'no'
      ? 'notOwed'
      : { kind: 'due', day: reviewBy ?? addMonths(assessed, EXPLOITATION_MONTHS) },
  examples: [
    {
      name: 'no day agreed, at the end of January',
      given: { assessed: day('2026-01-31'), reviewBy: undefined, risk: 'not known' },
      expect: dueOn('2026-02-28'),
    },
    {
      name: 'the day that was agreed',
      given: { assessed: day('2026-01-31'), reviewBy: day('2026-03-20'), risk: 'yes' },
      expect: dueOn('2026-03-20'),
    },
    {
      name: 'no risk was seen, and no day agreed',
      given: { assessed: day('2026-01-31'), reviewBy: undefined, risk: 'no' },
      expect: 'notOwed',
    },
  ],
})
