// The form on which a leader decides what is usual: from which months the usual range is reckoned, what is aimed at, and why.
import type { FC } from 'hono/jsx'
import { addDays, type IsoDay } from '#calendar'
import { type FieldsProps, type Form, LineField, makeForm, PickField, WordsField } from '#forms'
import { decideBaseline, figuresByMonth } from '#record-figures'
import { decideOn } from '../baseline.ts'
import { MEASURES } from '../measure.ts'
import { monthWords } from './chart.tsx'

/** The first days of the months of which there are figures. */
type Given = { readonly months: readonly IsoDay[] }

const Fields: FC<FieldsProps<Given>> = (of) => {
  const months = of.given.months.map((month) => ({ value: month, text: monthWords(month) }))
  return (
    <>
      <p>
        Months are compared with the usual range of these months, and with nothing later, until somebody decides anew. A
        figure of twelve months has no usual range: for it the aim alone is drawn. What was decided before stays on the
        page of the figure.
      </p>
      <PickField
        of={of}
        name="measure"
        label="Which figure?"
        items={MEASURES.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <PickField of={of} name="first" label="First month that was usual" items={months} />
      <PickField
        of={of}
        name="last"
        label="Last month that was usual"
        hint="Twelve months are best, six the fewest."
        items={months}
      />
      <LineField
        of={of}
        name="aim"
        label="What do we aim at?"
        hint="A number, as in 95. Leave it empty where there is no aim."
        width="govuk-input--width-5"
      />
      <WordsField
        of={of}
        name="because"
        label="Who decided it, and why these months"
        hint="Name no child here."
        rows={4}
      />
    </>
  )
}

const baselineForm = makeForm<Given, Parameters<typeof decideBaseline>[2] & { readonly indicator: string }>({
  name: 'baseline',
  path: '/insight/baseline',
  lock: { may: { as: ['analyst', 'director'] }, log: 'decided what is usual for a figure' },
  here: '/insight',
  words: {
    thing: 'what is usual for a figure',
    title: () => 'Decide what is usual',
    button: 'Record this decision',
    done: 'What is usual is recorded.',
    fields: {
      ...{ measure: 'Which figure', first: 'First month that was usual', last: 'Last month that was usual' },
      ...{ aim: 'What we aim at', because: 'Who decided it, and why' },
    },
  },
  load: async (asking) => {
    const figures = await figuresByMonth(asking, ['cla_count'])
    const days = [...figures.values()].flat().map(({ day }) => day)
    return { months: days.map((one) => addDays(one, 1 - Number(one.slice(8)))) }
  },
  start: ({ months }) => {
    const [first, last] = [months.at(-13) ?? months[0], months.at(-2) ?? months.at(-1)]
    return { ...(first && { first: [first] }), ...(last && { last: [last] }) }
  },
  decide: (typed) =>
    decideOn({
      ...{ measure: typed.one('measure'), first: typed.one('first'), last: typed.one('last') },
      ...{ aim: typed.one('aim'), because: typed.words('because') },
    }),
  save: async (asking, { indicator, ...decided }) => ({
    kind: 'saved',
    id: await decideBaseline(asking, indicator, decided),
  }),
  leadsTo: () => '/insight',
  Fields,
})

export const insightForms: readonly Form[] = [baselineForm]
