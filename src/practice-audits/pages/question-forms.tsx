// What audits ask, as forms: the questions of each kind in the council's own words, and the four words of the scale with what each means.
import type { Typed, Values } from '#drafts'
import {
  begunFrom,
  clashUpon,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeForm,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { capital, InsetText } from '#look'
import {
  type AuditKind,
  asLines,
  MOST_QUESTIONS,
  PARTS_OF,
  type Part,
  questionsIn,
  questionsOf,
  SCALE_WORDS,
  scaleOf,
  titleOf,
} from '../questions.ts'
import { asked } from '../questions-data.ts'
import { type Wording, wordingRead, wordings, writeWording } from '../round-store.ts'
import { GRADES, isGrade } from '../scale.ts'
import { refused } from './audit-form.tsx'
import { KINDS } from './round-forms.tsx'

type Given = { readonly of: Wording | undefined }
type Ok = { readonly words: Readonly<Record<string, string>> }
const LEAD = { as: ['quality-lead'] } as const
export const QUESTIONS_AT = '/audits/questions'
const fieldOf = (part: Part): string => part.replace('-', '_')
const titled = (part: Part): string => capital(asked(titleOf(part), 'the child'))

const textIn = (kind: AuditKind, of: Given['of'], part: Part): string =>
  asLines(questionsOf(kind, of?.words).get(part)?.questions ?? [])
const asTyped =
  (kind: AuditKind) =>
  (of: Given['of']): Values =>
    Object.fromEntries(PARTS_OF[kind].map((part) => [fieldOf(part), [textIn(kind, of, part)]]))

function partIn(read: Reading, part: Part): string {
  const text = read.typed.words(fieldOf(part))
  const questions = questionsIn(text)
  if (questions.length > MOST_QUESTIONS)
    read.fault(fieldOf(part), `Ask at most ${MOST_QUESTIONS} questions: these are ${questions.length}.`)
  if (questions.some(({ asks, hint }) => asks.length > 300 || hint.length > 300))
    read.fault(fieldOf(part), 'Keep each question and each help under 300 letters.')
  return questions.length === 0 ? '' : text
}
const decideQuestions = (kind: AuditKind) => (typed: Typed, _: Given, today: Parameters<typeof reading>[1]) => {
  const read = reading(typed, today)
  const words = Object.fromEntries(PARTS_OF[kind].map((part) => [part, partIn(read, part)]))
  if (Object.values(words).every((text) => text === '')) read.fault('', 'Ask at least one question.')
  return read.result((): Ok => ({ words }))
}

type Wanted = Pick<FormDefinition<Given, Ok>, 'decide' | 'Fields'> & {
  readonly kind: AuditKind | 'scale'
  readonly title: string
  readonly fields: Readonly<Record<string, string>>
  readonly typed: (of: Given['of']) => Values
}
/** Of two who change one at once the second sees both texts. */
function wordingForm({ kind, title, fields, typed, decide, Fields }: Wanted): Form {
  const name = kind.replace(' ', '-')
  const definition: FormDefinition<Given, Ok> = {
    ...{ name: `audit-wording-${name}`, path: `${QUESTIONS_AT}/${name}`, here: '/audits', refused, decide, Fields },
    lock: { may: LEAD, log: 'changed what audits ask' },
    words: {
      ...{ thing: 'what audits ask', title: () => title, button: 'Save', fields },
      done: 'Saved. Rounds that are drawn from now on ask it so.',
    },
    load: async (asking) => ({ of: (await wordings(asking)).get(kind) }),
    start: ({ of }) => (of === undefined ? typed(of) : begunFrom(of, typed(of))),
    save: async (asking, { words }, { given: { of }, read }) => {
      const versionRead = async (id: string) => await wordingRead(asking, id)
      const clash = await clashUpon({ of, read, asTyped: typed, versionRead })
      const written = { kind, words, ...(of === undefined ? {} : { of }) }
      return clash ?? { kind: 'saved', id: await writeWording(asking, written) }
    },
    leadsTo: () => QUESTIONS_AT,
  }
  return makeForm(definition)
}

const questionsForm = (kind: AuditKind): Form =>
  wordingForm({
    ...{ kind, title: `What it asks: ${KINDS[kind]}`, typed: asTyped(kind), decide: decideQuestions(kind) },
    fields: Object.fromEntries(PARTS_OF[kind].map((part) => [fieldOf(part), titled(part)])),
    Fields: (of: FieldsProps<Given>) => (
      <>
        <InsetText>
          A question to a line; what follows its question mark is shown as help. NAME stands for the child’s first name.
          A part without a question is not asked. Rounds that are drawn already keep their own.
        </InsetText>
        {PARTS_OF[kind].map((part) => (
          <WordsField of={of} name={fieldOf(part)} label={titled(part)} rows={kind === 'dip sample' ? 14 : 7} />
        ))}
      </>
    ),
  })

const atOf = (name: string): number => Number(name.slice(1))
const scaleTyped = (of: Given['of']): Values => {
  const scale = scaleOf(of?.words)
  return Object.fromEntries(
    SCALE_WORDS.map((name) => {
      const grade = GRADES[atOf(name)]
      return [name, [isGrade(grade) ? (name.startsWith('w') ? scale.words : scale.meanings)[grade] : '']]
    }),
  )
}
const STEPS = ['The best', 'The second', 'The third', 'The lowest'] as const
const scaleForm = wordingForm({
  ...{ kind: 'scale', title: 'The scale, and what each word means', typed: scaleTyped },
  fields: Object.fromEntries(
    SCALE_WORDS.map((name) => [name, `${STEPS[atOf(name)]}: ${name.startsWith('w') ? 'word' : 'what it means'}`]),
  ),
  decide: (typed, _, today) => {
    const read = reading(typed, today)
    const words = Object.fromEntries(
      SCALE_WORDS.map((name) => [
        name,
        read.words(name, name.startsWith('w') ? 'Write the word.' : 'Say what it means.'),
      ]),
    )
    for (const [at] of GRADES.entries()) {
      const word = words[`w${at}`] ?? ''
      if (word.length > 40) read.fault(`w${at}`, 'Keep the word under 40 letters.')
      const same = GRADES.findIndex((_grade, other) => words[`w${other}`]?.toLowerCase() === word.toLowerCase())
      if (word !== '' && same < at) read.fault(`w${at}`, 'Each step needs a word of its own.')
    }
    return read.result((): Ok => ({ words }))
  },
  Fields: (of) => (
    <>
      <InsetText>
        Four steps, best first. The third is looked at again after some weeks, the lowest sooner; nothing is reckoned
        together from them. A round may go without any.
      </InsetText>
      {GRADES.map((_, at) => (
        <>
          <LineField of={of} name={`w${at}`} label={`${STEPS[at] ?? ''}: the word`} />
          <WordsField of={of} name={`d${at}`} label="What it means" rows={3} />
        </>
      ))}
    </>
  ),
})

const EVERY_KIND = [
  'case',
  'thematic',
  'dip sample',
  'multi-agency',
  're-audit',
] as const satisfies readonly AuditKind[]
export const questionForms: readonly Form[] = [...EVERY_KIND.map(questionsForm), scaleForm]
