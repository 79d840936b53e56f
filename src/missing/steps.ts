// Our own rule MI-11: the steps of a time missing that goes on, at 24, 48 and 72 hours.
import { addHours, type DayNumber, day, type Instant, type IsoDay, instant } from '#calendar'
import { named, rule } from '#law'
import {
  type Basis,
  basis,
  type Closing,
  coveredThrough,
  type Duty,
  londonDayNumber,
  raisedBy,
  type Span,
  settle,
} from '#ledger'
import type { MissingEpisode, SafetyFacts, StepTaken } from './missing-episode.ts'

const HOUR = 3_600_000
/** As the record writes each, with the hours after which it is owed. */
export const STEPS = { 'service manager told': 24, 'director told': 48, 'everybody met': 72 } as const
export type Step = keyof typeof STEPS
export const STEP_WORDS: readonly { readonly value: Step; readonly text: string }[] = [
  { value: 'service manager told', text: 'The service manager was told (by 24 hours)' },
  { value: 'director told', text: 'The director of children’s services was told (by 48 hours)' },
  { value: 'everybody met', text: 'Everybody who works with them met (by 72 hours)' },
]
export const isStep = (text: string): text is Step => Object.hasOwn(STEPS, text)

export const stepsOfMissing = rule<
  { readonly on: IsoDay; readonly gone: Instant; readonly back: Instant | undefined; readonly step: Step },
  { readonly kind: 'dueAt'; readonly at: Instant } | 'notOwed'
>({
  id: 'MI-11',
  name: 'Steps while a child is missing',
  says: 'While a child is missing, the service manager is told at 24 hours, the director of children’s services at 48, and by 72 hours everybody who works with the child has met. A child who is back before then is owed none of it.',
  level: 'practice',
  verification: 'knowledge',
  cites: [named('Local protocols on children who run away or go missing')],
  inForce: { from: day('2014-01-01') },
  responsible: 'The social worker; out-of-hours',
  trigger: 'the moment from which the whereabouts are not known',
  interpretations: [
    {
      name: 'missingSteps',
      asks: 'Does the clock count steps at 24, 48 and 72 hours? They are local, and no law.',
      taken: 'yes',
      readings: { yes: 'Yes: service manager, director, and a meeting.', off: 'No.' },
    },
  ],
  satisfiedBy: {
    fact: 'step of a time missing',
    table: 'kith.missing_step, kith.note',
    words: 'Who was told, with the hour; of the meeting, one that is recorded, or a strategy meeting.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ gone, back, step }) => {
    const at = addHours(gone, STEPS[step])
    return back !== undefined && back <= at ? 'notOwed' : { kind: 'dueAt', at }
  },
  examples: [
    {
      name: 'back after 23 hours',
      given: {
        ...{ on: day('2026-02-02'), gone: instant('2026-02-01T22:00:00Z'), back: instant('2026-02-02T21:00:00Z') },
        step: 'service manager told',
      },
      expect: 'notOwed',
    },
    {
      name: 'still missing: the service manager at 24 hours',
      given: {
        on: day('2026-02-02'),
        gone: instant('2026-02-01T22:00:00Z'),
        back: undefined,
        step: 'service manager told',
      },
      expect: { kind: 'dueAt', at: instant('2026-02-02T22:00:00Z') },
    },
    {
      name: 'the director at 48 hours, over the change of clocks',
      given: { on: day('2026-03-29'), gone: instant('2026-03-28T22:00:00Z'), back: undefined, step: 'director told' },
      expect: { kind: 'dueAt', at: instant('2026-03-30T22:00:00Z') },
    },
    {
      name: 'back an hour after the third day: everybody should have met',
      given: {
        ...{ on: day('2026-02-05'), gone: instant('2026-02-01T22:00:00Z'), back: instant('2026-02-04T23:00:00Z') },
        step: 'everybody met',
      },
      expect: { kind: 'dueAt', at: instant('2026-02-04T22:00:00Z') },
    },
  ],
})

const of = (id: string, name: string, n: number): Basis =>
  basis({
    ...{ id: `MI-11/${id}`, rule: stepsOfMissing, name, count: { unit: 'hours', n } },
    ...{ since: 'going missing on', cites: named('Local protocols on children who run away or go missing') },
    kind: 'missingStep',
  })
const BASES = {
  'service manager told': of('24', 'Service manager told of a missing child', STEPS['service manager told']),
  'director told': of('48', 'Director told of a missing child', STEPS['director told']),
  'everybody met': of('72', 'Everybody met about a missing child', STEPS['everybody met']),
} as const satisfies Record<Step, Basis>
export const STEP_BASES: readonly Basis[] = Object.values(BASES)

interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}
export interface StepsKnown {
  readonly safety: SafetyFacts
  readonly spans: readonly Span[]
  readonly on: DayNumber
  readonly ending: (from: DayNumber) => Ending | undefined
}

/** Whether it lasted so long: for certain where an hour is not known; one that goes on may come to it. */
function lasted({ from, until, returnedAt }: MissingEpisode, gone: number | undefined, hours: number): boolean {
  if (until === undefined && returnedAt === undefined) return true
  if (gone !== undefined && returnedAt !== undefined) return returnedAt - gone > hours * HOUR
  return until === undefined || until > from + hours / 24
}

function stepFor(step: Step, episode: MissingEpisode, { safety, on }: StepsKnown): StepTaken | undefined {
  const mine = safety.steps.filter((one) => one.step === step && one.episode === episode.line && one.day <= on)
  const met =
    step === 'everybody met'
      ? safety.meetings.filter(({ about, day: held }) => about === episode.line && held <= on)
      : []
  const meetings = met.map((one) => ({ ...one, episode: episode.line, step, at: undefined }))
  return [...mine, ...meetings].toSorted((a, b) => a.day - b.day || (a.at ?? 0) - (b.at ?? 0))[0]
}

function raiseStep(
  out: Duty[],
  step: Step,
  { episode, ended, known }: { episode: MissingEpisode; ended: Ending; known: StepsKnown },
): void {
  const gone = known.safety.gone.get(episode.line)
  const hours = STEPS[step]
  if (!lasted(episode, gone, hours)) return
  const dueAt = gone === undefined ? undefined : gone + hours * HOUR
  const due = dueAt === undefined ? episode.from + hours / 24 : londonDayNumber(dueAt)
  const met = stepFor(step, episode, known)
  const hourUnknown = met !== undefined && met.day === due && met.at === undefined && dueAt !== undefined
  const raised = raisedBy(BASES[step], episode, {
    ...{ trigger: episode.from, due, ...ended, spans: known.spans },
    missing: hourUnknown ? 'stepTime' : undefined,
  })
  const duty = settle(raised, met, met?.day)
  const late = dueAt !== undefined && met?.at !== undefined && met.at > dueAt && duty.standing === 'doneOnTime'
  out.push({ ...duty, dueAt, standing: late ? 'doneLate' : duty.standing })
}

export function stepDuties(out: Duty[], episode: MissingEpisode, known: StepsKnown): void {
  if (episode.kind !== 'missing' || coveredThrough(known.spans, episode.from) === undefined) return
  const ended = known.ending(episode.from)
  if (ended === undefined) return
  for (const step of Object.keys(STEPS).filter(isStep)) raiseStep(out, step, { episode, ended, known })
}
