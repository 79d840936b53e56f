// The telephone at work: one's own, or, for an administrator, that of somebody who works here.

import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import { type At, type FieldsProps, type Form, type FormDefinition, isId, LineField, makeForm, reading } from '#forms'
import { saveTelephone, telephonesOf, workersCalled } from '#workforce'

type Given = { readonly worker: string; readonly name: string; readonly number: string }
const NUMBER = /^(?=(?:\D*\d){5})[+(\d][\d ()+-]{3,24}$/

const Fields: FC<FieldsProps<Given>> = (of) => (
  <LineField
    of={of}
    name="number"
    label="Telephone at work"
    hint="Everybody in this council reads it: whoever fears for a child rings it. Leave it empty where there is none."
    width="govuk-input--width-20"
  />
)
async function load(asking: Asking, worker: string | null): Promise<Given | undefined> {
  if (worker === null || !isId(worker)) return undefined
  const name = (await workersCalled(asking, [worker])).get(worker)
  if (name === undefined) return undefined
  return { worker, name, number: (await telephonesOf(asking, [worker])).get(worker) ?? '' }
}
type Whose = Pick<FormDefinition<Given, string>, 'name' | 'path' | 'here' | 'lock' | 'leadsTo'> & {
  readonly whose: (at: At) => string | null
}
const telephone = ({ whose, ...more }: Whose): Form =>
  makeForm<Given, string>({
    ...more,
    words: {
      ...{ thing: 'a telephone number', button: 'Save the number', done: 'Saved.' },
      title: ({ name }) => `Telephone at work: ${name}`,
      fields: { number: 'Telephone at work' },
    },
    load: async (asking, at) => await load(asking, whose(at)),
    start: ({ number }) => ({ number: [number] }),
    decide: (typed, _, today) => {
      const read = reading(typed, today)
      const number = typed.one('number').trim()
      if (number !== '' && !NUMBER.test(number)) read.fault('number', 'Write a telephone number, as in 01733 123456.')
      return read.result(() => number)
    },
    save: async (asking, number, { given: { worker } }) => ({
      kind: 'saved',
      id: await saveTelephone(asking, worker, number),
    }),
    Fields,
  })

export const telephoneForms: readonly Form[] = [
  telephone({
    ...{ name: 'telephone', path: '/account/telephone', here: '/account', leadsTo: () => '/account' },
    lock: { may: 'worker', log: 'wrote their telephone at work' },
    whose: ({ me }) => me,
  }),
  telephone({
    ...{ name: 'telephone-of', path: '/settings/people/:about/telephone', here: '/settings/people' },
    leadsTo: () => '/settings/people',
    lock: { may: { as: ['administrator'] }, log: 'wrote the telephone at work of somebody' },
    whose: ({ about }) => about,
  }),
]
