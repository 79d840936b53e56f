// Deciding on a request with reasons: approve, approve with conditions, refuse, send back; and withdrawing one's own.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { type AnswerRefusal, answerRequest, decisionRefusalWords, type TypedAnswer, withdrawRequest } from '#decisions'
import {
  type At,
  ChoiceField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  type Outcome,
  WordsField,
} from '#forms'
import { Stack } from '#look'
import { Answered, AskedFor, momentWords, type Request, requestOf, TheirWords } from './request.tsx'

const ANSWERS = [
  { value: 'approved', text: 'Approve' },
  { value: 'approved with conditions', text: 'Approve with conditions' },
  { value: 'refused', text: 'Refuse' },
  { value: 'sent back', text: 'Send back', hint: 'Say what to change; they can ask again' },
] as const

async function load(asking: Asking, { child, about, today }: At): Promise<Request | undefined> {
  return child === null || about === null ? undefined : await requestOf(asking, { child, line: about, today })
}

const Fields: FC<FieldsProps<Request>> = (of) => (
  <>
    <Stack>
      <Answered {...of.given} />
      <AskedFor {...of.given} />
      <TheirWords {...of.given} />
    </Stack>
    <ChoiceField of={of} name="answer" label="Your decision" items={ANSWERS} />
    <WordsField of={of} name="conditions" label="Conditions, if there are any" rows={2} />
    <WordsField
      of={of}
      name="reasons"
      label="Your reasons"
      hint={`Write them so that ${of.given.name} can understand them one day.`}
    />
  </>
)

const FIELD_OF: Readonly<Record<string, string>> = {
  'answer unknown': 'answer',
  'reasons missing': 'reasons',
  'conditions missing': 'conditions',
}
function faultsOf(
  refused: readonly AnswerRefusal[],
  today: IsoDay,
  { nameOf }: Pick<Request, 'nameOf'>,
): readonly Fault[] {
  return refused.map((one) => ({
    field: typeof one === 'string' ? (FIELD_OF[one] ?? '') : '',
    says: decisionRefusalWords(one, today, { nameOf, on: momentWords }),
  }))
}

type Context = At & { readonly given: Request }
async function save(asking: Asking, typed: TypedAnswer, { child, about, today, given }: Context): Promise<Outcome> {
  const done = await answerRequest(asking, { child: child ?? '', request: about ?? '' }, { typed, today })
  if ('refused' in done) {
    // Who was first is known only now.
    const now = (await load(asking, { child, about, today, me: asking.who.person })) ?? given
    return { kind: 'refused', faults: faultsOf(done.refused, today, now) }
  }
  return { kind: 'saved', id: done.ok.id }
}

const answering: FormDefinition<Request, TypedAnswer> = {
  name: 'approval-answer',
  path: '/children/:child/approvals/:about/answer',
  lock: { may: ['see', 'plan'], log: 'decided on a request' },
  here: '/approvals',
  words: {
    thing: 'a decision on a request',
    title: ({ name, request }) => `Decide: ${request.kind}, ${name}`,
    button: 'Save decision',
    done: 'Decided. Whoever asked sees it.',
    fields: { answer: 'Your decision', conditions: 'Conditions', reasons: 'Your reasons' },
  },
  load,
  start: () => ({}),
  decide: (typed) => ({
    ok: { answer: typed.one('answer'), reasons: typed.words('reasons'), conditions: typed.words('conditions') },
  }),
  save,
  leadsTo: () => '/approvals',
  Fields,
}

const WithdrawFields: FC<FieldsProps<Request>> = (of) => (
  <>
    <AskedFor {...of.given} />
    <WordsField of={of} name="reasons" label="Why you withdraw it" rows={3} />
  </>
)

const withdrawing: FormDefinition<Request, string> = {
  name: 'approval-withdrawal',
  path: '/children/:child/approvals/:about/withdraw',
  lock: { may: ['see', 'plan'], log: 'withdrew a request' },
  here: '/approvals',
  words: {
    thing: 'a withdrawal of a request',
    title: ({ name, request }) => `Withdraw: ${request.kind}, ${name}`,
    button: 'Withdraw request',
    done: 'Withdrawn. It waits for nobody.',
    fields: { reasons: 'Why you withdraw it' },
  },
  load,
  start: () => ({}),
  decide: (typed) => ({ ok: typed.words('reasons') }),
  save: async (asking, reasons, { child, about, today, given }) => {
    const done = await withdrawRequest(asking, { child: child ?? '', request: about ?? '' }, { reasons, today })
    return 'refused' in done
      ? { kind: 'refused', faults: faultsOf(done.refused, today, given) }
      : { kind: 'saved', id: done.ok.id }
  },
  leadsTo: () => '/approvals',
  Fields: WithdrawFields,
}

export const answerForms: readonly Form[] = [makeForm(answering), makeForm(withdrawing)]
