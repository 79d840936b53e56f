// A child who may not be safe: raised from any page of a child or an audit, with whom to ring; answered by a named manager; never withdrawn.
import type { FC } from 'hono/jsx'
import { childById } from '#children'
import { type EmergencyNumber, numbersToRing, telephoneAddress } from '#council-face'
import { type Asking, recordFirst, writeParts } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type Item,
  isId,
  itemsOf,
  makeForm,
  PickField,
  reading,
  TimeField,
  WordsField,
} from '#forms'
import { Card, CardList, EmptyState, InsetText, WarningText } from '#look'
import { telephonesOf } from '#workforce'
import { type Manager, managersOfChild } from '../invitations-store.ts'
import { WORRIES } from '../loop.ts'
import { auditOf, type Concern, concernsOf } from '../store.ts'
import { auditAddress, colleagues, firstOf, picked, refused } from './audit-form.tsx'
import { Telephone } from './worries.tsx'

type Raising = {
  readonly child: string
  readonly name: string
  readonly audit: string | null
  readonly colleagues: readonly Item[]
  readonly numbers: readonly EmergencyNumber[]
  /** Who manages the child's worker, each with their number, where one is recorded. */
  readonly managers: readonly (Manager & { readonly telephone: string | undefined })[]
}
const Ring: FC<Pick<Raising, 'numbers' | 'managers' | 'name'>> = ({ numbers, managers, name }) => (
  <>
    <WarningText>
      If {name} is in danger this minute, ring 999 first. Ring the manager now; write afterwards.
    </WarningText>
    <Card title={`Who manages ${name}’s worker`} flush>
      {managers.length === 0 ? (
        <EmptyState>The record names nobody. Choose below who answers.</EmptyState>
      ) : (
        <CardList
          items={managers.map((one) => (
            <>
              {one.name}: <Telephone number={one.telephone} />
            </>
          ))}
        />
      )}
    </Card>
    {numbers.length > 0 && (
      <Card title="Whom to ring when nobody answers" flush>
        <CardList
          items={numbers.map(({ whom, number, hours }) => (
            <>
              {whom}: <a href={telephoneAddress(number)}>{number}</a>
              <span class="kith-note">{hours}</span>
            </>
          ))}
        />
      </Card>
    )}
  </>
)
const RaiseFields: FC<FieldsProps<Raising>> = (of) => (
  <>
    <Ring {...of.given} />
    <ChoiceField of={of} name="kind" label="What worries you?" items={itemsOf(WORRIES)} />
    <WordsField of={of} name="seen" label="What did you see or read?" rows={4} />
    <PickField
      of={of}
      name="named"
      label="Which manager answers?"
      hint="Today, where the child may not be safe now; otherwise within 24 hours."
      items={of.given.colleagues}
    />
    <ChoiceField
      of={of}
      name="rung"
      label="Have you rung them?"
      items={[
        { value: 'yes', text: 'Yes, we spoke' },
        { value: 'no', text: 'Not reached yet' },
      ]}
    />
    <WordsField of={of} name="said" label="What did they say?" rows={2} />
  </>
)
type Raised = {
  readonly columns: { readonly kind: string; readonly named: string; readonly rung: boolean }
  readonly words: string | undefined
}
function decideRaised(typed: Typed, given: Raising, today: At['today']) {
  const read = reading(typed, today)
  const kind = read.choice('kind', ['may not be safe now', 'not safeguarded'], 'Say what worries you.')
  const named = picked(read, 'named', { of: given.colleagues, says: 'Choose the manager who answers.' })
  const rung = read.choice('rung', ['yes', 'no'], 'Say whether you spoke.') === 'yes'
  const words = writeParts({ seen: read.words('seen', 'Say what you saw or read.'), rung: typed.words('said') })
  return read.result((): Raised => ({ columns: { kind, named, rung }, words }))
}
type Place = 'child' | 'audit'
async function loadRaising(asking: Asking, { child, about, today }: At, place: Place): Promise<Raising | undefined> {
  if (child === null) return undefined
  const audit = place === 'audit' && about !== null && isId(about) ? await auditOf(asking, child, about) : undefined
  const known = await childById(asking, child)
  if ((place === 'audit' && audit === undefined) || (known === undefined && audit === undefined)) return undefined
  const everybody = await colleagues(asking)
  const telephones = await telephonesOf(
    asking,
    everybody.map(({ value }) => value),
  )
  const managers = await managersOfChild(asking, child, today)
  const lists = {
    numbers: await numbersToRing(asking),
    managers: managers.map((one) => ({ ...one, telephone: telephones.get(one.id) })),
    colleagues: everybody.map(({ value, text }) => {
      const number = telephones.get(value)
      return { value, text: number === undefined ? text : `${text}, ${number}` }
    }),
  }
  return { child, name: firstOf(known?.name), audit: audit?.audit.line ?? null, ...lists }
}
const raising = (place: Place): FormDefinition<Raising, Raised> => ({
  ...{
    name: place === 'audit' ? 'concern-of-audit' : 'concern',
    here: place === 'audit' ? '/audits' : '/children',
    refused,
  },
  path: place === 'audit' ? '/children/:child/audits/:about/concern' : '/children/:child/concerns/record',
  lock: { may: place === 'audit' ? ['see', 'audit'] : ['see', 'header'], log: 'raised a concern' },
  words: {
    ...{ thing: 'a concern', button: 'Raise the concern', done: 'Raised. It stays until a manager has answered.' },
    title: ({ name }) => `A concern about ${name}`,
    fields: {
      kind: 'What worries you',
      seen: 'What you saw',
      named: 'Which manager',
      rung: 'Whether you spoke',
      said: 'What they said',
    },
  },
  load: async (asking, at) => await loadRaising(asking, at, place),
  start: ({ managers }) => ({ named: managers.length === 1 ? [managers[0]?.id ?? ''] : [] }),
  decide: decideRaised,
  save: async (asking, { columns, words }, { given: { child, audit }, today }) => {
    const made = await recordFirst(asking, 'kith.practice_concern', {
      child,
      columns: { ...columns, audit, raised: today },
      words,
    })
    return { kind: 'saved', id: made.line }
  },
  leadsTo: ({ child, about }) => (place === 'audit' ? auditAddress(child, about) : `/children/${child}/audits`),
  Fields: RaiseFields,
})

