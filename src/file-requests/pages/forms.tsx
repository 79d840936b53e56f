// The forms of requests for one's own file: asked, put right, taken back; a step on the way; and how it was answered.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking, Filled, RecordColumns } from '#database'
import type { Typed, Values } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  itemsOf,
  keysOf,
  makeCorrection,
  makeRecordForms,
  PickField,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { WarningText } from '#look'
import { everyColleague } from '#workforce'
import { ASKERS, HANDED, IDENTITIES, LEFT_OUT, type LeftOut, OUTCOMES, SUPPORT, tellBy } from '../request.ts'
import { clockOf, type FileRequest, fileMadeFor, type HandedOver, requests } from '../store.ts'
import { requestsAt } from './show-requests.tsx'

const TABLE = 'kith.file_request'
type Ok = Filled<typeof TABLE>
type Fault = { readonly field: string; readonly says: string }
type May<Value> = { readonly ok: Value } | { readonly faults: readonly Fault[] }
type Given = {
  readonly name: string
  readonly people: readonly Item[]
  /** What stands, where one is put right. */
  readonly of: FileRequest | undefined
}

async function given(asking: Asking, { child }: At, of?: FileRequest): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined) return undefined
  const people = (await everyColleague(asking)).map(({ id, name }) => ({ value: id, text: name }))
  return { name: known.name ?? 'this child', people, of }
}
const leadsTo = ({ child }: Pick<At, 'child'>): string => requestsAt(child ?? '')
const lock = (log: string) => ({ may: ['takeOut', 'documents'], log }) as const
const common = { here: '/children', table: TABLE, leadsTo } as const

const AskedFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField of={of} name="asked" label="When did they ask?" hint="In any way, to anybody of us." looks="back" />
    <ChoiceField of={of} name="asker" label="Who asked?" items={itemsOf(ASKERS)} />
    <ChoiceField
      of={of}
      name="identity"
      label="How do we know who they are, and that they may ask?"
      hint="Ask for nothing where somebody here knows them."
      items={itemsOf(IDENTITIES)}
    />
    <DayField of={of} name="shown_on" label="If shown: on which day?" looks="back" />
    <PickField of={of} name="answers" label="Who of us answers?" items={of.given.people} />
    <WordsField of={of} name="what" label="What do they ask for, in their words?" rows={3} />
  </>
)

function decideAsked(typed: Typed, { people, of }: Given, today: IsoDay): May<Ok> {
  const r = reading(typed, today)
  const asked = r.day('asked', 'the day on which they asked')
  const asker = r.choice('asker', keysOf(ASKERS), 'Choose who asked.')
  const identity = r.choice('identity', keysOf(IDENTITIES), 'Choose how we know who they are.')
  const shown = r.dayIfAny('shown_on', 'the day on which they showed it')
  if (identity === 'shown' && shown === null) r.fault('shown_on', 'Write the day on which they showed it.')
  if (identity !== 'shown' && shown !== null) r.fault('shown_on', 'Leave it empty, or say that it was shown.')
  if (shown !== null && shown < asked) r.fault('shown_on', 'That is before they asked.')
  const answers = typed.one('answers')
  if (!people.some(({ value }) => value === answers)) r.fault('answers', 'Choose who answers.')
  if (of?.ended != null && of.ended < asked) r.fault('asked', 'It was answered before that day.')
  if (of?.extended_on != null && of.extended_on < asked)
    r.fault('asked', 'They were told before that day that it takes longer.')
  const words = r.words('what', 'Write what they ask for.')
  return r.result(() => ({ columns: { asked, asker, identity, shown_on: shown, answers }, words }))
}
const fields = {
  ...{ asked: 'Asked', asker: 'Who asked', identity: 'Who they are', shown_on: 'Shown', answers: 'Who answers' },
  ...{
    what: 'What they ask for',
    happened: 'What happened',
    on: 'Day',
    why: 'Why',
    outcome: 'How',
    handed: 'Handed over',
  },
  ...{ support: 'Somebody beside them', left_out: 'Left out' },
}

