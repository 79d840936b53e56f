// The forms of the personal education plan: begun, or ready and signed off; corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking, Version } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeRecordForms,
  PickField,
  WordsField,
} from '#forms'
import {
  type EducationRefusal,
  educationRefusalWords,
  mayRecordPlan,
  type NewPlan,
  RATERS,
  TERMS,
} from '../record-education.ts'
import { correctPlan, recordPlan, retractPlan } from '../store.ts'

export type Given = { readonly name: string }
type Plan = Version<'kith.education_plan'>

const STAGES = { initiated: 'Begun', effective: 'Ready, and signed off by the virtual school' } as const
const QUALITIES = { good: 'Good', 'needs work': 'Needs work', 'not good enough': 'Not good enough' } as const

const FIELD_OF: Readonly<Partial<Record<EducationRefusal, string>>> = {
  'stage unknown': 'stage',
  'happened no day': 'happened',
  'happened after today': 'happened',
  'quality unknown': 'quality',
  'quality of a plan begun': 'quality',
  'term unknown': 'term',
  'rated by nobody': 'rated_by',
  'rated without a quality': 'quality',
  'rated no day': 'rated',
  'rated before the plan': 'rated',
}

function decide(typed: Typed, _: Given, today: IsoDay) {
  const happened = dayTyped(typed.one('happened'), today, 'back')
  const rated = dayTyped(typed.one('rated'), today, 'back')
  const [stage, quality, term] = [typed.one('stage'), typed.one('quality'), typed.one('term')]
  const may = mayRecordPlan({ stage, happened, quality, term, ratedBy: typed.one('rated_by'), rated }, today)
  if ('ok' in may) return { ok: { ...may.ok, words: typed.words('what') } }
  return {
    faults: may.refused.map((one) => ({ field: FIELD_OF[one] ?? '', says: educationRefusalWords(one, today) })),
  }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField of={of} name="stage" label="What happened to the plan?" items={itemsOf(STAGES)} />
    <DayField of={of} name="happened" label="When?" looks="back" />
    <PickField of={of} name="term" label="Of which term?" items={itemsOf(TERMS)} none="Not said" />
    <PickField
      of={of}
      name="quality"
      label="How good is it?"
      hint="Judged when it is ready."
      items={itemsOf(QUALITIES)}
      none="Not judged"
    />
    <PickField of={of} name="rated_by" label="Who judged it?" items={itemsOf(RATERS)} none="Nobody yet, or not known" />
    <DayField of={of} name="rated" label="When was it judged?" looks="back" />
    <WordsField
      of={of}
      name="what"
      label={`To ${of.given.name}: what you want to learn, and who helps`}
      hint="Say who told you, where you were not there."
      rows={6}
    />
  </>
)

export const givenOf = async (asking: Asking, { child }: At): Promise<Given | undefined> => {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { name: known.name ?? 'this child' }
}
export const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/learning`

export const planForms: readonly Form[] = makeRecordForms<Given, NewPlan & { words: string }, 'kith.education_plan'>({
  ...{
    name: 'education-plan',
    path: 'learning/plan',
    table: 'kith.education_plan',
    here: '/children',
    leadsTo,
    decide,
    Fields,
  },
  lock: { may: ['write', 'learning'], log: 'recorded an education plan' },
  words: {
    ...{ thing: 'an education plan', button: 'Save plan', done: 'Education plan saved.' },
    title: ({ name }) => `${name}’s personal education plan`,
    fields: {
      stage: 'What happened to it',
      happened: 'When',
      term: 'Of which term',
      quality: 'How good it is',
      rated_by: 'Who judged it',
      rated: 'When it was judged',
      what: 'What was agreed',
    },
  },
  given: givenOf,
  start: () => ({}),
  record: async (asking, ok, { child }) => await recordPlan(asking, child, ok),
  asTyped: ({ stage, happened, quality, words, term, rated_by, rated }: Plan) => ({
    ...{ term: [term ?? ''], rated_by: [rated_by ?? ''], rated: [dayWords(rated)] },
    ...{ stage: [stage], happened: [dayWords(happened)], quality: [quality ?? ''], what: [words ?? ''] },
  }),
  correct: async (asking, ok, id) => await correctPlan(asking, id, ok),
  shows: ({ stage, happened, words }, { name }) => ({
    title: `${name}’s education plan, ${dayWords(happened)}`,
    rows: [
      ['What happened to it', stage === 'initiated' ? STAGES.initiated : STAGES.effective],
      ['When', dayWords(happened)],
      ['What was written', words ?? 'Nothing'],
    ],
  }),
  retract: retractPlan,
})
