// Who works with a child, put right and taken back: other days of the same person, or never so at all.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, parseDay } from '#calendar'
import {
  CORRECTED,
  DayField,
  type FieldsProps,
  type Form,
  makeCorrection,
  makeRetraction,
  PickField,
  TAKEN_BACK_WORDS,
} from '#forms'
import { correctDays } from '../store.ts'
import { changingForms, common, LABELS, load, partWords, whys } from './change-worker.tsx'
import { type DaysGiven, decideDays, type NewDays } from './change-worker-form.ts'

/** Two days as a range of the record holds them. */
const daysIn = (during: string): readonly (IsoDay | null)[] =>
  during
    .slice(1, -1)
    .split(',')
    .map((text) => parseDay(text) ?? null)
function daysWords(during: string): string {
  const [since = null, until = null] = daysIn(during)
  return `${since === null ? 'Not known' : formatDay(since)} to ${until === null ? 'now' : formatDay(until)}`
}
const shown = (on: IsoDay | null | undefined): readonly string[] => [on == null ? '' : formatDay(on)]

const DaysFields: FC<FieldsProps<DaysGiven>> = (of) => {
  const { given } = of
  return (
    <>
      <p>
        {given.nameOf(given.worker)}, {partWords(given.part)}. If it was somebody else, or another part, take it back.
      </p>
      <DayField
        of={of}
        name="since"
        label="From which day?"
        hint="With the year, for example 27 Nov 2026"
        looks="ahead"
      />
      <DayField
        of={of}
        name="until"
        label="From which day no longer?"
        hint="Empty it while they work together."
        looks="ahead"
      />
      <PickField of={of} name="because" label="Why did it end, if it did?" items={whys} none="It did not end" />
      <p>
        {given.nameOf(given.worker)} sees the record of {given.name} on these days. Who came before or after stays: put
        their days right too. Open actions stay with whoever has them.
      </p>
    </>
  )
}
const correcting = makeCorrection<DaysGiven, NewDays, 'kith.allocation'>({
  ...common,
  name: 'correct-allocation',
  path: '/children/:child/worker/:about/correct',
  lock: { may: ['see', 'header'], log: 'corrected an allocation' },
  words: {
    ...CORRECTED,
    thing: 'a correction of who works with a child',
    title: ({ nameOf, worker, name }) => `Put right when ${nameOf(worker)} works with ${name}`,
    fields: LABELS,
  },
  table: 'kith.allocation',
  given: async (asking, at, { line, worker, role: part, during }) => {
    const given = await load(asking, at)
    return given && { ...given, line, worker, part, since: daysIn(during)[0] ?? null }
  },
  asTyped: ({ during, end_reason }) => {
    const [since, until] = daysIn(during)
    return { since: shown(since), until: shown(until), because: [end_reason ?? ''] }
  },
  decide: decideDays,
  correct: async (asking, days, { version }) => await correctDays(asking, version, days),
  Fields: DaysFields,
})

const takingBack = makeRetraction({
  ...common,
  name: 'retract-allocation',
  path: '/children/:child/worker/:about/retract',
  lock: { may: ['see', 'header'], log: 'took back an allocation' },
  thing: 'taking back who works with a child',
  done: TAKEN_BACK_WORDS,
  table: 'kith.allocation',
  given: load,
  shows: ({ worker, role, during }, { name, nameOf }) => ({
    title: `who works with ${name}`,
    rows: [
      ['Who', nameOf(worker)],
      ['The part', partWords(role)],
      ['When', daysWords(during)],
    ],
    also: `If they worked together and it ended, record the end instead. They see the record of ${name} no longer by it. Whoever it was before stays ended, and open actions stay with whoever has them.`,
  }),
})

export const allocationForms: readonly Form[] = [...changingForms, correcting, takingBack]
