// The form of a theme: its questions as they are asked that day, what is checked beside them, what people said, and the grade with its evidence.
import type { FC } from 'hono/jsx'
import { addYears, type IsoDay } from '#calendar'
import { type Asking, correct, readParts, recordFirst, writeParts } from '#database'
import type { Typed } from '#drafts'
import {
  ChoiceField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { Card, Columns, Stack } from '#look'
import { type Checked, checkedFor, type Evidence, evidenceOf } from '../evidence-store.ts'
import { asked, QUESTIONS } from '../questions-data.ts'
import { GRADE_WORDS, GRADES, NOT_ENOUGH, THEMES, type Theme } from '../scale.ts'
import { type Given as AuditGiven, auditAddress, givenOf, items, refused } from './audit-form.tsx'
import { CheckedCard, GuideCard, SaidCard, ThemeSteps } from './beside-audit.tsx'

type Given = AuditGiven & {
  readonly theme: Theme
  readonly standing: AuditGiven['audit']['themes'][number] | undefined
  readonly checked: readonly Checked[]
  readonly evidence: readonly Evidence[]
}
const AT = [0, 1, 2] as const
const partNames = ['q0', 'q1', 'q2', 's0', 's1', 's2', 'why'] as const
const GRADE_ITEMS = [...items(GRADE_WORDS), { value: NOT_ENOUGH, text: 'Not enough to tell' }]
const isScaled = ({ audit }: AuditGiven): boolean => audit.round?.scale !== 'none'

const Question: FC<{ readonly of: FieldsProps<Given>; readonly at: 0 | 1 | 2 }> = ({ of, at }) => {
  const { name, theme } = of.given
  const question = QUESTIONS[theme].questions[at]
  return (
    <>
      {isScaled(of.given) ? (
        <ChoiceField
          of={of}
          name={`answer${at}`}
          label={asked(question.asks, name)}
          hint={asked(question.hint, name)}
          items={GRADE_ITEMS}
          inline
        />
      ) : (
        <>
          <h3 class="govuk-heading-s">{asked(question.asks, name)}</h3>
          <p class="govuk-hint">{asked(question.hint, name)}</p>
        </>
      )}
      <WordsField
        of={of}
        name={`seen${at}`}
        label={`What did you see, and what difference did it make to ${name}?`}
        rows={3}
      />
    </>
  )
}
const Fields: FC<FieldsProps<Given>> = (of) => {
  const { given } = of
  const { name, theme, audit, evidence, checked } = given
  return (
    <Columns kind="steps">
      <ThemeSteps given={given} here={theme} />
      <Card title={`${THEMES.indexOf(theme) + 1}. ${asked(QUESTIONS[theme].title, name)}`}>
        {AT.map((at) => (
          <Question of={of} at={at} />
        ))}
        <TicksField
          of={of}
          name="evidence"
          label={`Where in ${name}’s record did you see it?`}
          hint="Of the last two years. A grade needs at least one."
          items={evidence.map(({ key, words }) => ({ value: key, text: words }))}
        />
        {isScaled(given) && (
          <ChoiceField
            of={of}
            name="grade"
            label="The theme as a whole"
            hint="Your judgement: it is not reckoned from the answers above."
            items={GRADE_ITEMS}
          />
        )}
        <WordsField of={of} name="why" label="Why?" rows={3} />
      </Card>
      <Stack>
        <CheckedCard checked={checked} />
        <SaidCard audit={audit} name={name} child={given.child} />
        <GuideCard />
        <p>
          <a class="govuk-link" href={`${auditAddress(given.child, audit.audit.line)}/concern`}>
            Raise a concern now
          </a>
        </p>
      </Stack>
    </Columns>
  )
}

type Ok = {
  readonly columns: {
    readonly grade: string | null
    readonly answers: readonly string[]
    readonly evidence: readonly string[]
  }
  readonly words: string | undefined
}
function decide(typed: Typed, given: Given, today: IsoDay) {
  const read = reading(typed, today)
  const scaled = isScaled(given)
  const allowed: readonly [string, ...string[]] = [...GRADES, NOT_ENOUGH]
  const answers = AT.map((at) =>
    scaled ? read.choice(`answer${at}`, allowed, 'Choose one, or that there is not enough to tell.') : 'seen',
  )
  const seen = AT.map((at) =>
    read.words(`seen${at}`, `Say what you saw, and what difference it made to ${given.name}.`),
  )
  const known = new Set([...given.evidence.map(({ key }) => key), ...(given.standing?.evidence ?? [])])
  const evidence = [...new Set(typed.all('evidence').filter((key) => key !== ''))]
  if (evidence.some((key) => !known.has(key))) read.fault('evidence', 'Choose rows of this record.')
  const grade = scaled
    ? read.choice('grade', allowed, 'Choose the grade of the theme, or that there is not enough to tell.')
    : null
  if (grade !== null && grade !== NOT_ENOUGH && evidence.length === 0)
    read.fault('evidence', 'Tick at least one row of the record in which you saw it.')
  const why = read.words('why', 'Say why.')
  const questions = QUESTIONS[given.theme].questions.map(({ asks }) => asked(asks, given.name))
  const parts = Object.fromEntries([
    ...questions.map((text, at) => [`q${at}`, text]),
    ...seen.map((text, at) => [`s${at}`, text]),
    ['why', why],
  ])
  return read.result((): Ok => ({ columns: { grade, answers, evidence }, words: writeParts(parts) }))
}

function start({ standing }: Given) {
  if (standing === undefined) return {}
  const said = readParts(standing.words, [...partNames])
  return {
    ...Object.fromEntries(AT.map((at) => [`answer${at}`, [standing.answers[at] ?? '']])),
    ...Object.fromEntries(AT.map((at) => [`seen${at}`, [said?.[`s${at}`] ?? '']])),
    ...{ grade: [standing.grade ?? ''], evidence: standing.evidence, why: [said?.why ?? ''], _read: [standing.id] },
  }
}
async function save(asking: Asking, { columns, words }: Ok, { standing, theme, audit, child }: Given) {
  const whole = {
    ...columns,
    answers: [...columns.answers],
    evidence: [...columns.evidence],
    audit: audit.audit.line,
    theme,
  }
  if (standing === undefined) {
    const { id } = await recordFirst(asking, 'kith.audit_theme', { child, columns: whole, words })
    return { kind: 'saved', id } as const
  }
  const done = await correct(asking, 'kith.audit_theme', { id: standing.id, columns: whole, words: words ?? null })
  if ('ok' in done) return { kind: 'saved', id: done.ok.id } as const
  const says = 'This theme was changed meanwhile. Open it again; your text is kept.'
  return { kind: 'refused', faults: [{ field: '', says }] } as const
}

/** As it was when the form was opened: of two windows the second one is told, and keeps its text. */
const ofTheme = (theme: Theme): FormDefinition<Given, Ok> => ({
  ...{
    name: `audit-theme-${theme}`,
    path: `/children/:child/audits/:about/${theme}`,
    here: '/audits',
    refused,
    Fields,
    start,
  },
  lock: { may: ['write', 'audit'], log: 'audited a theme' },
  words: {
    ...{ thing: 'a theme of an audit', button: 'Save and next part', done: 'Saved.' },
    title: ({ name }) => `Practice audit: ${asked(QUESTIONS[theme].title, name)}`,
    fields: {
      ...Object.fromEntries(AT.map((at) => [`answer${at}`, `Question ${at + 1}`])),
      ...Object.fromEntries(AT.map((at) => [`seen${at}`, `What you saw, question ${at + 1}`])),
      ...{ evidence: 'Where you saw it', grade: 'The theme as a whole', why: 'Why' },
    },
  },
  load: async (asking, at) => {
    const given = await givenOf(asking, at, at.about)
    if (given === undefined || given.audit.audit.auditor !== at.me) return undefined
    const span = { child: given.child, until: at.today }
    return {
      ...{ ...given, theme, standing: given.audit.themes.find((one) => one.theme === theme) },
      checked: await checkedFor(asking, { ...span, since: addYears(at.today, -1) }),
      evidence: await evidenceOf(asking, { ...span, since: addYears(at.today, -2) }),
    }
  },
  decide,
  save: async (asking, ok, { given, read }) => {
    const { standing } = given
    if (standing !== undefined && read !== '' && read !== standing.id)
      return { kind: 'refused', faults: [{ field: '', says: CHANGED }] }
    return await save(asking, ok, given)
  },
  leadsTo: ({ child, about }) => {
    const next = THEMES[THEMES.indexOf(theme) + 1]
    return next === undefined ? auditAddress(child, about) : `${auditAddress(child, about)}/${next}`
  },
})
const CHANGED = 'This theme was changed in another window after you opened it. Open it again; your text is kept.'

export const themeForms: readonly Form[] = THEMES.map((theme) => makeForm(ofTheme(theme)))
