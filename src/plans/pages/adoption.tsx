// The forms of adoption for the return: the decision that a child should be placed for adoption, and the adoption itself.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { ChoiceField, DayField, type FieldsProps, type Form, PickField } from '#forms'
import { saidOf, valuesIn } from '#people'
import { type FactGiven, makeFactForms } from '#people/pages'
import { ADOPTERS_ARE, WHO_ADOPTS, WHY_REVERSED } from '../adoption-words-data.ts'

const DecisionFields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <DayField
      of={of}
      name="decided"
      label={`When was it decided that ${of.given.name} should be placed for adoption?`}
      looks="back"
    />
    <DayField
      of={of}
      name="matching_referred"
      label="When were they referred to a service that finds adopters elsewhere, if they were?"
      hint="Within three months, unless a match is being worked on here."
      looks="back"
    />
    <DayField
      of={of}
      name="early_permanence"
      label="When was a home with adopters who foster first considered?"
      hint="By the day of the decision, whether or not there is one."
      looks="back"
    />
    <DayField of={of} name="ceased" label="When was that decision reversed, if it was?" looks="back" />
    <PickField of={of} name="cease_reason" label="Why was it reversed?" items={WHY_REVERSED} none="It was not" />
  </>
)
const decisionForms = makeFactForms<'kith.adoption_decision'>({
  ...{ name: 'adoption-decision', path: 'adoption-decisions', table: 'kith.adoption_decision', scope: 'adoption' },
  ...{ thing: 'a decision to place for adoption', title: (name) => `The decision to place ${name} for adoption` },
  fields: {
    ...{ decided: 'When it was decided', ceased: 'When it was reversed', cease_reason: 'Why it was reversed' },
    matching_referred: 'When they were referred for matching',
    early_permanence: 'When adopters who foster first were considered',
  },
  once: ({ decided }) => String(decided),
  says: ({ decided, ceased }) =>
    `decided ${dayWords(decided)}${ceased === null ? '' : `, reversed ${dayWords(ceased)}`}`,
  asTyped: ({ decided, ceased, cease_reason, matching_referred, early_permanence }) => ({
    early_permanence: [dayWords(early_permanence)],
    matching_referred: [dayWords(matching_referred)],
    ...{ decided: [dayWords(decided)], ceased: [dayWords(ceased)], cease_reason: [cease_reason ?? ''] },
  }),
  read: (r) => {
    const decided = r.day('decided', 'the day of the decision')
    const ceased = r.dayIfAny('ceased', 'the day on which it was reversed')
    const cease_reason = r.choiceIfAny('cease_reason', valuesIn(WHY_REVERSED))
    if (ceased !== null && ceased < decided) r.fault('ceased', 'It cannot be reversed before it was decided.')
    if (ceased !== null && cease_reason === null) r.fault('cease_reason', 'Say why it was reversed.')
    if (ceased === null && cease_reason !== null) r.fault('ceased', 'Write the day on which it was reversed.')
    const matching_referred = r.dayIfAny('matching_referred', 'the day on which they were referred')
    if (matching_referred !== null && matching_referred < decided)
      r.fault('matching_referred', 'They are referred after the decision. Look at both days.')
    const early_permanence = r.dayIfAny('early_permanence', 'the day on which it was considered')
    return { decided, ceased, cease_reason, matching_referred, early_permanence }
  },
  Fields: DecisionFields,
})

const NUMBERS = ['1', '2'] as const
const AdoptionFields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <DayField of={of} name="placed" label="When was it decided that adoption is best?" looks="back" />
    <DayField of={of} name="matched" label={`When was ${of.given.name} matched with who adopts them?`} looks="back" />
    <ChoiceField
      of={of}
      name="by_carer"
      label="Do the people who fostered them adopt them?"
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    <ChoiceField
      of={of}
      name="adopters"
      label="How many people adopt them?"
      items={[
        { value: '1', text: 'One' },
        { value: '2', text: 'Two' },
      ]}
    />
    <PickField of={of} name="adopters_sex" label="Who adopts them?" items={WHO_ADOPTS} none="Not known yet" />
    <PickField of={of} name="adopters_status" label="How do they live?" items={ADOPTERS_ARE} none="Not known yet" />
  </>
)
const adopted = makeFactForms<'kith.adoption'>({
  ...{ name: 'adoption', path: 'adoption', table: 'kith.adoption', scope: 'adoption' },
  ...{ thing: 'an adoption', title: (name) => `The adoption of ${name}` },
  fields: {
    ...{ placed: 'When it was decided', matched: 'When they were matched', by_carer: 'Whether their carers adopt' },
    ...{ adopters: 'How many adopt', adopters_sex: 'Who adopts', adopters_status: 'How they live' },
  },
  once: () => '',
  says: ({ placed, matched, adopters_sex }) =>
    `decided ${dayWords(placed) || 'on a day that is not known'}, matched ${dayWords(matched) || 'not yet'}; ${saidOf(WHO_ADOPTS, adopters_sex).toLowerCase()}`,
  asTyped: ({ placed, matched, by_carer, adopters, adopters_sex, adopters_status }) => ({
    ...{ placed: [dayWords(placed)], matched: [dayWords(matched)] },
    by_carer: [by_carer === null ? '' : by_carer ? 'yes' : 'no'],
    adopters: [String(adopters ?? '')],
    ...{ adopters_sex: [adopters_sex ?? ''], adopters_status: [adopters_status ?? ''] },
  }),
  read: (r) => {
    const [by, number] = [r.choiceIfAny('by_carer', ['yes', 'no']), r.choiceIfAny('adopters', NUMBERS)]
    const placed = r.dayIfAny('placed', 'the day of the decision')
    const matched = r.dayIfAny('matched', 'the day of matching')
    if (placed !== null && matched !== null && matched < placed)
      r.fault('matched', 'They cannot be matched before it was decided.')
    return {
      ...{ placed, matched },
      by_carer: by === null ? null : by === 'yes',
      adopters: number === null ? null : Number(number),
      adopters_sex: r.choiceIfAny('adopters_sex', valuesIn(WHO_ADOPTS)),
      adopters_status: r.choiceIfAny('adopters_status', valuesIn(ADOPTERS_ARE)),
    }
  },
  Fields: AdoptionFields,
})

export const adoptionForms: readonly Form[] = [...decisionForms, ...adopted]
