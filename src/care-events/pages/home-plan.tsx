// The plan of a home as forms: which approved edition of the placement plan it is, and that whom the law names signed it.
import type { FC } from 'hono/jsx'
import { formatDay } from '#calendar'
import type { Asking, Version } from '#database'
import {
  type At,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  WordsField,
} from '#forms'
import { capital, InsetText } from '#look'
import { appropriatePerson, correctPlanOfHome, recordPlanOfHome, SIGNERS, signPlanOfHome } from '#placements'
import { approvedForHomes, type Edition, editionWords } from '#plans'
import { partsOf, plansOfHomes, wordsIn } from '../event-store.ts'
import { decidePlan, type EditionOfPlan, type NewPlanOk, type PlanGiven } from '../homes.ts'
import { HOMES, textOf } from '../plain-words-data.ts'
import { common, corrected, dayOrUnknown, refusedOn, shownDay, takenBack } from './event-words.tsx'
import { homesGiven } from './homes.tsx'

type Row = Version<'kith.placement_plan'>
type Given = Omit<PlanGiven, 'editions' | 'stands'> & {
  readonly editions: readonly (EditionOfPlan & Edition)[]
  readonly stands: readonly Row[]
}
const lock = (log: string) => ({ may: ['write', 'plan'], log }) as const
const refused = refusedOn('signed')
const fields = {
  ...{ edition: 'Which plan', signed: 'Signed', who_signed: 'Who signed' },
  ...{ report_hours: 'Hours until reported', late_why: 'Why after the start' },
}

async function given(asking: Asking, at: At, row?: Row): Promise<Given | undefined> {
  const known = await homesGiven(asking, at)
  const home = row?.placement ?? at.about
  const ends = known?.homes.find(({ id, line }) => id === home || line === home)
  if (known === undefined || ends === undefined) return undefined
  const editions = await approvedForHomes(asking, known.child)
  return { ...known, ends, editions, stands: await plansOfHomes(asking, known.child), rights: row?.line }
}

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { child, name, ends, editions, stands } = of.given
  const before = stands.find(({ placement, prepared }) => placement === ends.line && prepared !== null)
  return (
    <>
      <p>
        For the home that began on {formatDay(ends.since)}. The plan is ready before the start. Where that could not be,
        it follows within five working days, with the reason. {capital(SIGNERS[appropriatePerson(ends.kind)])} agrees to
        it and signs it.
      </p>
      <InsetText>
        {editions.length === 0 && 'No placement plan is approved yet. '}
        <a href={`/children/${child}/placement-plan/write`}>Write {name}’s placement plan</a>. What is approved there is
        signed here.
      </InsetText>
      {before !== undefined && (
        <p>In the record already: a plan of this home that was ready before it was written here.</p>
      )}
      {editions.length > 0 && <Signed {...of} />}
      <LineField
        of={of}
        name="report_hours"
        label={`Missing: after how many hours is ${name} reported?`}
        hint="0 means at once. What is without delay for this child, as the plan says it."
        width="govuk-input--width-3"
      />
    </>
  )
}
const Signed: FC<FieldsProps<Given>> = (of) => {
  const { ends, editions } = of.given
  return (
    <>
      <PickField
        of={of}
        name="edition"
        label="Which approved plan is it?"
        hint="Each home has an edition of its own."
        items={editions.map((one) => ({ value: one.edition, text: editionWords(one) }))}
      />
      <DayField
        of={of}
        name="signed"
        label={`The day on which ${SIGNERS[appropriatePerson(ends.kind)]} signed it`}
        hint="Leave it empty while they have not signed."
        looks="back"
      />
      <LineField of={of} name="who_signed" label="Their name" />
      <WordsField
        of={of}
        name="late_why"
        label="If it came after the start: why could it not be ready before?"
        hint="Leave it empty where the plan itself says why."
        rows={3}
      />
    </>
  )
}

/** What waits for a signature, or holds only the hours. */
const openRow = ({ stands, ends }: Given): Row | undefined =>
  stands.find(({ placement, prepared, signed }) => placement === ends.line && prepared === null && signed === null)

const start = (given: Given) => {
  const { editions, stands } = given
  const found = openRow(given)
  const free =
    editions.find(({ edition }) => edition === found?.edition) ??
    editions.find(({ edition }) => stands.every((one) => one.edition !== edition))
  return {
    edition: free === undefined ? [] : [free.edition],
    report_hours: typeof found?.report_hours === 'number' ? [String(found.report_hours)] : [],
  }
}

const recording: FormDefinition<Given, NewPlanOk> = {
  ...common,
  name: 'home-plan',
  path: '/children/:child/homes/:about/plan',
  lock: lock('recorded who agreed to a placement plan'),
  words: {
    ...{ thing: 'the plan of a home', title: ({ name }) => `The placement plan for ${name}`, button: 'Save' },
    ...{ done: 'Saved.', fields },
  },
  load: given,
  start,
  decide: decidePlan,
  save: async (asking, { plan, said }, { given: { child, ...given } }) => {
    const open = openRow({ child, ...given })
    const standing = open?.edition === null || open?.edition === plan.edition ? open : undefined
    const written = { ...plan, ...wordsIn(said) }
    if (standing === undefined) return { kind: 'saved', id: (await recordPlanOfHome(asking, child, written)).id }
    const signed = await signPlanOfHome(asking, standing.id, written)
    return 'ok' in signed
      ? { kind: 'saved', id: signed.ok.id }
      : { kind: 'refused', faults: [{ field: '', says: 'Somebody changed this plan meanwhile. Open it again.' }] }
  },
  refused,
  Fields,
}

const correcting = makeCorrection<Given, NewPlanOk, 'kith.placement_plan'>({
  ...{ ...common, refused, decide: decidePlan, Fields, given },
  name: 'home-plan-correct',
  path: '/children/:child/home-plans/:about/correct',
  lock: lock('corrected who agreed to a placement plan'),
  words: {
    ...corrected('the plan of a home'),
    title: ({ name }) => `Put right: the plan of a home of ${name}`,
    fields,
  },
  table: 'kith.placement_plan',
  asTyped: ({ edition, signed, report_hours, words }) => {
    const said = partsOf(words, 'why', 'who')
    return {
      ...{ edition: edition === null ? [] : [edition], signed: shownDay(signed), who_signed: [said['who'] ?? ''] },
      ...{ report_hours: [report_hours === null ? '' : String(report_hours)], late_why: [said['why'] ?? ''] },
    }
  },
  correct: async (asking, { plan, said }, { version }) =>
    await correctPlanOfHome(asking, version, { ...plan, ...wordsIn(said) }),
})

const takingBack = makeRetraction<Given, 'kith.placement_plan'>({
  ...takenBack('the plan of a home'),
  name: 'home-plan-retract',
  path: '/children/:child/home-plans/:about/retract',
  lock: lock('took back who agreed to a placement plan'),
  table: 'kith.placement_plan',
  given,
  shows: ({ prepared, signed }, { name, ends }) => ({
    title: `the plan of a home of ${name}`,
    rows: [
      ['The home', `${textOf(HOMES, ends.kind)}, since ${formatDay(ends.since)}`],
      ...(prepared === null ? [] : [['Ready', dayOrUnknown(prepared)] as const]),
      ['Signed', signed === null ? 'Not yet' : dayOrUnknown(signed)],
    ],
    also: 'The words of the plan stay where they are.',
  }),
})

export const homePlanForms: readonly Form[] = [makeForm(recording), correcting, takingBack]
