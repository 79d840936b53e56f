// An order that goes on: it was made longer, or its next hearing was set. What stood before stays true of its time.
import type { FC } from 'hono/jsx'
import { parseDay } from '#calendar'
import { type Asking, changeFrom, historyOf, type Version } from '#database'
import { type At, DayField, type FieldsProps, type FormDefinition, WordsField } from '#forms'
import { orTakenBack, partsOf, wordsIn } from '../event-store.ts'
import { decideOrderGoesOn, type GoesOnGiven, type NewCourse } from '../orders.ts'
import { mayGoOn } from '../power.ts'
import { common, refusedOn, shownDay } from './event-words.tsx'
import { loadOrders, lock, powerWords } from './orders.tsx'

/** `said`: with it so far. */
type Given = GoesOnGiven & { readonly said: string }
/** As a change: what is put right was never so. */
const wasMadeLonger = (versions: readonly Version<'kith.legal_basis'>[]): boolean =>
  versions.some(
    ({ change, until }, at) => change === 'change' && until !== null && until > (versions[at - 1]?.until ?? until),
  )
/** Of an order that stands; police protection is made longer by nobody. */
async function load(asking: Asking, at: At): Promise<Given | undefined> {
  const given = await loadOrders(asking, at)
  const goes = given?.powers.find(({ id }) => id === at.about)
  if (given === undefined || goes === undefined || goes.ended !== null || !mayGoOn(goes.kind)) return undefined
  const versions = (await historyOf(asking, 'kith.legal_basis', goes.line)).toSorted((a, b) =>
    a.recorded < b.recorded ? -1 : 1,
  )
  const row = versions.at(-1)
  const dayIn = (text: string | null | undefined) => parseDay(text ?? '') ?? null
  return {
    ...{ child: given.child, name: given.name, said: partsOf(row?.words ?? '', 'why')['why'] ?? '' },
    goes: { ...goes, until: dayIn(row?.until), hearing: dayIn(row?.hearing), longer: wasMadeLonger(versions) },
  }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>{powerWords(of.given.goes.kind)}.</p>
    <DayField
      of={of}
      name="until"
      label="On which day does it end now?"
      hint="Leave it as it is where nothing changed. An emergency protection order can be made longer once, by up to seven days (Children Act 1989, section 45(5) and (6))."
      looks="ahead"
    />
    <DayField of={of} name="hearing" label="When is the next hearing?" looks="ahead" />
    <WordsField of={of} name="why" label="What was decided, by whom, and why?" rows={3} />
  </>
)
export const orderGoesOn: FormDefinition<Given, NewCourse> = {
  ...common,
  name: 'order-goes-on',
  path: '/children/:child/orders/:about/goes-on',
  lock: lock('recorded how an order goes on'),
  words: {
    ...{ thing: 'how an order goes on', title: ({ name }) => `An order about ${name} goes on`, button: 'Save' },
    ...{ done: 'Saved.', fields: { until: 'Ends', hearing: 'Next hearing', why: 'What was decided' } },
  },
  load,
  start: ({ goes: { until, hearing } }) => ({ until: shownDay(until), hearing: shownDay(hearing) }),
  decide: decideOrderGoesOn,
  save: async (asking, { until, hearing, why }, { given: { goes, said } }) => {
    const words = wordsIn({ why: [said, why].filter(Boolean).join('\n\n') }).words
    const made = orTakenBack(
      await changeFrom(asking, 'kith.legal_basis', { id: goes.id, columns: { until, hearing }, words: words ?? null }),
    )
    return { kind: 'saved', id: 'ok' in made ? made.ok.id : goes.line }
  },
  refused: refusedOn('until'),
  Fields,
}
