// How a stage of a complaint ends: answered, with what changes for the child and what they are told of it; or withdrawn by whoever made it.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { mayRecordAction, type NewAction, recordAction } from '#actions'
import { dayWords, type IsoDay } from '#calendar'
import { type Asking, writeParts } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  makeCorrection,
  PickField,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { mends, OUTCOMES, TOLD_HOW } from '../complaint.ts'
import { goOnWithStage, stageWordsOf } from '../store.ts'
import { TheComplaint, type Upon, upon } from './complaint-given.tsx'
import { type Changed, onto, TABLE } from './stage-forms.tsx'

/** `plans`: they may put what is promised onto the one list of actions. */
type Answering = Upon & { readonly plans: boolean }
type Answered = Changed & { readonly action: NewAction | undefined }
const fields = {
  ...{ outcome: 'What came of it', on: 'Day', found: 'What was found', changes: 'What changes', told_on: 'When told' },
  ...{ told_how: 'How they were told', told: 'What they were told', promise: 'What is promised' },
  ...{ intended: 'What it is meant to change', owner: 'Whose', due: 'By when', why: 'Why' },
}

const Told: FC<FieldsProps<Answering>> = (of) => (
  <>
    <DayField
      of={of}
      name="told_on"
      label={`When was ${of.given.name} told?`}
      hint="Leave it empty where nobody has yet."
      looks="back"
    />
    <PickField of={of} name="told_how" label="How?" items={itemsOf(TOLD_HOW)} />
    <WordsField
      of={of}
      name="told"
      label={`To ${of.given.name}: what you were told`}
      hint={`Write it to ${of.given.name}, as it was said.`}
      rows={3}
    />
  </>
)
const Promised: FC<FieldsProps<Answering>> = (of) => (
  <>
    <h2 class="govuk-heading-m">What is promised</h2>
    <p class="govuk-hint">
      It goes onto the one list of actions. Whoever sees the plan reads it there, who is complained of too: write
      nothing of the complaint. Leave it empty where nothing is.
    </p>
    <LineField of={of} name="promise" label="What is to be done?" />
    <LineField of={of} name="intended" label={`What is it meant to change for ${of.given.name}?`} />
    <PickField of={of} name="owner" label="Whose is it?" hint="One person." items={of.given.people} />
    <DayField of={of} name="due" label="By when?" looks="ahead" />
  </>
)
const AnswerFields: FC<FieldsProps<Answering>> = (of) => (
  <>
    <TheComplaint given={of.given} stage={of.given.stage.stage} />
    <ChoiceField
      of={of}
      name="outcome"
      label="What came of it?"
      items={itemsOf(OUTCOMES).filter(({ value }) => value !== 'withdrawn')}
    />
    <DayField of={of} name="on" label="On which day was it answered?" looks="back" />
    <WordsField of={of} name="found" label="What was found, and why do you decide so?" rows={5} />
    <WordsField
      of={of}
      name="changes"
      label={`What changes for ${of.given.name}?`}
      hint="Or that nothing does, and why."
      rows={3}
    />
    <Told {...of} />
    {of.given.plans && of.given.stage.outcome === null && <Promised {...of} />}
  </>
)
function toldIn(r: Reading, answered: IsoDay) {
  const told = r.dayIfAny('told_on', 'the day')
  const told_how = r.choiceIfAny('told_how', Object.keys(TOLD_HOW))
  const words = r.typed.words('told')
  if (told !== null && told < answered) r.fault('told_on', 'That is before it was answered.')
  if (told !== null && told_how === null) r.fault('told_how', 'Choose how they were told.')
  if (told !== null && words === '') r.fault('told', 'Write what they were told.')
  if (told === null && (told_how !== null || words !== '')) r.fault('told_on', 'Write the day on which they were told.')
  return { columns: { told, told_how }, words }
}
/** undefined: nothing is promised, or a field is at fault. */
function promiseIn(r: Reading, { plans, people }: Answering): NewAction | undefined {
  const [what, intended, owner] = [r.typed.one('promise'), r.typed.one('intended'), r.typed.one('owner')]
  if (!plans || [what, intended, owner, r.typed.one('due')].every((text) => text === '')) return undefined
  if (what === '') r.fault('promise', 'Write what is to be done.')
  if (intended === '') r.fault('intended', 'Say what it is meant to change for the child.')
  if (!people.some(({ value }) => value === owner)) r.fault('owner', 'Choose one person.')
  const due = r.dayAhead('due', 'the day by which it is done')
  if (due < r.today) r.fault('due', 'That day is over.')
  const asked = { what, intended, due, noDueWhy: '', owner: { worker: owner, service: '' } }
  const may = mayRecordAction({ ...asked, origin: 'other', from: null, whoMayKnow: null }, r.today)
  return 'ok' in may ? may.ok : undefined
}
function decideAnswer(typed: Typed, given: Answering, today: IsoDay) {
  const r = reading(typed, today)
  const { complaint, stage } = given
  const outcome = r.choice('outcome', ['upheld', 'partly upheld', 'not upheld'], 'Choose what came of it.')
  const answered = r.day('on', 'the day of the answer')
  const after = complaint.stages.find((one) => one.stage === stage.stage + 1)?.asked
  if (answered < (stage.report ?? stage.asked)) r.fault('on', 'That is before it was asked for, or before the report.')
  if (after !== undefined && after < answered) r.fault('on', 'The next stage was asked for before that day.')
  if (stage.stage === 3 && stage.report === null) r.fault('outcome', 'Write first when the panel met and reported.')
  const told = toldIn(r, answered)
  const action = promiseIn(r, given)
  const found = r.words('found', 'Write what was found, and why you decide so.')
  const changes = r.words('changes', 'Write what changes, or that nothing does and why.')
  const words = writeParts({ ...stageWordsOf(stage.words), found, changes, told: told.words }) ?? null
  const columns = { asked: stage.asked, outcome, answered, ...told.columns }
  return r.result((): Answered => ({ columns, words, action }))
}
const common = { here: '/children', table: TABLE, leadsTo: onto } as const
async function answerable(
  asking: Asking,
  { child }: At,
  { line }: { readonly line: string },
): Promise<Answering | undefined> {
  const known = await upon(asking, child, line)
  if (known === undefined || child === null) return undefined
  return { ...known, plans: await mayDo(asking, child, ['write', 'plan']) }
}
const answering = makeCorrection<Answering, Answered, typeof TABLE>({
  ...{ ...common, name: 'complaint-answer', path: '/children/:child/complaint-stages/:about/answer' },
  lock: { may: ['see', 'audit'], log: 'answered a complaint' },
  words: {
    ...{ thing: 'the answer to a complaint', button: 'Save the answer', done: 'The answer is saved.', fields },
    title: ({ name }) => `The answer to a complaint about the care of ${name}`,
  },
  given: answerable,
  asTyped: ({ outcome, answered, told, told_how, words }) => {
    const parts = stageWordsOf(words)
    return {
      ...{
        outcome: [outcome ?? ''],
        on: [outcome === null || answered === null ? 'today' : dayWords(answered)],
        told_how: [told_how ?? ''],
      },
      ...{ told_on: [told === null ? '' : dayWords(told)], told: [parts?.told ?? ''] },
      ...{ found: [parts?.found ?? ''], changes: [parts?.changes ?? ''] },
    }
  },
  ...{ decide: decideAnswer, Fields: AnswerFields },
  correct: async (asking, { columns, words, action }, { version: id, given, child }) => {
    const done = await goOnWithStage(asking, { id, columns, words }, mends(given.stage, columns))
    if ('ok' in done && action !== undefined)
      await recordAction(asking, child ?? '', { ...action, from: { table: 'complaint_stage', line: given.stage.line } })
    return done
  },
})

