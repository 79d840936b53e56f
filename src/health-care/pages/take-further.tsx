// The forms of taking a referral further: to somebody, what they answered, put right, and taken back; the ones before stay.
import type { FC } from 'hono/jsx'
import { day, dayTyped, dayWords, type IsoDay } from '#calendar'
import { type Asking, currentOf, type Filled, readParts, retract, type Version, writeParts } from '#database'
import { type Typed, type Values, wordOf } from '#drafts'
import {
  type At,
  CORRECTED,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  TAKEN_BACK_WORDS,
  WordsField,
} from '#forms'
import { Card, CardList } from '#look'
import { mayTakeFurther, STEP_ANSWERS, type TypedStep } from '../further.ts'
import { ASKED_FOR, ESCALATED_TO } from '../referral.ts'
import { referralSteps } from '../store.ts'
import { given as givenOf, leadsTo } from './of-child.tsx'

const TABLE = 'kith.referral_step'
type Step = Version<typeof TABLE>
type Given = {
  readonly name: string
  readonly referral: Pick<Version<'kith.health_referral'>, 'line' | 'asked' | 'asked_for' | 'outcome'>
  /** Where it has been taken before. */
  readonly before: readonly Step[]
}
type Ok = Filled<typeof TABLE>
const PARTS = ['asked', 'said', 'who'] as const

async function given(asking: Asking, at: At, line: string): Promise<Given | undefined> {
  const known = await givenOf(asking, at)
  if (known === undefined || at.child === null) return undefined
  const referral = (await currentOf(asking, 'kith.health_referral', at.child)).find((one) => one.line === line)
  const before = (await currentOf(asking, TABLE, at.child)).filter((one) => one.referral === line)
  return referral && { ...known, referral, before: before.toSorted((a, b) => (a.taken < b.taken ? -1 : 1)) }
}
const hangsOn = async (asking: Asking, at: At, { referral }: Step) => await given(asking, at, referral)

const Before: FC<{ readonly of: Given }> = ({ of: { before } }) =>
  before.length === 0 ? null : (
    <Card title="Where it was taken before" count={before.length} flush>
      <CardList
        items={before.map(({ taken, to_whom, answer, words }) => (
          <>
            {wordOf(ESCALATED_TO, to_whom)}, {dayWords(taken)}
            <span class="kith-note">
              {readParts(words, PARTS)?.asked ?? 'Taken out of sight'} ·{' '}
              {wordOf(STEP_ANSWERS, answer) ?? 'No answer yet'}
            </span>
          </>
        ))}
      />
    </Card>
  )
const Taken: FC<FieldsProps<Given>> = (of) => (
  <>
    <PickField of={of} name="to_whom" label="To whom is it taken?" items={itemsOf(ESCALATED_TO)} />
    <LineField of={of} name="who" label="Their name, if you know it" />
    <DayField of={of} name="taken" label="When?" looks="back" />
    <WordsField of={of} name="asked" label="What did you ask of them?" rows={3} />
    <DayField of={of} name="answer_by" label="By when did you ask for an answer?" hint="If you did." looks="ahead" />
  </>
)
const Answered: FC<FieldsProps<Given>> = (of) => (
  <>
    <PickField of={of} name="answer" label="What did they answer?" items={itemsOf(STEP_ANSWERS)} none="No answer yet" />
    <DayField of={of} name="answered" label="When?" looks="back" />
    <WordsField of={of} name="said" label="What did they say?" rows={3} />
  </>
)

const typedOf = (typed: Typed, today: IsoDay): TypedStep => ({
  to_whom: typed.one('to_whom'),
  taken: dayTyped(typed.one('taken'), today, 'back'),
  answer_by: dayTyped(typed.one('answer_by'), today, 'ahead'),
  answer: typed.one('answer'),
  answered: dayTyped(typed.one('answered'), today, 'back'),
  asked: typed.words('asked'),
  said: typed.words('said'),
})
type Words = Record<(typeof PARTS)[number], string>
function decided(step: TypedStep, words: Words, { referral, today }: { referral: Given['referral']; today: IsoDay }) {
  const may = mayTakeFurther(step, { asked: day(referral.asked), today })
  if ('faults' in may) return may
  return { ok: { columns: { ...may.ok, referral: referral.line }, words: writeParts(words) ?? '' } }
}
function decide(typed: Typed, { referral }: Given, today: IsoDay) {
  const step = typedOf(typed, today)
  const { asked, said } = step
  return decided(step, { asked, said, who: typed.words('who') }, { referral, today })
}

