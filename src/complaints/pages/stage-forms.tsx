// The forms of a stage of a complaint: asked for, what happens in it, and taken back where nobody asked.
import type { FC } from 'hono/jsx'
import { day, dayWords, type IsoDay, parseDay } from '#calendar'
import { writeParts } from '#database'
import type { Typed } from '#drafts'
import {
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  type Reading,
  reading,
  TAKEN_BACK_WORDS,
  takeBackSent,
  WordsField,
} from '#forms'
import { longerOf, mends, nextStage, stageWords } from '../complaint.ts'
import { askFurther, complaintNamed, goOnWithStage, type StageColumns, stageWordsOf } from '../store.ts'
import {
  complaintsAt,
  type Given,
  givenOf,
  mayWriteDown,
  TheComplaint,
  type Upon,
  upon,
  whoAnswers,
} from './complaint-given.tsx'

export const TABLE = 'kith.complaint_stage'
/** Onto the page of the complaint, which is found by any of its stages. */
export const onto = ({ child }: { readonly child: string | null }, id: string): string => `${complaintsAt(child)}/${id}`
export type Changed = { readonly columns: Partial<StageColumns>; readonly words: string | null }
const fields = {
  ...{ asked: 'Asked for', answers: 'Who answers', longer: 'Why it takes longer', longer_told: 'When they were told' },
  ...{ people: 'Who takes part', panel: 'The panel', report: 'Its report', why: 'Why' },
}

type Further = Given & { readonly stage: 2 | 3; readonly last: IsoDay } & Pick<Upon, 'complaint'>
const PEOPLE = {
  2: {
    label: 'Who investigates, and which independent person is beside them?',
    hint: 'The independent person is nobody of the council.',
  },
  3: { label: 'Who sits on the panel?', hint: 'Three people; none of them works for the council.' },
} as const
const People: FC<FieldsProps<unknown> & { readonly stage: number }> = ({ stage, ...of }) =>
  stage === 2 || stage === 3 ? <WordsField of={of} name="people" {...PEOPLE[stage]} rows={2} /> : null
const FurtherFields: FC<FieldsProps<Further>> = (of) => (
  <>
    <TheComplaint given={of.given} stage={of.given.stage} />
    <DayField of={of} name="asked" label="On which day was it asked for?" looks="back" />
    <PickField
      of={of}
      name="answers"
      label={of.given.stage === 2 ? 'Who of us decides on what is found?' : 'Who of us answers the panel?'}
      items={of.given.answerers}
    />
    <People {...of} stage={of.given.stage} />
    <WordsField of={of} name="why" label="What do they say is still not right?" hint="In their own words." rows={4} />
  </>
)
const further: Form = makeForm<Further, { columns: StageColumns; words: string | undefined }>({
  ...{ name: 'complaint-further', path: '/children/:child/complaints/:about/further', here: '/children' },
  lock: { may: ['see', 'audit'], log: 'wrote down that a complaint goes further' },
  words: {
    ...{ thing: 'a further stage of a complaint', button: 'Save the stage', done: 'The stage is saved.', fields },
    title: ({ name }) => `The complaint about the care of ${name} goes further`,
  },
  load: async (asking, { child, about }) => {
    if (child === null || about === null || !(await mayWriteDown(asking, child))) return undefined
    const complaint = await complaintNamed(asking, child, about)
    const last = complaint?.stages.at(-1)
    const stage = nextStage(last)
    if (complaint === undefined || last?.answered == null || stage === undefined) return undefined
    if (complaint.worker === asking.who.person) return undefined
    return { ...(await givenOf(asking, child)), complaint, stage, last: day(last.answered) }
  },
  start: () => ({ asked: ['today'] }),
  Fields: FurtherFields,
  decide: (typed, given, today) => {
    const r = reading(typed, today)
    const asked = r.day('asked', 'the day on which it was asked for')
    if (asked < given.last) r.fault('asked', `The stage before was answered on ${dayWords(given.last)}.`)
    const answers = whoAnswers(r, given, given.complaint.worker)
    const why = r.words('why', 'Write what they say is still not right.')
    const columns = { complaint: given.complaint.line, stage: given.stage, asked, answers }
    return r.result(() => ({ columns, words: writeParts({ people: typed.words('people'), why }) }))
  },
  save: async (asking, ok, { child }) => ({ kind: 'saved', id: (await askFurther(asking, child ?? '', ok)).id }),
  undo: async (asking, id) => await takeBackSent(asking, { table: TABLE, id }),
  leadsTo: onto,
})

