// The form of permanence: the way, its alternatives that are followed at the same time, and what it waits for since when.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import {
  type Asking,
  correct,
  currentOf,
  type RecordColumns,
  readParts,
  recordFirst,
  retract,
  type Version,
  writeParts,
} from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  makeRecordForms,
  PickField,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { ALTERNATIVES, isOption, isWaitsFor, OPTIONS, WAITS } from '../permanence.ts'

type Plan = Version<'kith.permanence_plan'>
type Given = { readonly name: string; readonly reviews: readonly Item[] }
type Ok = { readonly columns: RecordColumns<'kith.permanence_plan'>; readonly words: string | undefined }

const items = (words: Readonly<Record<string, string>>): readonly Item[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

async function given(asking: Asking, { child }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined || child === null) return undefined
  const reviews = await currentOf(asking, 'kith.review', child)
  const latest = reviews.toSorted((a, b) => (a.held < b.held ? 1 : -1)).slice(0, 12)
  return {
    name: known.name ?? 'this child',
    reviews: latest.map(({ line, held }) => ({ value: line, text: `The review of ${dayWords(held)}` })),
  }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField of={of} name="option" label={`Where will ${of.given.name} grow up?`} items={items(OPTIONS)} />
    <TicksField
      of={of}
      name="parallel"
      label="What is followed at the same time, in case that cannot be?"
      hint="Parallel plans: nobody waits for one to fail before the other begins."
      items={ALTERNATIVES.map((value) => ({ value, text: OPTIONS[value] }))}
    />
    <DayField of={of} name="decided" label="Since when is that the plan?" looks="back" />
    <PickField of={of} name="review" label="Which review named it?" items={of.given.reviews} none="None" />
    <WordsField of={of} name="why" label={`Why is that right for ${of.given.name}?`} rows={4} />
    <ChoiceField of={of} name="waits_for" label="What does it wait for?" items={items(WAITS)} />
    <DayField of={of} name="waits_since" label="Since when does it wait?" looks="back" />
    <WordsField of={of} name="next" label="What is done about it next, and by whom?" rows={3} />
  </>
)

function decide(typed: Typed, { name, reviews }: Given, today: IsoDay) {
  const read = reading(typed, today)
  const [option, waits_for, review] = [typed.one('option'), typed.one('waits_for'), typed.one('review')]
  const parallel = typed.all('parallel').filter((one) => one !== '')
  if (!isOption(option)) read.fault('option', `Say where ${name} will grow up.`)
  if (parallel.some((one) => !ALTERNATIVES.some((other) => other === one)))
    read.fault('parallel', 'Choose from the list.')
  else if (parallel.includes(option)) read.fault('parallel', 'That is the plan itself. Choose another, or none.')
  const decided = read.day('decided', 'the day')
  if (review !== '' && !reviews.some(({ value }) => value === review))
    read.fault('review', 'Choose the review from the list.')
  if (!isWaitsFor(waits_for)) read.fault('waits_for', 'Say what it waits for, or that it waits for nothing.')
  const since = waits_for === 'nothing' ? null : read.day('waits_since', 'the day since which it waits')
  if (waits_for === 'nothing' && typed.one('waits_since') !== '')
    read.fault('waits_since', 'It waits for nothing, so leave the day empty.')
  const words = writeParts({ why: read.words('why', `Say why that is right for ${name}.`), next: typed.words('next') })
  const columns = { option, parallel, decided, review: review === '' ? null : review, waits_for, waits_since: since }
  return read.result(() => ({ columns, words }))
}

export const permanenceForms: readonly Form[] = makeRecordForms<Given, Ok, 'kith.permanence_plan'>({
  ...{ name: 'permanence', path: 'permanence', table: 'kith.permanence_plan', here: '/', decide, Fields, given },
  leadsTo: ({ child }: At) => `/children/${child}/plan`,
  lock: { may: ['write', 'plan'], log: 'recorded a plan for permanence' },
  words: {
    ...{ thing: 'a plan for permanence', button: 'Save the plan', done: 'Plan for permanence saved.' },
    title: ({ name }) => `Where ${name} will grow up`,
    fields: {
      ...{ option: 'Where', parallel: 'At the same time', decided: 'Since when', review: 'Which review', why: 'Why' },
      ...{ waits_for: 'What it waits for', waits_since: 'Since when it waits', next: 'What is next' },
    },
  },
  start: () => ({ decided: ['today'] }),
  record: async (asking, row, { child }) => await recordFirst(asking, 'kith.permanence_plan', { child, ...row }),
  asTyped: ({ option, parallel, decided, review, waits_for, waits_since, words }: Plan) => {
    const said = readParts(words, ['why', 'next'])
    return {
      ...{ option: [option], parallel, decided: [dayWords(decided)], review: [review ?? ''], waits_for: [waits_for] },
      waits_since: [waits_since === null ? '' : dayWords(waits_since)],
      ...{ why: [said?.why ?? ''], next: [said?.next ?? ''] },
    }
  },
  correct: async (asking, { columns, words }, id) =>
    await correct(asking, 'kith.permanence_plan', { id, columns, words: words ?? null }),
  shows: ({ option, decided, words }, { name }) => ({
    title: `the plan for permanence for ${name} of ${dayWords(decided)}`,
    rows: [
      ['Where', isOption(option) ? OPTIONS[option] : option],
      ['Why', readParts(words, ['why'])?.why ?? 'Nothing'],
    ],
  }),
  retract: async (asking, id, reason) => await retract(asking, 'kith.permanence_plan', { id, reason }),
})
