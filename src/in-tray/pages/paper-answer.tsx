// Writing down what somebody who does not use Kith approved or refused on paper: who, in which office, on which day, and where the paper is.
import type { FC } from 'hono/jsx'
import { type IsoDay, spokenDay } from '#calendar'
import type { Asking } from '#database'
import { ON_PAPER, type PaperRefusal, paperRefusalWords, type TypedPaper, writePaperAnswer } from '#decisions'
import { documentsOf } from '#documents'
import {
  type At,
  ChoiceField,
  DayField,
  type Fault,
  type FieldsProps,
  type FormDefinition,
  type Item,
  LineField,
  makeForm,
  type Outcome,
  PickField,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { workersCalled } from '#workforce'
import { AskedFor, momentWords, type Request, requestOf } from './request.tsx'

type Given = Request & { readonly documents: readonly Item[] }
const ANSWERS: Readonly<Record<(typeof ON_PAPER)[number], string>> = {
  approved: 'Approved',
  'approved with conditions': 'Approved, with conditions',
  refused: 'Refused',
}

async function load(asking: Asking, { child, about, today }: At): Promise<Given | undefined> {
  const found = child === null || about === null ? undefined : await requestOf(asking, { child, line: about, today })
  if (found === undefined || child === null || !(found.mayPaper || found.request.answered !== undefined))
    return undefined
  const documents = (await documentsOf(asking, child)).flatMap(({ line, words }) =>
    words === undefined ? [] : [{ value: line, text: words.title }],
  )
  return { ...found, documents }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <AskedFor {...of.given} />
    <InsetText>
      You did not ask for this, and have read the paper. Your name stands beside what you write down.
    </InsetText>
    <ChoiceField
      of={of}
      name="answer"
      label="What does the paper say?"
      items={ON_PAPER.map((value) => ({ value, text: ANSWERS[value] }))}
    />
    <LineField of={of} name="by" label="Who gave it?" hint="Their name, as it stands on the paper" />
    <LineField of={of} name="office" label="In which office?" hint="For example: director of children’s services" />
    <DayField of={of} name="given" label="On which day?" hint="The day on the paper" looks="back" />
    <PickField
      of={of}
      name="document"
      label="Which document is the paper?"
      items={of.given.documents}
      none="It is not among the documents"
    />
    <LineField of={of} name="kept" label="Where is the paper kept?" />
    <WordsField of={of} name="conditions" label="Conditions, if there are any" rows={2} />
    <WordsField of={of} name="reasons" label="What it says, and the reasons that stand there" />
  </>
)

const FIELD_OF: Readonly<Record<string, string>> = {
  ...{ 'answer unknown': 'answer', 'by missing': 'by', 'by who asked': 'by', 'by who writes': 'by' },
  ...{ 'office missing': 'office', 'given no day': 'given', 'given after today': 'given', 'no paper': 'kept' },
  ...{ 'no such document': 'document', 'says missing': 'reasons' },
  'conditions missing': 'conditions',
}
function faultsOf(refused: readonly PaperRefusal[], today: IsoDay, { nameOf }: Given): readonly Fault[] {
  return refused.map((one) => ({
    field: typeof one === 'string' ? (FIELD_OF[one] ?? '') : '',
    says: paperRefusalWords(one, today, { nameOf, on: momentWords }),
  }))
}

type Context = At & { readonly given: Given }
async function save(asking: Asking, typed: TypedPaper, { child, about, today, given }: Context): Promise<Outcome> {
  const documents = given.documents.map(({ value }) => value)
  const which = { child: child ?? '', request: about ?? '' }
  const names = await workersCalled(asking, [asking.who.person, given.request.asked.by])
  const nameOf = (person: string): string => names.get(person) ?? ''
  const done = await writePaperAnswer(asking, which, { typed, today, documents, nameOf })
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
      ...{ answer: 'What the paper says', by: 'Who gave it', office: 'Office', given: 'Day', document: 'Document' },
      ...{ kept: 'Where it is kept', conditions: 'Conditions', reasons: 'What it says' },
    },
  },
  load,
  start: () => ({}),
  decide: (typed, _, today) => ({
    ok: {
      ...{ answer: typed.one('answer'), by: typed.one('by'), office: typed.one('office'), kept: typed.one('kept') },
      ...{ document: typed.one('document'), reasons: typed.words('reasons'), conditions: typed.words('conditions') },
      given: spokenDay(typed.one('given'), today, 'back') ?? typed.one('given'),
    },
  }),
  save,
  leadsTo: ({ child, about }) => `/children/${child}/requests/${about}`,
  Fields,
}
export const paperForm = makeForm(writing)