const ANSWERS = {
  'safe, seen today': 'Safe: somebody saw the child',
  'safe, with steps taken': 'Safe with what we have done',
  'not safe, acted on': 'Not safe: we acted',
  'no answer, out-of-hours told': 'Nobody answered: out-of-hours is told',
} as const
export const answerWords = (value: string): string => itemsOf(ANSWERS).find((one) => one.value === value)?.text ?? value
type Answering = Raising & { readonly concern: Concern }
const AnswerFields: FC<FieldsProps<Answering>> = (of) => (
  <>
    <InsetText>{of.given.concern.said?.seen ?? 'Taken out of sight'}</InsetText>
    <Ring {...of.given} />
    <ChoiceField of={of} name="answer" label="What is the answer?" items={itemsOf(ANSWERS)} />
    <PickField
      of={of}
      name="answered_by"
      label="Which manager answers?"
      none="Nobody was reached"
      items={of.given.colleagues}
    />
    <DayField of={of} name="answered" label="On which day?" looks="back" />
    <TimeField of={of} name="answered_time" label="At what time?" />
    <DayField
      of={of}
      name="seen"
      label={`When did somebody see ${of.given.name}?`}
      hint="Leave it empty where nobody has."
      looks="back"
    />
    <WordsField of={of} name="decided" label="What was decided, and why?" rows={4} />
  </>
)
function decideAnswer(typed: Typed, given: Answering, today: At['today']) {
  const read = reading(typed, today)
  const answer = read.choice(
    'answer',
    ['safe, seen today', 'safe, with steps taken', 'not safe, acted on', 'no answer, out-of-hours told'],
    'Say what the answer is.',
  )
  const nobody = answer === 'no answer, out-of-hours told'
  const by = typed.one('answered_by')
  if (!nobody && !given.colleagues.some(({ value }) => value === by))
    read.fault('answered_by', 'Choose the manager who answers.')
  if (nobody && by !== '') read.fault('answered_by', 'Nobody was reached: leave it empty.')
  const moment = read.moment('answered', 'the day of the answer')
  const seen = read.dayIfAny('seen', 'the day')
  if (answer === 'safe, seen today' && seen === null)
    read.fault('seen', 'Write the day on which somebody saw the child.')
  const words = writeParts({ decided: read.words('decided', 'Say what was decided, and why.') })
  return read.result(() => ({
    columns: { answer, answered_by: nobody ? null : by, answered: moment.from, seen },
    words,
  }))
}
type Answered = {
  readonly columns: {
    readonly answer: string
    readonly answered_by: string | null
    readonly answered: string
    readonly seen: string | null
  }
  readonly words: string | undefined
}
const answering: FormDefinition<Answering, Answered> = {
  ...{ name: 'concern-answer', path: '/children/:child/concerns/:about/answer', here: '/audits', refused },
  lock: { may: ['see', 'header'], log: 'answered a concern' },
  words: {
    ...{ thing: 'the answer to a concern', button: 'Save the answer', done: 'Answered.' },
    title: ({ name }) => `Answer a concern about ${name}`,
    fields: {
      answer: 'The answer',
      answered_by: 'Which manager',
      answered: 'When',
      answered_time: 'Time',
      seen: 'When seen',
      decided: 'What was decided',
    },
  },
  load: async (asking, at) => {
    const raised = await loadRaising(asking, at, 'child')
    const concern = raised && (await concernsOf(asking, raised.child)).find(({ line }) => line === at.about)
    return raised === undefined || concern === undefined ? undefined : { ...raised, concern }
  },
  start: ({ concern }) => ({ answered: ['today'], answered_by: [concern.named] }),
  decide: decideAnswer,
  save: async (asking, { columns, words }, { given: { child, concern } }) => {
    const made = await recordFirst(asking, 'kith.concern_answer', {
      child,
      columns: { ...columns, concern: concern.line },
      words,
    })
    return { kind: 'saved', id: made.id }
  },
  leadsTo: ({ child }) => `/children/${child}/audits`,
  Fields: AnswerFields,
}
export const concernForms: readonly Form[] = [
  makeForm(raising('child')),
  makeForm(raising('audit')),
  makeForm(answering),
]