/** What is over is taken nowhere; what was refused may be. */
function decideFirst(typed: Typed, of: Given, today: IsoDay) {
  if (of.referral.outcome === null) return decide(typed, of, today)
  const says = 'This referral is over. Record a new one, or put right that it is over. What you typed is kept here.'
  return { faults: [{ field: '', says }] }
}
const asTyped = ({ to_whom, taken, answer_by, answer, answered, words }: Step): Values => {
  const said = readParts(words, PARTS)
  return {
    ...{ to_whom: [to_whom], taken: [dayWords(taken)], answer_by: [dayWords(answer_by)], who: [said?.who ?? ''] },
    ...{ asked: [said?.asked ?? ''], answer: [answer ?? ''], answered: [dayWords(answered)], said: [said?.said ?? ''] },
  }
}
const lock = { may: ['write', 'health'], log: 'took a referral further' } as const
const words = {
  ...{ thing: 'taking a referral further', button: 'Save it', done: 'Taken further.' },
  title: ({ name, referral }: Given) =>
    `${wordOf(ASKED_FOR, referral.asked_for)}, asked for ${name} on ${dayWords(referral.asked)}: take it further`,
  fields: {
    ...{ to_whom: 'To whom', who: 'Their name', taken: 'When', asked: 'What was asked', answer_by: 'Answer by' },
    ...{ answer: 'What they answered', answered: 'When they answered', said: 'What they said' },
  },
}
const shared = { here: '/children', leadsTo } as const

const taking = makeForm<Given, Ok>({
  ...{ ...shared, name: 'referral-step', words, lock, decide: decideFirst },
  path: '/children/:child/health/referrals/:about/further',
  load: async (asking, at) => (at.about === null ? undefined : await given(asking, at, at.about)),
  Fields: (of) => (
    <>
      <Before of={of.given} />
      <Taken {...of} />
      <Answered {...of} />
    </>
  ),
  start: () => ({ taken: ['today'] }),
  save: async (asking, ok, { child }) => {
    const { id } = await referralSteps.record(asking, ok, child ?? '')
    return { kind: 'saved', id }
  },
  undo: async (asking, id) =>
    'ok' in (await retract(asking, TABLE, { id, reason: 'Taken back by its author within ten minutes.' })),
})

/** They answered: until now they had not. */
const answering = makeCorrection<Given & { readonly step: Step }, Ok, typeof TABLE>({
  ...{ ...shared, name: 'referral-step-answer', table: TABLE, asTyped },
  path: '/children/:child/health/referral-steps/:about/answer',
  lock: { ...lock, log: 'recorded what was answered to a referral taken further' },
  words: {
    ...words,
    ...{ thing: 'an answer to a referral taken further', done: 'Answer saved.' },
    title: ({ name, step }) => `What ${(wordOf(ESCALATED_TO, step.to_whom) ?? '').toLowerCase()} answered for ${name}`,
  },
  given: async (asking, at, step) => {
    const known = await hangsOn(asking, at, step)
    return known && { ...known, step }
  },
  Fields: (of) => (
    <>
      <Before of={of.given} />
      <Answered {...of} />
    </>
  ),
  decide: (typed, { referral, step }, today) => {
    const { taken, to_whom, answer_by, words: kept } = step
    const before = { asked: '', who: '', ...readParts(kept, PARTS) }
    if (typed.one('answer') === '') return { faults: [{ field: 'answer', says: 'Say what they answered.' }] }
    // what was asked may have been taken out of sight: it is not asked for again
    const answer = { ...typedOf(typed, today), taken, to_whom, answer_by: answer_by ?? '', asked: 'as it stands' }
    return decided(answer, { ...before, said: answer.said }, { referral, today })
  },
  correct: async (asking, ok, { version }) => await referralSteps.goOn(asking, ok, version),
})
const correcting = makeCorrection<Given, Ok, typeof TABLE>({
  ...{ ...shared, name: 'referral-step-correction', table: TABLE, given: hangsOn, asTyped, decide },
  path: '/children/:child/health/referral-steps/:about/correct',
  lock: { ...lock, log: 'corrected: took a referral further' },
  words: {
    ...{ ...words, thing: 'a correction of taking a referral further' },
    title: (known) => `Correct: ${words.title(known)}`,
    ...CORRECTED,
  },
  Fields: (of) => (
    <>
      <Taken {...of} />
      <Answered {...of} />
    </>
  ),
  correct: async (asking, ok, { version }) => await referralSteps.correct(asking, ok, version),
})
const takingBack = makeRetraction<Given, typeof TABLE>({
  ...{ ...shared, name: 'referral-step-retraction', table: TABLE, given: hangsOn },
  path: '/children/:child/health/referral-steps/:about/retract',
  lock: { ...lock, log: 'took back: took a referral further' },
  thing: 'taking back that a referral was taken further',
  done: TAKEN_BACK_WORDS,
  shows: ({ taken, to_whom, words: kept }, known) => ({
    title: words.title(known),
    rows: [
      ['To whom', wordOf(ESCALATED_TO, to_whom) ?? ''],
      ['When', dayWords(taken)],
      ['What was asked', readParts(kept, PARTS)?.asked ?? 'Nothing'],
    ],
  }),
})

export const takeFurtherForms: readonly Form[] = [taking, answering, correcting, takingBack]
