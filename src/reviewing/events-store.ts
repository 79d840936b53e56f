// What a child's disputes went through, as things that happened: raised, taken to somebody or risen by itself, answered, over, and told to the child.
import { day, dayOf, formatDay, type IsoDay, numberOf } from '#calendar'
import { type Asking, readParts } from '#database'
import { type DisputeEvent, type Step, stepsOf } from './dispute.ts'
import type { DisputeRows } from './dispute-parts-store.ts'
import { type DisputeStage, disputesIn, type StandingDispute, tierDays } from './store.ts'
import { NOT_TOLD_YET, owedTelling, TELLING_ABOUT, TELLING_HOW } from './telling.ts'
import { ANSWERS, DISPUTE_ABOUT, DISPUTE_OUTCOMES, REFERRALS, TIER_WORDS, wordsOf } from './words.ts'

/** With the tiers at which it stood, those to which it rose by itself too. */
export type Stood = StandingDispute & { readonly steps: readonly Step<DisputeStage>[] }

const HIDDEN = 'Taken out of sight.'
const lower = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1)
const whom = (as: string, worker: string | null) => (worker === null ? {} : { whom: { as, worker } })
const sentences = (...all: readonly (string | undefined)[]): string => all.filter(Boolean).join(' ')

type Of = Stood & { readonly to: string }

const raised = ({ line, raised: on, about, said, by, to }: Of): DisputeEvent => ({
  ...{ line, on, by, to, key: true },
  title: `The reviewing officer raised a dispute: ${lower(wordsOf(DISPUTE_ABOUT, about))}`,
  words: said === undefined ? HIDDEN : sentences(said.issue, `Asked: ${said.asked}`),
})
const stages = ({ line, steps, to }: Of): readonly DisputeEvent[] =>
  steps.map(({ tier, since, stage }) => {
    const name = lower(TIER_WORDS[tier])
    if (stage === undefined)
      return {
        ...{ line: `${line} ${tier} ${since}`, on: dayOf(since), to, key: false },
        title: `The dispute rose by itself: ${name}`,
        words: 'The days of the tier before were over.',
      }
    return {
      ...{ line: stage.line, on: dayOf(since), by: stage.recorded_by, to, key: false },
      ...whom('Asked', stage.asked_of),
      title: `The dispute was taken on: ${name}`,
      words: stage.words == null ? '' : (readParts(stage.words, ['why'])?.why ?? ''),
    }
  })
const answers = ({ answers: all, to }: Of): readonly DisputeEvent[] =>
  all.map(({ line, tier, answer, answered, promised, answered_by, recorded_by, words }) => ({
    ...{ line, on: dayOf(answered), by: recorded_by, to, key: false },
    ...whom('Answered by', answered_by),
    title: `Answer to the dispute, ${lower(TIER_WORDS[tier])}: ${lower(wordsOf(ANSWERS, answer))}`,
    words: sentences(
      readParts(words, ['says'])?.says ?? HIDDEN,
      promised === undefined ? undefined : `Promised by ${formatDay(dayOf(promised))}.`,
    ),
  }))
const referrals = ({ referrals: all, to }: Of): readonly DisputeEvent[] =>
  all.map(({ line, kind, happened, recorded_by, words }) => ({
    ...{ line, on: day(happened), by: recorded_by, to, key: kind === 'referred' },
    title: kind === 'referred' ? 'The dispute was referred to Cafcass' : wordsOf(REFERRALS, kind),
    words: readParts(words, ['why'])?.why ?? HIDDEN,
  }))
function ends({ end, tellings, to }: Of): readonly DisputeEvent[] {
  if (end === undefined) return []
  const on = day(end.happened)
  const said = readParts(end.words, ['changed', 'why'])
  const because = said?.why ? `Withdrawn because: ${said.why}` : undefined
  const owed = owedTelling(on, tellings) && 'They have still to be told what came of it.'
  return [
    {
      ...{ line: end.line, on, by: end.recorded_by, to, key: true },
      title: `The dispute is over: ${lower(wordsOf(DISPUTE_OUTCOMES, end.outcome))}`,
      words: sentences(said === undefined ? HIDDEN : said.changed, because, owed),
    },
  ]
}
const tellings = ({ tellings: all, to }: Of): readonly DisputeEvent[] =>
  all.map((one) => {
    const said = readParts(one.words, ['what', 'who', 'why'])
    const known = { line: one.line, on: day(one.happened), by: one.recorded_by, to, key: false }
    const about = lower(wordsOf(TELLING_ABOUT, one.about))
    if (!one.told)
      return {
        ...known,
        title: `Not told yet: ${about}`,
        words: sentences(
          `${wordsOf(NOT_TOLD_YET, one.not_told_why ?? '')}.`,
          said?.why ?? HIDDEN,
          one.ask_again === null ? undefined : `Asked again on ${formatDay(day(one.ask_again))}.`,
        ),
      }
    const who = said?.who ? `Told by ${said.who}.` : undefined
    const how = `${wordsOf(TELLING_HOW, one.how ?? '')}.`
    return {
      ...{ ...known, ...whom('Told by', one.told_by) },
      title: `Told: ${about}`,
      words: sentences(how, who, said?.what ?? HIDDEN),
    }
  })

export const eventsOf = (disputes: readonly Stood[]): readonly DisputeEvent[] =>
  disputes.flatMap((one) => {
    const of = { ...one, to: `disputes/${one.line}` }
    return [raised(of), ...stages(of), ...answers(of), ...referrals(of), ...ends(of), ...tellings(of)]
  })

/** Of one child, by where each stood on that day. */
export async function disputeEvents(
  asking: Asking,
  { rows, words }: { readonly rows: DisputeRows; readonly words: ReadonlyMap<string, string> },
  today: IsoDay,
): Promise<readonly DisputeEvent[]> {
  const disputes = disputesIn(rows, words)
  if (disputes.length === 0) return []
  const days = await tierDays(asking, today)
  return eventsOf(disputes.map((one) => ({ ...one, steps: stepsOf(one, numberOf(today), days) })))
}
