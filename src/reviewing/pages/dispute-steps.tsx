// What a dispute goes through, as forms: taken to a manager, answered, put to Cafcass or not, and over when the child's life has changed.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { readParts, type Version, writeParts } from '#database'
import type { Typed } from '#drafts'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { isTier, TIERS } from '../dispute.ts'
import { ANSWERS, DISPUTE_OUTCOMES, REFERRALS, TIER_WORDS, wordsOf } from '../words.ts'
import { AskedFields, stageIn, TierField } from './dispute-forms.tsx'
import {
  chosen,
  colleague,
  DISPUTE_PAGE,
  type DisputeGiven,
  disputeGiven,
  notBefore,
  TheDispute,
} from './dispute-given.tsx'
import { hangingForms, onceOnly, Written, writtenBy } from './hanging.tsx'

const hangsOn = ({ dispute }: { readonly dispute: string }): string => dispute
const OFFICER = ['write', 'reviews'] as const
type Props = FieldsProps<DisputeGiven>

const StageFields: FC<Props> = (of) => (
  <>
    <TheDispute given={of.given} />
    <TierField of={of} label="To whom do you take it?" />
    <DayField of={of} name="begun" label="When?" looks="back" />
    <AskedFields of={of} />
    <WordsField of={of} name="why" label="What do you ask of them, and why now?" rows={4} />
  </>
)
const stageForms = hangingForms<DisputeGiven, 'kith.dispute_stage'>({
  ...{ name: 'dispute-stage', table: 'kith.dispute_stage', path: 'disputes/:about/take-on', below: 'dispute-stages' },
  lock: { may: OFFICER, log: 'took a dispute to a manager' },
  leadsTo: DISPUTE_PAGE,
  words: {
    ...{ thing: 'a step of a dispute', button: 'Take it on', done: 'Taken on.' },
    title: ({ name }) => `Take the dispute for ${name} to somebody`,
    fields: { tier: 'To whom', begun: 'When', asked_of: 'Whom', answer_by: 'Answer by', why: 'What you ask' },
  },
  ...{ load: disputeGiven, hangsOn, Fields: StageFields },
  start: ({ steps }) => {
    const now = steps.at(-1)
    const above = now === undefined ? TIERS[0] : TIERS[TIERS.indexOf(now.tier) + 1]
    return { begun: ['today'], tier: [above ?? 'chief executive'] }
  },
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const begun = read.day('begun', 'the day on which you took it there')
    notBefore(read, 'begun', { day: begun, first: given.dispute.raised })
    const stage = stageIn(typed, given, { read, begun })
    const words = writeParts({ why: typed.words('why') })
    return read.result(() => ({ columns: { ...stage, dispute: given.dispute.line }, words }))
  },
  asTyped: ({ tier, begun, asked_of, answer_by, words }) => ({
    ...{ tier: [tier], begun: [dayWords(begun)], asked_of: [asked_of ?? ''], answer_by: [dayWords(answer_by)] },
    why: [readParts(words, ['why'])?.why ?? ''],
  }),
  shows: ({ tier, begun, words }) => [
    ['To whom', wordsOf(TIER_WORDS, tier)],
    ['When', dayWords(begun)],
    ['What was asked', readParts(words, ['why'])?.why ?? 'Nothing'],
  ],
})

