// The forms of a complaint itself: written down as it was said, put right, and taken back.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { type RecordColumns, writeParts } from '#database'
import type { Typed } from '#drafts'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  keysOf,
  LineField,
  makeRecordForms,
  PickField,
  type Reading,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { TAGS } from '#practice-audits'
import { ADVOCATES, ASKERS, HOW, TOLD_OF_IT, toldTooEarly } from '../complaint.ts'
import {
  type Complaint,
  complaintNamed,
  complaintWords,
  correctComplaint,
  recordComplaint,
  retractComplaint,
} from '../store.ts'
import { type Given as Common, complaintsAt, givenOf, mayWriteDown, whoAnswers } from './complaint-given.tsx'

const TABLE = 'kith.complaint'
/** `of`: what stands, where it is put right. */
type Given = Common & { readonly of: Complaint | undefined }
type Ok = { readonly columns: RecordColumns<typeof TABLE>; readonly words: string; readonly answers: string }

const Said: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField
      of={of}
      name="received"
      label="On which day did it reach us?"
      hint="Whoever of us heard or read it first."
      looks="back"
    />
    <ChoiceField of={of} name="asker" label="Who complains?" items={itemsOf(ASKERS)} />
    <LineField of={of} name="who" label={`Their name, if it is not ${of.given.name}`} />
    <ChoiceField of={of} name="how" label="How?" items={itemsOf(HOW)} />
    <WordsField
      of={of}
      name="said"
      label="What do they say, in their own words?"
      hint="As they said it, or as it is written. What you think of it has a field of its own below."
      rows={6}
    />
    <WordsField of={of} name="wanted" label="What do they want to be different?" rows={3} />
    <TicksField of={of} name="about" label="What is it about?" items={itemsOf(TAGS)} />
  </>
)
const Around: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="advocate"
      label={`Was ${of.given.name} offered an advocate?`}
      items={itemsOf(ADVOCATES)}
    />
    <TicksField
      of={of}
      name="child_told"
      label={`How was ${of.given.name} told of it, and of how to complain?`}
      items={itemsOf(TOLD_OF_IT)}
    />
    <PickField
      of={of}
      name="worker"
      label="Is it about one of us?"
      items={of.given.people}
      none="About nobody in particular"
    />
    <ChoiceField
      of={of}
      name="worker_told"
      label="If so: may they read it now?"
      hint="Until then it is kept from them. They never answer it, and change nothing of it."
      items={[
        { value: 'no', text: 'Not yet' },
        { value: 'yes', text: 'Yes, they know of it' },
      ]}
    />
    <WordsField
      of={of}
      name="thinks"
      label="What do you think of it yourself?"
      hint="Kept apart from what was said. Leave it empty if you like."
      rows={3}
    />
  </>
)
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <InsetText>
      Any child in care or care leaver may complain to anybody of us, and so may their parents, carers and others who
      are close enough. Write it down the same day.
    </InsetText>
    <Said {...of} />
    <PickField
      of={of}
      name="answers"
      label="Who answers first?"
      hint="A manager who sees this record, and whom it is not about."
      items={of.given.answerers}
    />
    <Around {...of} />
  </>
)
const FieldsOfCorrection: FC<FieldsProps<Given>> = (of) => (
  <>
    <Said {...of} />
    <Around {...of} />
  </>
)

