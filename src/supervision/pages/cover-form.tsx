// The form that says who stands in while a manager is away: of those who see the children of these teams already.
import type { IsoDay } from '#calendar'
import { DayField, type Form, type Item, isId, makeForm, PickField, reading, WordsField } from '#forms'
import { InsetText } from '#look'
import { workersCalled } from '#workforce'
import { mayStandIn, supervisees, writeStaff } from '../staff-store.ts'
import { HERE, LEADS, toList } from './staff-words.tsx'

type Away = { readonly away: string; readonly name: string; readonly others: readonly Item[] }
type CoverOk = { readonly stands_in: string; readonly since: IsoDay; readonly until: IsoDay; readonly why: string }
export const coverForm: Form = makeForm<Away, CoverOk>({
  ...{ name: 'supervision-cover', path: '/supervision/workers/:about/away', here: HERE },
  lock: { may: LEADS, log: 'said who stands in for a manager' },
  words: {
    ...{ thing: 'who stands in for a manager', button: 'Save', done: 'Saved.' },
    title: ({ name }) => `While ${name} is away`,
    fields: { stands_in: 'Who stands in', since: 'From', until: 'Until', why: 'Why' },
  },
  load: async (asking, { about, today, me }) => {
    if (about === null || !isId(about)) return undefined
    const mine =
      about === me || (await supervisees(asking, today)).some(({ id, part }) => id === about && part === 'manager')
    if (!mine) return undefined
    const name = (await workersCalled(asking, [about])).get(about) ?? 'this manager'
    const others = (await mayStandIn(asking, about, today)).map((one) => ({ value: one.id, text: one.name }))
    return { away: about, name, others }
  },
  start: () => ({}),
  decide: (typed, { others }, today) => {
    const read = reading(typed, today)
    const stands_in = others.find(({ value }) => value === typed.one('stands_in'))?.value
    if (stands_in === undefined) read.fault('stands_in', 'Choose who stands in.')
    const [since, until] = [read.dayAhead('since', 'the first day'), read.dayAhead('until', 'the last day')]
    if (until < since) read.fault('until', 'The last day comes after the first.')
    const why = typed.words('why')
    return read.result((): CoverOk => ({ stands_in: stands_in ?? '', since, until, why }))
  },
  Fields: (of) => (
    <>
      {of.given.others.length === 0 ? (
        <InsetText>
          Nobody else manages these teams, so nobody else sees their children. Ask an administrator to make somebody a
          manager of the team for those days; then they can be chosen here.
        </InsetText>
      ) : (
        <PickField
          of={of}
          name="stands_in"
          label="Who stands in?"
          hint="Those who manage these teams, or the service above: they see the children already."
          items={of.given.others}
        />
      )}
      <DayField of={of} name="since" label="From which day?" looks="ahead" />
      <DayField of={of} name="until" label="Until which day?" hint="The last day of it" looks="ahead" />
      <WordsField of={of} name="why" label="Anything they should know" rows={2} />
    </>
  ),
  save: async (asking, { why, ...columns }, { given }) => ({
    kind: 'saved',
    id: await writeStaff(asking, 'kith.supervision_cover', {
      columns: { ...columns, away: given.away },
      words: { why },
    }),
  }),
  leadsTo: toList,
})