const AnswerFields: FC<Props> = (of) => (
  <>
    <TheDispute given={of.given} />
    <ChoiceField
      of={of}
      name="tier"
      label={of.given.as === 'manager' ? 'As whom do you answer?' : 'Who answered?'}
      items={TIERS.map((tier) => ({ value: tier, text: TIER_WORDS[tier] }))}
    />
    {of.given.as === 'officer' && (
      <PickField of={of} name="answered_by" label="Their name" items={of.given.colleagues} none="Nobody of this list" />
    )}
    <DayField of={of} name="answered" label="When?" looks="back" />
    <ChoiceField of={of} name="answer" label="Is it agreed?" items={itemsOf(ANSWERS)} />
    <WordsField of={of} name="says" label={`What will be done for ${of.given.name}, or why not?`} rows={5} />
    <DayField
      of={of}
      name="promised"
      label="By when, if something is promised"
      hint="It stays with this manager until that day. It is over only when the reviewing officer says that it has changed."
      looks="ahead"
    />
  </>
)
function decideAnswer(typed: Typed, given: DisputeGiven, today: IsoDay) {
  const read = reading(typed, today)
  const tier = typed.one('tier')
  if (!isTier(tier)) read.fault('tier', 'Say who answers.')
  const answer = chosen(read, { field: 'answer', of: ANSWERS, says: 'Say whether it is agreed.' })
  const answered = read.day('answered', 'the day of the answer')
  notBefore(read, 'answered', { day: answered, first: given.dispute.raised })
  const promised = read.dayAheadIfAny('promised', 'the day that is promised')
  if (promised !== null && answer === 'not agreed')
    read.fault('promised', 'Nothing is agreed, so no day can be promised. Leave it empty.')
  else if (promised !== null && promised < answered) read.fault('promised', 'A promise is for a day after the answer.')
  const answered_by = given.as === 'manager' ? given.me : colleague(read, 'answered_by', given)
  const words = writeParts({ says: read.words('says', 'Say what will be done, or why not.') })
  const columns = { dispute: given.dispute.line, tier, answer, answered, promised, answered_by }
  return read.result(() => ({ columns, words }))
}
const answerForms = hangingForms<DisputeGiven, 'kith.dispute_answer'>({
  ...{ name: 'dispute-answer', table: 'kith.dispute_answer', path: 'disputes/:about/answer', below: 'dispute-answers' },
  // A manager answers in their own name; the reviewing officer writes down what somebody else said. The form asks which.
  lock: { may: ['see', 'reviews'], log: 'answered a dispute' },
  leadsTo: DISPUTE_PAGE,
  words: {
    ...{ thing: 'an answer to a dispute', button: 'Save the answer', done: 'Answer saved.' },
    title: ({ name }) => `An answer to the dispute for ${name}`,
    fields: {
      ...{ tier: 'Who answers', answered_by: 'Their name', answered: 'When', answer: 'Whether it is agreed' },
      ...{ says: 'What will be done', promised: 'By when' },
    },
  },
  load: async (asking, at, line) => {
    const given = await disputeGiven(asking, at, line)
    return given?.as === undefined ? undefined : given
  },
  ...{ hangsOn, Fields: AnswerFields, decide: decideAnswer },
  start: ({ steps }) => ({ answered: ['today'], tier: [steps.at(-1)?.tier ?? ''] }),
  asTyped: ({ tier, answer, answered, promised, answered_by, words }) => ({
    ...{ tier: [tier], answer: [answer], answered: [dayWords(answered)], answered_by: [answered_by ?? ''] },
    ...{ promised: [promised === null ? '' : dayWords(promised)], says: [readParts(words, ['says'])?.says ?? ''] },
  }),
  shows: ({ tier, answer, answered, words }) => [
    ['Who answered', wordsOf(TIER_WORDS, tier)],
    ['When', dayWords(answered)],
    ['Answer', `${wordsOf(ANSWERS, answer)}. ${readParts(words, ['says'])?.says ?? ''}`],
  ],
})

const ReferralFields: FC<Props> = (of) => (
  <>
    <TheDispute given={of.given} />
    <p class="govuk-hint">
      You may refer to Cafcass at any time, whoever it stands with (Children Act 1989, section 25B(3)). Nobody else
      decides it.
    </p>
    <ChoiceField of={of} name="kind" label="What have you decided?" items={itemsOf(REFERRALS)} />
    <DayField of={of} name="happened" label="When?" looks="back" />
    <ChoiceField
      of={of}
      name="legal_advice"
      label="Did you take independent legal advice?"
      inline
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    <WordsField of={of} name="why" label="Why?" rows={4} />
  </>
)
const referralForms = hangingForms<DisputeGiven, 'kith.dispute_referral'>({
  ...{
    name: 'dispute-cafcass',
    table: 'kith.dispute_referral',
    path: 'disputes/:about/cafcass',
    below: 'dispute-referrals',
  },
  lock: { may: OFFICER, log: 'decided on a referral to Cafcass' },
  leadsTo: DISPUTE_PAGE,
  words: {
    ...{ thing: 'a decision on Cafcass', button: 'Save the decision', done: 'Decision saved.' },
    title: ({ name }) => `Cafcass, for ${name}`,
    fields: { kind: 'What was decided', happened: 'When', legal_advice: 'Legal advice', why: 'Why' },
  },
  ...{ load: disputeGiven, hangsOn, Fields: ReferralFields },
  start: () => ({ happened: ['today'] }),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const happened = read.day('happened', 'the day of the decision')
    notBefore(read, 'happened', { day: happened, first: given.dispute.raised })
    const kind = chosen(read, { field: 'kind', of: REFERRALS, says: 'Say what you have decided.' })
    const advice = chosen(read, { field: 'legal_advice', of: { yes: '', no: '' }, says: 'Say yes or no.' })
    const words = writeParts({ why: read.words('why', 'Say why.') })
    const columns = { dispute: given.dispute.line, kind, happened, legal_advice: advice === 'yes' }
    return read.result(() => ({ columns, words }))
  },
  asTyped: ({ kind, happened, legal_advice, words }) => ({
    ...{ kind: [kind], happened: [dayWords(happened)], legal_advice: [legal_advice ? 'yes' : 'no'] },
    why: [readParts(words, ['why'])?.why ?? ''],
  }),
  shows: ({ kind, happened, words }) => [
    ['What was decided', wordsOf(REFERRALS, kind)],
    ['When', dayWords(happened)],
    ['Why', readParts(words, ['why'])?.why ?? 'Nothing'],
  ],
})

