// Reserving a place for a child in a home of the list: from when, until when it is asked again, and why.
import type { FC } from 'hono/jsx'
import { homeOf, homesOn, type Vacancies } from '#carers'
import { childById } from '#children'
import type { Asking } from '#database'
import { type At, DayField, type FieldsProps, type Form, isId, makeForm, reading, WordsField } from '#forms'
import { heldPlaces } from '../store.ts'

type Given = {
  readonly name: string
  readonly home: string
  readonly called: string
  readonly vacancies: Vacancies | undefined
}
async function load(asking: Asking, { child, about, today }: At): Promise<Given | undefined> {
  if (child === null || about === null || !isId(about)) return undefined
  const known = await childById(asking, child)
  const found = await homeOf(asking, about)
  if (known === undefined || found === undefined || found.table !== 'kith.household') return undefined
  const [on] = await homesOn(asking, today, found.home.line)
  const { line: home, words } = found.home
  return { name: known.name ?? 'this child', home, called: words.name, vacancies: on?.vacancies }
}
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>
      <strong>{of.given.called}</strong>
      <span class="kith-note">{of.given.vacancies?.says}</span>
    </p>
    <DayField of={of} name="since" label="From which day?" looks="back" />
    <DayField of={of} name="look_again" label="When does somebody ask whether it is still needed?" looks="ahead" />
    <WordsField of={of} name="what" label="Why, and who agreed" rows={3} />
  </>
)
type Ok = { readonly since: string; readonly look_again: string; readonly words: string }
export const reserveForm: Form = makeForm<Given, Ok>({
  ...{ name: 'place-reserved', path: '/children/:child/places-held/:about/reserve', here: '/homes', load, Fields },
  lock: { may: ['write', 'where'], log: 'reserved a place in a home' },
  // Whoever writes where a child lives reads this page; not all of them work with homes.
  leadsTo: ({ child }) => `/children/${child}/where`,
  words: {
    ...{ thing: 'a place that is reserved', button: 'Reserve', done: 'Reserved. The free places are counted anew.' },
    title: ({ name, called }) => `Reserve a place for ${name}: ${called}`,
    fields: { since: 'From', look_again: 'Asked again', what: 'Why, and who agreed' },
  },
  start: () => ({ since: ['today'] }),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const since = r.day('since', 'the day from which it is reserved')
    const look_again = r.dayAhead('look_again', 'the day on which somebody asks again')
    if (look_again <= since) r.fault('look_again', 'Choose a day after the one on which it began.')
    const words = r.words('what', 'Say why, and who agreed.')
    return r.result(() => ({ since, look_again, words }))
  },
  save: async (asking, { since, look_again, words }, { child, given: { home } }) => {
    const columns = {
      kind: 'reserved',
      placement: null,
      since,
      look_again,
      until: null,
      outcome: null,
      household: home,
    }
    const { id } = await heldPlaces.record(asking, { columns, words }, child ?? '')
    return { kind: 'saved', id }
  },
})
