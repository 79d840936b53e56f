// The forms of what changed because of what somebody said: written beside their words, corrected, taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay, parseDay } from '#calendar'
import { type Asking, readParts, type Version, versionOf } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  LineField,
  makeCorrection,
  makeForm,
  makeRetraction,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import {
  ANSWERS,
  type Answer,
  answerView,
  correctAnswer,
  mayTell,
  type NewAnswer,
  retractAnswer,
  toldOfAnswer,
  viewRefusalWords,
} from '#views'
import { toViews, viewGiven } from './record-view.tsx'
import { decideAnswer, type ViewGiven } from './view-form.ts'

type Given = ViewGiven & {
  /** The line that is answered, and its words. */
  readonly view: string
  readonly words: string | undefined
  /** Who decided, where a correction leaves that as it was. */
  readonly decidedBy?: string | null
}

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  changed: 'Yes, it changed',
  'partly changed': 'In part',
  'nothing changed': 'Nothing changed, and this is why',
}
const LABELS = {
  outcome: 'Whether something changed',
  what: 'What we did, or why not',
  decided: 'When it was decided',
  decidedByName: 'Who decided',
  told: 'When they were told',
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <InsetText>
      <blockquote class="kith-quote">{of.given.words ?? 'Their words were taken out of sight.'}</blockquote>
    </InsetText>
    <ChoiceField
      of={of}
      name="outcome"
      label="Did something change because of it?"
      items={ANSWERS.map((value) => ({ value, text: ANSWER_WORDS[value] }))}
    />
    <WordsField of={of} name="what" label="What we did; or why nothing changed" hint="Write it to them." rows={4} />
    <DayField of={of} name="decided" label="When was this decided?" looks="back" />
    <LineField of={of} name="decidedByName" label="Who decided, if it was not you" />
    <DayField
      of={of}
      name="told"
      label="When were they told?"
      hint="Leave it empty until they have been told."
      looks="back"
    />
  </>
)

async function viewAt(asking: Asking, at: At, id: string): Promise<Given | undefined> {
  const [view, known] = [await versionOf(asking, 'kith.view', id), await viewGiven(asking, at)]
  if (view === undefined || known === undefined || view.child !== at.child || view.change === 'retraction')
    return undefined
  return { ...known, view: view.line, words: view.words }
}

const answering: Form = makeForm<Given, NewAnswer>({
  name: 'view-answer',
  path: '/children/:child/views/:about/answer',
  lock: { may: ['write', 'story'], log: 'recorded what changed because of a view' },
  ...{ here: '/children', leadsTo: toViews, Fields, decide: decideAnswer },
  words: {
    ...{ thing: 'what changed because of it', button: 'Save', done: 'What changed is saved.', fields: LABELS },
    title: ({ name }) => `What changed because of what was said: ${name}`,
  },
  load: async (asking, at) => (at.about === null ? undefined : await viewAt(asking, at, at.about)),
  start: () => ({ decided: ['today'] }),
  save: async (asking, answer, { child, given }) => {
    const { id } = await answerView(asking, { child: child ?? '', view: given.view }, answer)
    return { kind: 'saved', id }
  },
  undo: async (asking, id) => 'ok' in (await retractAnswer(asking, id, 'Taken back by its author within ten minutes.')),
})

type AnswerVersion = Version<'kith.view_answer'>
const saidIn = ({ words }: AnswerVersion) => readParts(words, ['what', 'decidedByName'])
const ofAnswer = {
  table: 'kith.view_answer',
  given: async (asking: Asking, at: At, answer: AnswerVersion) => {
    const view = await viewAt(asking, at, answer.view)
    return view && { ...view, decidedBy: answer.decided_by, decided: answer.decided }
  },
} as const
type Answered = Given & { readonly decided: string }

const correcting: Form = makeCorrection<Answered, NewAnswer, 'kith.view_answer'>({
  ...ofAnswer,
  name: 'view-answer-correction',
  path: '/children/:child/answers/:about/correct',
  lock: { may: ['write', 'story'], log: 'corrected what changed because of a view' },
  ...{ here: '/children', leadsTo: toViews },
  Fields: (of) => <Fields {...of} />,
  words: {
    ...{ thing: 'a correction of what changed', button: 'Save correction', fields: LABELS },
    done: 'Corrected. What stood before is in its history.',
    title: ({ name }) => `Correct what changed because of what was said: ${name}`,
  },
  asTyped: (answer) => {
    const said = saidIn(answer)
    return {
      ...{ outcome: [answer.outcome], what: [said?.what ?? ''], decided: [dayWords(answer.decided)] },
      ...{ decidedByName: [said?.decidedByName ?? ''], told: [dayWords(answer.told)] },
    }
  },
  decide: (typed, given, today) => decideAnswer(typed, { me: given.decidedBy ?? given.me }, today),
  correct: async (asking, answer, { version }) => await correctAnswer(asking, version, answer),
})

const TheyWereTold: FC<FieldsProps<Answered>> = (of) => (
  <DayField
    of={of}
    name="told"
    label="When were they told what changed?"
    hint={`It was decided on ${dayWords(of.given.decided)}.`}
    looks="back"
  />
)
/** They were told later: what was decided stays as it was. */
const telling: Form = makeCorrection<Answered, IsoDay, 'kith.view_answer'>({
  ...ofAnswer,
  name: 'view-answer-told',
  path: '/children/:child/answers/:about/told',
  lock: { may: ['write', 'story'], log: 'recorded that somebody was told what changed' },
  ...{ here: '/children', leadsTo: toViews, Fields: TheyWereTold },
  words: {
    ...{ thing: 'when they were told', button: 'Save', done: 'When they were told is saved.', fields: LABELS },
    title: ({ name }) => `Telling what changed: ${name}`,
  },
  asTyped: ({ told }, _, today) => ({ told: [dayWords(told ?? today)] }),
  decide: (typed, { decided }, today) => {
    const told = mayTell(dayTyped(typed.one('told'), today, 'back'), { decided: parseDay(decided), today })
    const refused = 'refused' in told ? told.refused : told.ok === null ? (['told no day'] as const) : []
    if (refused.length > 0 || 'refused' in told || told.ok === null)
      return { faults: refused.map((one) => ({ field: 'told', says: viewRefusalWords(one, today) })) }
    return { ok: told.ok }
  },
  correct: async (asking, told, { version }) => await toldOfAnswer(asking, version, told),
})

const takingBack: Form = makeRetraction({
  ...ofAnswer,
  name: 'view-answer-retraction',
  path: '/children/:child/answers/:about/retract',
  lock: { may: ['write', 'story'], log: 'took back what changed because of a view' },
  ...{ here: '/children', leadsTo: toViews, thing: 'taking back what changed' },
  done: 'Taken back. The history holds your reason.',
  shows: (answer, { words }) => ({
    title: 'what changed because of what was said',
    rows: [
      ['They said', words ?? 'Taken out of sight.'],
      ['What we did', saidIn(answer)?.what ?? 'Taken out of sight.'],
      ['When', dayWords(answer.decided)],
    ],
  }),
  retract: async (asking, { id, reason }) => await retractAnswer(asking, id, reason),
})

export const answerForms: readonly Form[] = [answering, correcting, telling, takingBack]