const StepFields: FC<FieldsProps<Upon>> = (of) => {
  const { stage } = of.given.stage
  const longer = longerOf(stage)
  return (
    <>
      <TheComplaint given={of.given} stage={stage} />
      {stage > 1 && <DayField of={of} name="asked" label="On which day was it asked for?" looks="back" />}
      <PickField of={of} name="answers" label="Who of us answers?" items={of.given.answerers} />
      <People {...of} stage={stage} />
      {Object.keys(longer).length > 0 && (
        <>
          <PickField of={of} name="longer" label="Does it take longer, and why?" items={itemsOf(longer)} none="No" />
          <DayField of={of} name="longer_told" label="If so: when were they told?" looks="back" />
        </>
      )}
      {stage === 3 && (
        <>
          <DayField of={of} name="panel" label="When did the panel meet?" looks="back" />
          <DayField of={of} name="report" label="When did it report?" looks="back" />
        </>
      )}
      <WordsField of={of} name="why" label="What is there to say of it?" rows={3} />
    </>
  )
}
function panelIn(r: Reading, asked: IsoDay) {
  const panel = r.dayIfAny('panel', 'the day of the panel')
  const report = r.dayIfAny('report', 'the day of its report')
  if (panel !== null && panel < asked) r.fault('panel', 'That is before it was asked for.')
  if (report !== null && (panel === null || report < panel)) r.fault('report', 'The panel meets before it reports.')
  return { panel, report }
}
function decideStep(typed: Typed, given: Upon, today: IsoDay) {
  const r = reading(typed, today)
  const { stage, words, answered } = given.stage
  const asked = stage === 1 ? day(given.complaint.received) : r.day('asked', 'the day on which it was asked for')
  const before = given.complaint.stages.find((one) => one.stage === stage - 1)?.answered
  if (before != null && asked < before) r.fault('asked', `The stage before was answered on ${dayWords(before)}.`)
  if (answered !== null && answered < asked) r.fault('asked', 'It was answered before that day.')
  const answers = whoAnswers(r, given, given.complaint.worker)
  const longer = typed.one('longer') === '' ? null : typed.one('longer')
  if (longer !== null && !Object.hasOwn(longerOf(stage), longer)) r.fault('longer', 'Choose from the list.')
  const longer_told = r.dayIfAny('longer_told', 'the day on which they were told')
  if (longer !== null && longer_told === null) r.fault('longer_told', 'Write the day on which they were told.')
  if (longer === null && longer_told !== null) r.fault('longer', 'Choose why it takes longer, or leave the day empty.')
  if (longer_told !== null && longer_told < asked) r.fault('longer_told', 'That is before it was asked for.')
  const panel = stage === 3 ? panelIn(r, asked) : { panel: null, report: null }
  const parts = { ...stageWordsOf(words), people: typed.words('people'), why: typed.words('why') }
  const columns = { asked, answers, longer, longer_told, ...panel }
  return r.result((): Changed => ({ columns, words: writeParts(parts) ?? null }))
}
const stepping = makeCorrection<Upon, Changed, typeof TABLE>({
  ...{ name: 'complaint-step', path: '/children/:child/complaint-stages/:about/step', here: '/children', table: TABLE },
  lock: { may: ['see', 'audit'], log: 'wrote what happens in a complaint' },
  words: {
    ...{ thing: 'what happens in a complaint', button: 'Save', done: 'Saved.', fields },
    title: ({ name }) => `How the complaint about the care of ${name} goes on`,
  },
  leadsTo: onto,
  given: async (asking, { child }, { line }) => await upon(asking, child, line),
  asTyped: ({ asked, answers, longer, longer_told, panel, report, words }) => {
    const parts = stageWordsOf(words)
    const on = (text: string | null): readonly string[] => [text === null ? '' : dayWords(parseDay(text) ?? text)]
    return {
      ...{ asked: on(asked), answers: [answers], longer: [longer ?? ''], longer_told: on(longer_told) },
      ...{ panel: on(panel), report: on(report), people: [parts?.people ?? ''], why: [parts?.why ?? ''] },
    }
  },
  decide: decideStep,
  Fields: StepFields,
  correct: async (asking, { columns, words }, { version: id, given }) =>
    await goOnWithStage(asking, { id, columns, words }, mends(given.stage, columns)),
})

const takingBack = makeRetraction<Upon, typeof TABLE>({
  ...{
    name: 'complaint-stage-retraction',
    path: '/children/:child/complaint-stages/:about/retract',
    here: '/children',
  },
  lock: { may: ['see', 'audit'], log: 'took back a stage of a complaint' },
  ...{ table: TABLE, thing: 'taking back a stage of a complaint', done: TAKEN_BACK_WORDS },
  leadsTo: ({ child }) => complaintsAt(child),
  given: async (asking, { child }, { line }) => await upon(asking, child, line),
  shows: ({ stage, asked }, { complaint }) => ({
    title: stageWords(stage),
    rows: [['Asked for', dayWords(asked)]],
    ...(stage === 1 || complaint.stages.at(-1)?.stage !== stage
      ? {
          refused: {
            says: 'Every complaint has its first stage, and a stage with another after it stays.',
            to: { at: onto(complaint, complaint.line), words: 'The complaint' },
          },
        }
      : {}),
  }),
})

export const stageForms: readonly Form[] = [further, stepping, takingBack]