/** Who said meanwhile that it is over. */
type EndGiven = DisputeGiven & { readonly written: string | undefined }
const EndFields: FC<FieldsProps<EndGiven>> = (of) => (
  <>
    <Written by={of.given.written} />
    <TheDispute given={of.given} />
    <ChoiceField of={of} name="outcome" label="What became of it?" items={itemsOf(DISPUTE_OUTCOMES)} />
    <DayField of={of} name="happened" label="Since when?" looks="back" />
    <WordsField
      of={of}
      name="changed"
      label={`What has changed for ${of.given.name}?`}
      hint="What is different in their life, not what was written or promised."
    />
    <LineField of={of} name="why" label="Why you withdraw it, if you do" />
  </>
)
const endForms = hangingForms<EndGiven, 'kith.dispute_end'>({
  ...{ name: 'dispute-end', table: 'kith.dispute_end', path: 'disputes/:about/over', below: 'dispute-ends' },
  lock: { may: OFFICER, log: 'said that a dispute is over' },
  leadsTo: DISPUTE_PAGE,
  words: {
    ...{ thing: 'the end of a dispute', button: 'It is over', done: 'It is over. It leaves the leaders’ pages.' },
    title: ({ name }) => `The dispute for ${name} is over`,
    fields: { outcome: 'What became of it', happened: 'Since when', changed: 'What has changed', why: 'Why' },
  },
  load: async (asking, at, line) => {
    const given = await disputeGiven(asking, at, line)
    return given && { ...given, written: await writtenBy(asking, at.about === line ? given.dispute.end : undefined) }
  },
  ...{ hangsOn, Fields: EndFields },
  start: () => ({ happened: ['today'] }),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    onceOnly(read, given.written)
    const happened = read.day('happened', 'the day since which it is so')
    notBefore(read, 'happened', { day: happened, first: given.dispute.raised })
    const outcome = chosen(read, { field: 'outcome', of: DISPUTE_OUTCOMES, says: 'Say what became of it.' })
    const [changed, why] = [typed.words('changed'), typed.words('why')]
    if (outcome === 'withdrawn' && why === '') read.fault('why', 'Say why you withdraw it.')
    if (outcome !== 'withdrawn' && changed === '') read.fault('changed', `Say what has changed for ${given.name}.`)
    const columns = { dispute: given.dispute.line, outcome, happened }
    return read.result(() => ({ columns, words: writeParts({ changed, why }) }))
  },
  asTyped: ({ outcome, happened, words }) => {
    const said = readParts(words, ['changed', 'why'])
    return {
      ...{ outcome: [outcome], happened: [dayWords(happened)] },
      ...{ changed: [said?.changed ?? ''], why: [said?.why ?? ''] },
    }
  },
  shows: ({ outcome, happened, words }: Version<'kith.dispute_end'>) => [
    ['What became of it', wordsOf(DISPUTE_OUTCOMES, outcome)],
    ['Since', dayWords(happened)],
    ['What has changed', readParts(words, ['changed'])?.changed ?? 'Nothing'],
  ],
})

export const disputeStepForms: readonly Form[] = [...stageForms, ...answerForms, ...referralForms, ...endForms]