const asking = makeRecordForms<Given, Ok, typeof TABLE>({
  ...{ ...common, name: 'file-request', path: 'file-requests', Fields: AskedFields, decide: decideAsked },
  lock: lock('recorded that they asked for their file'),
  given: async (asked, at) => await given(asked, at),
  words: {
    ...{ thing: 'a request for their own file', button: 'Save the request', done: 'The request is saved.', fields },
    title: ({ name }) => `${name} asks for their own file`,
  },
  start: () => ({ asked: ['today'] }),
  record: async (asked, ok, { child }) => await requests.record(asked, ok, child),
  asTyped: ({ asked, asker, identity, shown_on, answers, words }) => ({
    ...{ asked: [dayWords(asked)], asker: [asker], identity: [identity], answers: [answers], what: [words ?? ''] },
    shown_on: [shown_on === null ? '' : dayWords(shown_on)],
  }),
  correct: async (asked, ok, id) => await requests.correct(asked, ok, id),
  shows: ({ asked, words }, { name }) => ({
    title: `that ${name} asked for their own file`,
    rows: [
      ['Asked', dayWords(asked)],
      ['What was written', words ?? 'Nothing'],
    ],
    also: 'A request that was made and is over is answered, not taken back.',
  }),
  retract: requests.retract,
})

type Upon = Given & { readonly of: FileRequest }
async function upon(asked: Asking, at: At, of: FileRequest): Promise<Upon | undefined> {
  if (of.outcome !== null) return undefined
  const known = await given(asked, at, of)
  return known && { ...known, of }
}
type Changed = { readonly columns: Partial<RecordColumns<typeof TABLE>>; readonly words: string }

const StepFields: FC<FieldsProps<Upon>> = (of) => {
  const by = tellBy(clockOf(of.given.of))
  return (
    <>
      {by !== undefined && <p>That it takes longer has to be told by {formatDay(by)}.</p>}
      <ChoiceField
        of={of}
        name="happened"
        label="What happened?"
        items={[
          { value: 'shown', text: 'They showed who they are' },
          { value: 'longer', text: 'They were told that it takes up to two months longer' },
        ]}
      />
      <DayField of={of} name="on" label="On which day?" looks="back" />
      <WordsField of={of} name="why" label="What was shown, or why it takes longer" rows={3} />
    </>
  )
}
function decideStep(typed: Typed, { of }: Upon, today: IsoDay): May<Changed> {
  const r = reading(typed, today)
  const happened = r.choice('happened', ['shown', 'longer'], 'Choose what happened.')
  const on = r.day('on', 'the day')
  const by = tellBy(clockOf(of))
  if (on < of.asked) r.fault('on', 'That is before they asked.')
  if (happened === 'shown' && of.identity !== 'asked for')
    r.fault('happened', 'Nothing was asked for, or it was shown.')
  if (happened === 'longer' && of.extended_on !== null)
    r.fault('happened', 'It was extended already, and only once it can be.')
  if (happened === 'longer' && by !== undefined && on > by)
    r.fault('on', `They had to be told by ${formatDay(by)}. Told later, it is not longer by law: answer it.`)
  if (happened === 'longer' && of.identity === 'asked for')
    r.fault('happened', 'The month has not begun: they have to show first who they are.')
  const words = r.words('why', 'Write what was shown, or why it takes longer.')
  const columns: Changed['columns'] = happened === 'shown' ? { identity: 'shown', shown_on: on } : { extended_on: on }
  return r.result(() => ({ columns, words }))
}
const none = (): Values => ({ on: ['today'] })
const stepping = makeCorrection<Upon, Changed, typeof TABLE>({
  ...{ ...common, name: 'file-request-step', path: '/children/:child/file-requests/:about/step', Fields: StepFields },
  lock: lock('wrote what happened to a request for a file'),
  words: {
    ...{ thing: 'a step of a request', button: 'Save', done: 'Saved.', fields },
    title: ({ name }) => `What happened to the request of ${name}`,
  },
  given: upon,
  asTyped: none,
  decide: decideStep,
  correct: async (asked, { columns, words }, { version: id }) => await requests.change(asked, { id, columns, words }),
})

