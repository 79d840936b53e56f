// That a child is named in an exemption from the usual fostering limit: of which home, since when, by whom (Children Act 1989 Sch 7 para 4).
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { type Asking, currentOf } from '#database'
import { DayField, type FieldsProps, type Form, type Item, PickField, WordsField } from '#forms'
import { saidOf } from '#people'
import { chosenAmong, type FactGiven, makeFactForms } from '#people/pages'
import { FOSTERING } from '../home-codes-data.ts'
import { homeOf } from '../store.ts'

const GRANTED_BY = [
  { value: 'this council', text: 'This council, since they live in our area' },
  { value: 'the council where they live', text: 'The council of the area where they live' },
] as const

/** The foster homes in which the child lives or lived, or has a place reserved; those that the asker may know. */
async function amongFosterHomes(asking: Asking, child: string): Promise<readonly Item[]> {
  const lived = (await currentOf(asking, 'kith.placement_household', child)).map(({ household }) => household)
  const reserved = (await currentOf(asking, 'kith.place_held', child)).flatMap(({ household }) => household ?? [])
  const items: Item[] = []
  for (const line of new Set([...lived, ...reserved])) {
    const found = await homeOf(asking, line)
    if (found !== undefined && FOSTERING.includes(found.home.kind))
      items.push({ value: found.home.line, text: found.home.words.name })
  }
  return items
}

const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <p>
      The notice names the children whom these carers may foster beyond the usual limit of three (Children Act 1989,
      Schedule 7, paragraph 4; unconfirmed, since we have not read the text). Record it for each child whom it names.
    </p>
    <PickField of={of} name="household" label="Which foster home?" items={of.given.among} />
    <DayField of={of} name="granted" label="When was it granted?" looks="back" />
    <DayField of={of} name="until" label="Until when, if it ends or was cancelled?" looks="ahead" />
    <PickField of={of} name="granted_by" label="By which council?" items={GRANTED_BY} />
    <WordsField of={of} name="words" label="Its conditions, and where the notice is found" rows={3} />
  </>
)
export const exemptionForms: readonly Form[] = makeFactForms<'kith.limit_exemption'>({
  ...{
    name: 'limit-exemption',
    path: 'limit-exemptions',
    table: 'kith.limit_exemption',
    scope: 'where',
    tab: '/where',
  },
  ...{ thing: 'an exemption from the usual fostering limit', among: amongFosterHomes },
  noneToChoose:
    'It is not said yet in which foster home they live, or for whom a place there is reserved. Say that first.',
  title: (name) => `An exemption from the usual fostering limit that names ${name}`,
  fields: {
    ...{ household: 'Which foster home', granted: 'Granted', until: 'Until', granted_by: 'By which council' },
    words: 'Conditions',
  },
  once: ({ household }) => household,
  says: ({ granted, until, granted_by }) =>
    `granted ${dayWords(granted)}${until === null ? '' : `, until ${dayWords(until)}`}, ${saidOf(GRANTED_BY, granted_by).toLowerCase()}`,
  asTyped: ({ household, granted, until, granted_by, words }) => ({
    ...{ household: [household], granted: [dayWords(granted)], until: [dayWords(until)], granted_by: [granted_by] },
    words: [words ?? ''],
  }),
  read: (r, given) => {
    const household = chosenAmong(r, given, 'household')
    const granted = r.day('granted', 'the day on which it was granted')
    const until = r.dayAheadIfAny('until', 'the day on which it ends')
    if (until !== null && until <= granted) r.fault('until', 'It ends after it was granted. Look at both days.')
    const granted_by = r.choice('granted_by', ['this council', 'the council where they live'], 'Say which council.')
    return { household, granted, until, granted_by }
  },
  words: (r) => r.typed.words('words'),
  Fields,
})
