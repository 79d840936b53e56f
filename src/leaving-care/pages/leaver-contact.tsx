// The forms of contact with a young person after care: every attempt, by whom, how, and what came of it.
import type { FC } from 'hono/jsx'
import { allocationsOf } from '#allocations'
import { dayWords } from '#calendar'
import { childById } from '#children'
import { type Asking, correct, recordFirst, retract, type Version } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  DayField,
  type FieldsProps,
  type Form,
  makeRecordForms,
  PickField,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { saidOf, valuesIn } from '#people'
import { workersCalled } from '#workforce'
import { CAME_OF_IT, HOW } from '../leaver-words.ts'

type Contact = Version<'kith.leaver_contact'>
type Given = { readonly name: string; readonly me: string; readonly workers: ReadonlyMap<string, string> }

/** `version`: what is put right; whoever was in touch then is among the choices, also when they work elsewhere by now. */
async function given(asking: Asking, { child, me }: At, version?: Contact): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined) return undefined
  const working = (await allocationsOf(asking, known.child)).map(({ worker }) => worker)
  const people = new Set([me, ...working, ...(version === undefined ? [] : [version.made_by])])
  return { name: known.name ?? 'this child', me, workers: await workersCalled(asking, [...people]) }
}

type Ok = Pick<Contact, 'happened' | 'made_by' | 'how' | 'outcome' | 'offered'> & { readonly words: string }
function decide(typed: Typed, { workers }: Given, today: At['today']) {
  const r = reading(typed, today)
  const made_by = typed.one('made_by')
  if (!workers.has(made_by)) r.fault('made_by', 'Choose who was in touch, or tried.')
  const happened = r.day('happened', 'the day on which it happened')
  const how = r.choice('how', valuesIn(HOW), 'Choose how.')
  const outcome = r.choice('outcome', valuesIn(CAME_OF_IT), 'Choose what came of it.')
  const words = typed.words('words')
  if (outcome === 'in touch' && words === '') r.fault('words', 'Write in a few words how they are.')
  return r.result((): Ok => ({ happened, made_by, how, outcome, offered: typed.all('offered').includes('yes'), words }))
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField of={of} name="happened" label="When?" looks="back" />
    <PickField
      of={of}
      name="made_by"
      label="Who was in touch, or tried?"
      items={[...of.given.workers].map(([value, text]) => ({ value, text }))}
    />
    <PickField of={of} name="how" label="How?" items={HOW} />
    <PickField of={of} name="outcome" label="What came of it?" items={CAME_OF_IT} />
    <WordsField of={of} name="words" label={`How ${of.given.name} is, in their words where you have them`} rows={6} />
    <TicksField
      of={of}
      name="offered"
      label="From 21 to 25"
      items={[{ value: 'yes', text: 'The support of a personal adviser was offered' }]}
    />
  </>
)

const contactWords = ({ happened, how, outcome }: Pick<Contact, 'happened' | 'how' | 'outcome'>): string =>
  `${dayWords(happened)}: ${saidOf(HOW, how)}; ${saidOf(CAME_OF_IT, outcome)}`

export const contactForms: readonly Form[] = makeRecordForms<Given, Ok, 'kith.leaver_contact'>({
  ...{
    name: 'leaver-contact',
    path: 'leaver-contacts',
    table: 'kith.leaver_contact',
    here: '/children',
    given,
    decide,
    Fields,
  },
  leadsTo: ({ child }) => `/children/${child}/leaving-care`,
  lock: { may: ['write', 'plan', 'or adviser'], log: 'recorded a contact after care' },
  words: {
    ...{ thing: 'a contact after care', button: 'Save contact', done: 'Contact saved.' },
    title: ({ name }) => `In touch with ${name}`,
    fields: {
      ...{ happened: 'When', made_by: 'Who', how: 'How', outcome: 'What came of it', words: 'How they are' },
      offered: 'Support offered',
    },
  },
  start: ({ me }) => ({ happened: ['today'], made_by: [me] }),
  record: async (asking, { words, ...columns }, { child }) =>
    await recordFirst(asking, 'kith.leaver_contact', { child, columns, words }),
  asTyped: (version) => ({
    ...{ happened: [dayWords(version.happened)], made_by: [version.made_by], how: [version.how] },
    ...{ outcome: [version.outcome], offered: version.offered ? ['yes'] : [], words: [version.words ?? ''] },
  }),
  correct: async (asking, { words, ...columns }, id) =>
    await correct(asking, 'kith.leaver_contact', { id, columns, words }),
  shows: (version, { name }) => ({
    title: `In touch with ${name}`,
    rows: [
      ['In the record', contactWords(version)],
      ['What was written', version.words ?? 'Nothing'],
    ],
  }),
  retract: async (asking, id, reason) => await retract(asking, 'kith.leaver_contact', { id, reason }),
})
