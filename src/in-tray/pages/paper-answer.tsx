// Writing down what somebody who does not use Kith approved or refused on paper: who, in which office, on which day, and where the paper is.
import type { FC } from 'hono/jsx'
import { type IsoDay, parseDay } from '#calendar'
import type { Asking } from '#database'
import { ON_PAPER, type PaperRefusal, paperRefusalWords, type TypedPaper, writePaperAnswer } from '#decisions'
import { PAPER_FIELDS, PaperFields, PaperInset, paperFieldOf, readingTyped } from '#decisions/pages'
import { papersOf } from '#documents'
import {
  type At,
  ChoiceField,
  type Fault,
  type FieldsProps,
  type FormDefinition,
  type Item,
  makeForm,
  type Outcome,
  WordsField,
} from '#forms'
import { birthOf } from '#people'
import { workersCalled } from '#workforce'
import { AskedFor, momentWords, type Request, requestOf } from './request.tsx'

type Given = Request & { readonly documents: readonly Item[]; readonly born: IsoDay | undefined }
const ANSWERS: Readonly<Record<(typeof ON_PAPER)[number], string>> = {
  approved: 'Approved',
  'approved with conditions': 'Approved, with conditions',
  refused: 'Refused',
}

async function load(asking: Asking, { child, about, today }: At): Promise<Given | undefined> {
  const found = child === null || about === null ? undefined : await requestOf(asking, { child, line: about, today })
  if (found === undefined || child === null || !(found.mayPaper || found.request.answered !== undefined))
    return undefined
  const documents = (await papersOf(asking, child)).map(({ line, title }) => ({ value: line, text: title }))
  const born = parseDay((await birthOf(asking, child))?.born ?? '')
  return { ...found, documents, born }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <AskedFor {...of.given} />
    <PaperInset did="You did not ask for this" />
    <ChoiceField
      of={of}
      name="answer"
      label="What does the paper say?"
      items={ON_PAPER.map((value) => ({ value, text: ANSWERS[value] }))}
    />
    <PaperFields of={of} documents={of.given.documents} />
    <WordsField of={of} name="conditions" label="Conditions, if there are any" rows={2} />
    <WordsField of={of} name="reasons" label="What it says, and the reasons that stand there" />
  </>
)

const FIELD_OF: Readonly<Record<string, string>> = {
  'answer unknown': 'answer',
  'conditions missing': 'conditions',
}
function faultsOf(refused: readonly PaperRefusal[], today: IsoDay, { nameOf }: Given): readonly Fault[] {
  return refused.map((one) => ({
    field: typeof one === 'string' ? (FIELD_OF[one] ?? paperFieldOf(one)) : '',
    says: paperRefusalWords(one, today, { nameOf, on: momentWords }),
  }))
}

type Context = At & { readonly given: Given }
async function save(asking: Asking, typed: TypedPaper, { child, about, today, given }: Context): Promise<Outcome> {
  const documents = given.documents.map(({ value }) => value)
  const which = { child: child ?? '', request: about ?? '' }
  const names = await workersCalled(asking, [asking.who.person, given.request.asked.by])
  const nameOf = (person: string): string => names.get(person) ?? ''
  const done = await writePaperAnswer(asking, which, { typed, today, documents, born: given.born, nameOf })
  if ('ok' in done) return { kind: 'saved', id: done.ok.id }
  // Who was first is known only now.
  const now = (await load(asking, { child, about, today, me: asking.who.person })) ?? given
  return { kind: 'refused', faults: faultsOf(done.refused, today, now) }
}

const writing: FormDefinition<Given, TypedPaper> = {
  name: 'approval-on-paper',
  path: '/children/:child/approvals/:about/on-paper',
  lock: { may: ['see', 'plan'], log: 'wrote down what was answered on paper' },
  here: '/approvals',
  words: {
    thing: 'an answer on paper',
    title: ({ name, request }) => `Answered on paper: ${request.kind}, ${name}`,
    button: 'Write it down',
    done: 'Written down. It stands as given on paper, with your name beside it.',
    fields: {
      ...PAPER_FIELDS,
      ...{ answer: 'What the paper says', conditions: 'Conditions' },
    },
  },
  load,
  start: () => ({}),
  decide: (typed, _, today) => ({
    ok: {
      ...readingTyped(typed, today),
      ...{ answer: typed.one('answer'), conditions: typed.words('conditions') },
    },
  }),
  save,
  leadsTo: ({ child, about }) => `/children/${child}/requests/${about}`,
  Fields,
}
export const paperForm = makeForm(writing)
