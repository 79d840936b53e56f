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
  itemsOf,
  LineField,
  makeForm,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { Card, Columns, Stack } from '#look'
import { type Checked, checkedFor, type Evidence, evidenceOf } from '../evidence-store.ts'
import { isYesOrNo, MOST_QUESTIONS, PARTS, type Part, titleOf } from '../questions.ts'
import { type Question as AskedQuestion, asked } from '../questions-data.ts'
import { GRADES, NOT_ENOUGH } from '../scale.ts'
import { type Given as AuditGiven, auditAddress, givenOf, refused } from './audit-form.tsx'
import { CheckedCard, GuideCard, SaidCard, ThemeSteps } from './beside-audit.tsx'

type Given = AuditGiven & {
  readonly theme: Part
  readonly standing: AuditGiven['audit']['themes'][number] | undefined
  readonly checked: readonly Checked[]
  readonly evidence: readonly Evidence[]
}
/** As many as a part may hold. */
const EVERY = Array.from({ length: MOST_QUESTIONS }, (_, at) => at)
const SAID = EVERY.map((at) => `s${at}`)
const TELL = { value: NOT_ENOUGH, text: 'Not enough to tell' }
const YES_OR_NO = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, TELL]
const gradeItems = ({ asks }: AuditGiven) => [...itemsOf(asks.scale.words), TELL]
const questionsIn = ({ asks, theme }: Given) => asks.questions.get(theme)?.questions ?? []
const titleIn = ({ theme, name }: Pick<Given, 'theme' | 'name'>): string => asked(titleOf(theme), name)
const isScaled = ({ audit }: AuditGiven): boolean => audit.round?.scale !== 'none'
/** A part answered yes or no has no grade of its own. */
const isGraded = (given: Given): boolean => isScaled(given) && !isYesOrNo(given.theme)

const Question: FC<{ readonly of: FieldsProps<Given>; readonly at: number; readonly question: AskedQuestion }> = ({
  of,
  at,
  question,
}) => {
  const { name, theme } = of.given
  const [asks, hint] = [asked(question.asks, name), asked(question.hint, name)]
  if (isYesOrNo(theme))
    return (
      <>
        <ChoiceField of={of} name={`answer${at}`} label={asks} {...(hint && { hint })} items={YES_OR_NO} inline />
        <LineField of={of} name={`seen${at}`} label="Where you saw it, or what is not there" />
      </>
    )
  return (
    <>
      {isScaled(of.given) ? (
        <ChoiceField
          of={of}
          name={`answer${at}`}
          label={asks}
          {...(hint && { hint })}
          items={gradeItems(of.given)}
          inline
        />
      ) : (
        <>
          <h3 class="govuk-heading-s">{asks}</h3>
          <p class="govuk-hint">{hint}</p>
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
  const { name, theme, audit, evidence, checked, asks } = given
  return (
    <Columns kind="steps">
      <ThemeSteps given={given} here={theme} />
      <Card title={`${[...asks.questions.keys()].indexOf(theme) + 1}. ${titleIn(given)}`}>
        {questionsIn(given).map((question, at) => (
          <Question of={of} at={at} question={question} />
        ))}
        <TicksField
          of={of}
          name="evidence"
          label={`Where in ${name}’s record did you see it?`}
          hint="Of the last two years. A grade needs at least one."
          items={evidence.map(({ key, words }) => ({ value: key, text: words }))}
        />
        {isGraded(given) && (
          <ChoiceField
            of={of}
            name="grade"
            label="This part as a whole"
            hint="Your judgement: it is not reckoned from the answers above."
            items={gradeItems(given)}
          />
        )}
        <WordsField of={of} name="why" label={isYesOrNo(theme) ? 'What stands out?' : 'Why?'} rows={3} />
      </Card>
      <Stack>
        <CheckedCard checked={checked} />
        <SaidCard audit={audit} name={name} child={given.child} />
        <GuideCard scale={asks.scale} />
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
  const questions = questionsIn(given)
  const [yesOrNo, scaled] = [isYesOrNo(given.theme), isGraded(given)]
  const allowed: readonly [string, ...string[]] = [...GRADES, NOT_ENOUGH]
  const answers = questions.map((_, at) => {
    if (yesOrNo) return read.choice(`answer${at}`, ['yes', 'no', NOT_ENOUGH], 'Say yes, no, or not enough to tell.')
    if (!scaled) return 'seen'
    return read.choice(`answer${at}`, allowed, 'Choose one, or that there is not enough to tell.')
  })
  const seen = questions.map((_, at) => {
    if (yesOrNo) return typed.words(`seen${at}`)
    return read.words(`seen${at}`, `Say what you saw, and what difference it made to ${given.name}.`)
  })
  const known = new Set([...given.evidence.map(({ key }) => key), ...(given.standing?.evidence ?? [])])
  const evidence = [...new Set(typed.all('evidence').filter((key) => key !== ''))]
  if (evidence.some((key) => !known.has(key))) read.fault('evidence', 'Choose rows of this record.')
  const grade = scaled
    ? read.choice('grade', allowed, 'Choose the grade of this part, or that there is not enough to tell.')
    : null
  const told = grade === null ? yesOrNo && answers.some((one) => one !== NOT_ENOUGH) : grade !== NOT_ENOUGH
  if (told && evidence.length === 0) read.fault('evidence', 'Tick at least one row of the record in which you saw it.')
  const why = read.words('why', 'Say why.')
  const parts = Object.fromEntries([
    ...questions.map(({ asks }, at) => [`q${at}`, asked(asks, given.name)]),
    ...seen.map((text, at) => [`s${at}`, text]),
    ['why', why],
  ])
  return read.result((): Ok => ({ columns: { grade, answers, evidence }, words: writeParts(parts) }))
}

function start({ standing }: Given) {
  if (standing === undefined) return {}
  const said: Readonly<Record<string, string>> = readParts(standing.words, ['why', ...SAID]) ?? {}
  return {
    ...Object.fromEntries(EVERY.map((at) => [`answer${at}`, [standing.answers[at] ?? '']])),
    ...Object.fromEntries(EVERY.map((at) => [`seen${at}`, [said[`s${at}`] ?? '']])),
    ...{ grade: [standing.grade ?? ''], evidence: standing.evidence, why: [said['why'] ?? ''], _read: [standing.id] },
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
const ofPart = (theme: Part): FormDefinition<Given, Ok> => ({
  ...{
    name: `audit-theme-${theme}`,
    path: `/children/:child/audits/:about/${theme}`,
    here: '/audits',
    refused,
    Fields,
    start,
  },
  lock: { may: ['write', 'audit'], log: 'audited a part' },
  words: {
    ...{ thing: 'a part of an audit', button: 'Save and next part', done: 'Saved.' },
    title: (given) => `Practice audit: ${titleIn(given)}`,
    fields: {
      ...Object.fromEntries(EVERY.map((at) => [`answer${at}`, `Question ${at + 1}`])),
      ...Object.fromEntries(EVERY.map((at) => [`seen${at}`, `What you saw, question ${at + 1}`])),
      ...{ evidence: 'Where you saw it', grade: 'This part as a whole', why: 'Why' },
    },
  },
  load: async (asking, at) => {
    const given = await givenOf(asking, at, at.about)
    if (given === undefined || given.audit.audit.auditor !== at.me || !given.asks.questions.has(theme)) return undefined
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
  leadsTo: ({ child, about }) => `${auditAddress(child, about)}/next`,
})
const CHANGED = 'This theme was changed in another window after you opened it. Open it again; your text is kept.'

export const themeForms: readonly Form[] = PARTS.map((part) => makeForm(ofPart(part)))
