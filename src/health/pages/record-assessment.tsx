// The forms of a health check: recorded, corrected, taken back, and the day on which its report came.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Version } from '#database'
import type { Typed, Values } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeCorrection,
  makeRecordForms,
  PickField,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import {
  type HealthRefusal,
  healthRefusalWords,
  mayRecordAssessment,
  type NewAssessment,
} from '../record-assessment.ts'
import { correctAssessment, recordAssessment, reportCame, retractAssessment } from '../store.ts'

type Given = { readonly name: string; readonly child: string }
type Ok = NewAssessment & { readonly words: string }
type Assessment = Version<'kith.health_assessment'>

const KINDS = { initial: 'The first health assessment in care', review: 'A review health assessment' } as const
const ASSESSORS = { doctor: 'A doctor', nurse: 'A nurse', midwife: 'A midwife', other: 'Somebody else' } as const
const MODES = { 'in person': 'In person', telephone: 'By telephone', video: 'By video' } as const
const wordOf = (words: Readonly<Record<string, string>>, value: string | null): string =>
  words[value ?? ''] ?? 'Not known'

const FIELD_OF: Readonly<Record<HealthRefusal, string>> = {
  'kind unknown': 'kind',
  'happened no day': 'happened',
  'happened after today': 'happened',
  'assessor unknown': 'by',
  'outcome unknown': 'outcome',
  'reported no day': 'reported',
  'reported after today': 'reported',
  'reported before it happened': 'reported',
  'mode unknown': 'mode',
}

function decide(typed: Typed, _: Given, today: IsoDay) {
  const happened = dayTyped(typed.one('happened'), today, 'back')
  const reported = dayTyped(typed.one('reported'), today, 'back')
  // Asked only where a check from before is put right: a no is an answer of its own.
  const [kind, by, outcome] = [typed.one('kind'), typed.one('by'), typed.one('outcome') || 'seen']
  const may = mayRecordAssessment({ kind, happened, by, outcome, reported, mode: typed.one('mode') }, today)
  if ('ok' in may) return { ok: { ...may.ok, words: typed.words('what') } }
  return { faults: may.refused.map((one) => ({ field: FIELD_OF[one], says: healthRefusalWords(one, today) })) }
}

const Fields: FC<FieldsProps<Given> & { readonly outcome?: boolean }> = ({ outcome = false, ...of }) => (
  <>
    {!outcome && (
      <InsetText>
        {of.given.name} said no? That is an answer:{' '}
        <a href={`/children/${of.given.child}/health/answers/record`}>record a yes or no</a>.
      </InsetText>
    )}
    <ChoiceField of={of} name="kind" label="Which one?" items={itemsOf(KINDS)} />
    <DayField of={of} name="happened" label="When was it?" looks="back" />
    {outcome && (
      <ChoiceField
        of={of}
        name="outcome"
        label={`Was ${of.given.name} seen?`}
        items={[
          { value: 'seen', text: 'Seen' },
          {
            value: 'refused',
            text: 'Said no',
            hint: 'A child who understands enough may say no. Write below who said no, and what they understood.',
          },
        ]}
      />
    )}
    <ChoiceField
      of={of}
      name="by"
      label={outcome ? 'Who assessed, or was to?' : 'Who assessed?'}
      items={itemsOf(ASSESSORS)}
    />
    <PickField of={of} name="mode" label="How?" items={itemsOf(MODES)} none="Not known" />
    <DayField of={of} name="reported" label="When did the written report come, if it has?" looks="back" />
    <WordsField
      of={of}
      name="what"
      label={`To ${of.given.name}: what was found and agreed`}
      hint="Say who told you, where you were not there."
      rows={6}
    />
  </>
)

const LABELS = {
  kind: 'Which one',
  happened: 'When it was',
  outcome: 'Whether the child was seen',
  by: 'Who assessed',
  mode: 'How',
  reported: 'When the report came',
  what: 'What was found and agreed',
}
const given = async (asking: Parameters<typeof childById>[0], { child }: At): Promise<Given | undefined> => {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { name: known.name ?? 'this child', child: known.child }
}
const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/health`
const asTyped = ({ kind, happened, outcome, by_role, mode, reported, words }: Assessment): Values => ({
  ...{ kind: [kind], happened: [dayWords(happened)], outcome: [outcome], by: [by_role], mode: [mode ?? ''] },
  ...{ reported: [dayWords(reported)], what: [words ?? ''] },
})

const whole = makeRecordForms<Given, Ok, 'kith.health_assessment'>({
  ...{
    name: 'health-check',
    path: 'health',
    table: 'kith.health_assessment',
    here: '/children',
    leadsTo,
    given,
    decide,
    Fields,
  },
  lock: { may: ['write', 'health'], log: 'recorded a health check' },
  words: {
    ...{ thing: 'a health check', button: 'Save health check', done: 'Health check saved.', fields: LABELS },
    title: ({ name }) => `A health check for ${name}`,
  },
  FieldsOfCorrection: (of) => <Fields {...of} outcome />,
  start: () => ({}),
  record: async (asking, ok, { child }) => await recordAssessment(asking, child, ok),
  asTyped,
  correct: async (asking, ok, id) => await correctAssessment(asking, id, ok),
  shows: ({ kind, happened, outcome, by_role, words }, { name }) => ({
    title: `the health check for ${name}, ${dayWords(happened)}`,
    rows: [
      ['Which one', wordOf(KINDS, kind)],
      ['When', dayWords(happened)],
      ['Who assessed', wordOf(ASSESSORS, by_role)],
      [`Was ${name} seen?`, outcome === 'seen' ? 'Seen' : 'Said no'],
      ['What was written', words ?? 'Nothing'],
    ],
  }),
  retract: retractAssessment,
})

type Awaited = Given & { readonly happened: string }
const ReportFields: FC<FieldsProps<Awaited>> = (of) => (
  <DayField
    of={of}
    name="reported"
    label="When did the written report come?"
    hint={`The health check was on ${dayWords(of.given.happened)}.`}
    looks="back"
  />
)
/** The report came later: the check itself stays as it was. */
const report = makeCorrection<Awaited, IsoDay, 'kith.health_assessment'>({
  name: 'health-report',
  path: '/children/:child/health/:about/report',
  lock: { may: ['write', 'health'], log: 'recorded that a health report came' },
  ...{ here: '/children', leadsTo, Fields: ReportFields },
  words: {
    ...{ thing: 'a health report', button: 'Save', done: 'The report is recorded.', fields: LABELS },
    title: ({ name }) => `The report of ${name}’s health check came`,
  },
  table: 'kith.health_assessment',
  given: async (asking, at, { happened }) => {
    const known = await given(asking, at)
    return known && { ...known, happened }
  },
  asTyped: ({ reported }) => ({ reported: [dayWords(reported)] }),
  decide: (typed, { happened }, today) => {
    const reported = dayTyped(typed.one('reported'), today, 'back')
    const rest = { kind: 'initial', by: 'doctor', outcome: 'seen', mode: '' }
    const may = mayRecordAssessment({ ...rest, happened, reported }, today)
    if ('ok' in may && may.ok.reported !== null) return { ok: may.ok.reported }
    const refusals: readonly HealthRefusal[] = 'ok' in may ? ['reported no day'] : may.refused
    return { faults: refusals.map((one) => ({ field: 'reported', says: healthRefusalWords(one, today) })) }
  },
  correct: async (asking, reported, { version }) => await reportCame(asking, version, reported),
})

export const assessmentForms: readonly Form[] = [...whole, report]