type Answering = Upon & { readonly file: HandedOver | undefined }
async function answerUpon(asked: Asking, at: At, of: FileRequest): Promise<Answering | undefined> {
  const known = await upon(asked, at, of)
  return known && { ...known, file: await fileMadeFor(asked, of) }
}
const AnswerFields: FC<FieldsProps<Answering>> = (of) => (
  <>
    {of.given.file === undefined ? (
      <WarningText>
        Read all of it before it goes. Take out what is about other people who did not agree, and keep what each of
        these is and why: somebody may ask us years from now.
      </WarningText>
    ) : (
      <p>The first answers are those of the file that was made on {dayWords(of.given.file.made)}.</p>
    )}
    <ChoiceField of={of} name="outcome" label="How was it answered?" items={itemsOf(OUTCOMES)} />
    <DayField of={of} name="on" label="On which day?" looks="back" />
    <ChoiceField of={of} name="handed" label="If handed over: how?" items={itemsOf(HANDED)} />
    <ChoiceField of={of} name="support" label="Was somebody offered, to read it with them?" items={itemsOf(SUPPORT)} />
    <TicksField of={of} name="left_out" label="What was left out?" items={itemsOf(LEFT_OUT)} />
    <WordsField
      of={of}
      name="why"
      label="What was left out, where, and why; or why it was refused"
      hint="Also who was asked about it. Of a request that was answered whole: who read it."
      rows={6}
    />
  </>
)
const isLeftOut = (text: string): text is LeftOut => Object.hasOwn(LEFT_OUT, text)
function decideAnswer(typed: Typed, { of }: Upon, today: IsoDay): May<Changed> {
  const r = reading(typed, today)
  const outcome = r.choice('outcome', keysOf(OUTCOMES), 'Choose how it was answered.')
  const ended = r.day('on', 'the day')
  if (ended < of.asked) r.fault('on', 'That is before they asked.')
  const gone = outcome === 'handed over' || outcome === 'handed over in part'
  const handed = r.choiceIfAny('handed', keysOf(HANDED))
  const support = r.choiceIfAny('support', keysOf(SUPPORT))
  const left_out = typed.all('left_out').filter(isLeftOut)
  if (gone && of.identity === 'asked for') r.fault('outcome', 'They have not shown yet who they are.')
  if (gone && handed === null) r.fault('handed', 'Choose how it was handed over.')
  if (gone && support === null) r.fault('support', 'Choose whether somebody was offered.')
  if (!gone && handed !== null) r.fault('handed', 'It was not handed over: choose nothing here.')
  if (outcome === 'handed over in part' && left_out.length === 0) r.fault('left_out', 'Tick what was left out.')
  if (outcome !== 'handed over in part' && left_out.length > 0)
    r.fault('left_out', 'Say above that something was left out, or tick nothing.')
  const words = r.words('why', 'Write what was left out and why, why it was refused, or who read it.')
  return r.result(() => ({ columns: { outcome, ended, handed, support, left_out }, words }))
}
/** As the file says that was made for it. */
const answerBegun = (_: FileRequest, { file }: Answering): Values => ({
  ...none(),
  ...(file !== undefined && {
    outcome: [file.left_out.length === 0 ? 'handed over' : 'handed over in part'],
    left_out: file.left_out,
  }),
})
const answering = makeCorrection<Answering, Changed, typeof TABLE>({
  ...{ ...common, name: 'file-request-answer', path: '/children/:child/file-requests/:about/answer' },
  lock: lock('answered a request for a file'),
  words: {
    ...{ thing: 'the answer to a request', button: 'Save the answer', done: 'The answer is saved.', fields },
    title: ({ name }) => `How the request of ${name} was answered`,
  },
  ...{ given: answerUpon, asTyped: answerBegun, decide: decideAnswer, Fields: AnswerFields },
  correct: async (asked, { columns, words }, { version: id }) => await requests.change(asked, { id, columns, words }),
})

export const fileRequestForms: readonly Form[] = [...asking, stepping, answering]