function whom(r: Reading, { people, me, of }: Given) {
  const worker = r.typed.one('worker') === '' ? null : r.typed.one('worker')
  const worker_told = worker !== null && r.typed.one('worker_told') === 'yes'
  if (worker !== null && !people.some(({ value }) => value === worker))
    r.fault('worker', 'Choose somebody from the list.')
  if (worker !== null && r.choiceIfAny('worker_told', ['yes', 'no']) === null)
    r.fault('worker_told', 'Choose whether they may read it now.')
  if (worker === me && !worker_told) r.fault('worker_told', 'It is about you, and you know of it.')
  if (worker !== null && of?.stages.some(({ answers }) => answers === worker) === true)
    r.fault('worker', 'They answer it. Name somebody else to answer first.')
  return { worker, worker_told }
}
function decide(typed: Typed, given: Given, today: IsoDay) {
  const r = reading(typed, today)
  const received = r.day('received', 'the day on which it reached us')
  const answered = given.of?.stages[0]?.answered
  if (answered != null && answered < received) r.fault('received', 'It was answered before that day.')
  if (toldTooEarly(received, given.of?.stages ?? []))
    r.fault('received', 'They were told before that day that it takes longer.')
  const asker = r.choice('asker', keysOf(ASKERS), 'Choose who complains.')
  const who = typed.words('who')
  if (asker !== 'child' && who === '') r.fault('who', 'Write who complains.')
  const how = r.choice('how', keysOf(HOW), 'Choose how.')
  const about = typed.all('about').filter((one) => Object.hasOwn(TAGS, one))
  if (about.length === 0) r.fault('about', 'Tick what it is about.')
  const advocate = r.choice('advocate', keysOf(ADVOCATES), 'Choose whether an advocate was offered.')
  const speaks = asker === 'advocate' || how === 'through an advocate'
  if (speaks && advocate !== 'has one' && advocate !== 'taken up')
    r.fault('advocate', 'An advocate speaks for them: say that they have one, or took one up.')
  const child_told = typed.all('child_told').filter((one) => Object.hasOwn(TOLD_OF_IT, one))
  const of = whom(r, given)
  const answers = given.of === undefined ? whoAnswers(r, given, of.worker) : ''
  const said = r.words('said', 'Write what they say.')
  const wanted = r.words('wanted', 'Write what they want to be different, or that they do not know yet.')
  const words = writeParts({ said, wanted, who, thinks: typed.words('thinks') }) ?? ''
  return r.result((): Ok => ({ columns: { received, asker, how, about, advocate, child_told, ...of }, words, answers }))
}

export const complaintForms: readonly Form[] = makeRecordForms<Given, Ok, typeof TABLE>({
  ...{ name: 'complaint', path: 'complaints', here: '/children', table: TABLE, Fields, FieldsOfCorrection, decide },
  leadsTo: ({ child }) => complaintsAt(child),
  lock: { may: ['see', 'audit'], log: 'wrote down a complaint' },
  words: {
    ...{ thing: 'a complaint', button: 'Save the complaint', done: 'The complaint is saved.' },
    title: ({ name }) => `A complaint about the care of ${name}`,
    fields: {
      ...{ received: 'Received', asker: 'Who complains', who: 'Their name', how: 'How', said: 'In their words' },
      ...{ wanted: 'What should be different', about: 'What it is about', advocate: 'Advocate' },
      ...{ child_told: 'How they were told', worker: 'About whom', worker_told: 'Whether they may read it' },
      ...{ answers: 'Who answers', thinks: 'What you think' },
    },
  },
  given: async (asking, { child }, version) => {
    if (child === null || !(await mayWriteDown(asking, child))) return undefined
    const of = version === undefined ? undefined : await complaintNamed(asking, child, version.line)
    if (version !== undefined && (of === undefined || of.worker === asking.who.person)) return undefined
    return { ...(await givenOf(asking, child)), of }
  },
  start: () => ({ received: ['today'] }),
  record: async (asking, ok, { child }) => await recordComplaint(asking, child, ok),
  asTyped: ({ received, asker, how, about, advocate, child_told, worker, worker_told, words }) => {
    const { said = '', wanted = '', who = '', thinks = '' } = complaintWords(words) ?? {}
    return {
      ...{ received: [dayWords(received)], asker: [asker], how: [how], about, advocate: [advocate], child_told },
      ...{ worker: [worker ?? ''], worker_told: worker === null ? [] : [worker_told ? 'yes' : 'no'] },
      ...{ said: [said], wanted: [wanted], who: [who], thinks: [thinks] },
    }
  },
  correct: async (asking, ok, id) => await correctComplaint(asking, id, ok),
  shows: ({ received, words }, { name }) => ({
    title: `a complaint about the care of ${name}`,
    rows: [
      ['Received', dayWords(received)],
      ['As it was said', complaintWords(words)?.said ?? 'Nothing'],
    ],
    also: 'A complaint that was made and is not wanted any more is withdrawn by whoever made it, not taken back.',
  }),
  retract: retractComplaint,
})