const WithdrawnFields: FC<FieldsProps<Upon>> = (of) => (
  <>
    <TheComplaint given={of.given} stage={of.given.stage.stage} />
    <p>Only whoever made it withdraws it. What they told us may still have to be acted on.</p>
    <DayField of={of} name="on" label="On which day did they withdraw it?" looks="back" />
    <WordsField
      of={of}
      name="why"
      label="What did they say?"
      hint="In their own words; and what we do all the same."
      rows={4}
    />
  </>
)
const withdrawing = makeCorrection<Upon, Changed, typeof TABLE>({
  ...{ ...common, name: 'complaint-withdrawn', path: '/children/:child/complaint-stages/:about/withdrawn' },
  lock: { may: ['see', 'audit'], log: 'wrote down that a complaint was withdrawn' },
  words: {
    ...{ thing: 'that a complaint was withdrawn', button: 'Save', done: 'Saved.', fields },
    title: ({ name }) => `A complaint about the care of ${name} is withdrawn`,
  },
  given: async (asking, { child }, { line }) => {
    const known = await upon(asking, child, line)
    return known?.stage.outcome === null ? known : undefined
  },
  asTyped: () => ({ on: ['today'] }),
  Fields: WithdrawnFields,
  decide: (typed, { stage }, today) => {
    const r = reading(typed, today)
    const answered = r.day('on', 'the day')
    if (answered < stage.asked) r.fault('on', 'That is before it was asked for.')
    const why = r.words('why', 'Write what they said.')
    const words = writeParts({ ...stageWordsOf(stage.words), why }) ?? null
    return r.result((): Changed => ({ columns: { asked: stage.asked, outcome: 'withdrawn', answered }, words }))
  },
  correct: async (asking, { columns, words }, { version: id }) =>
    await goOnWithStage(asking, { id, columns, words }, false),
})

export const answerForms: readonly Form[] = [answering, withdrawing]
