// What is asked of what hangs on a home: address and who may know it, who lives there, approval, skills, holds, reviews and visits.
import { ChoiceField, DayField, type Form, itemsOf, LineField, PickField, TicksField, WordsField } from '#forms'
import {
  APPROVED_FOR,
  DECIDED_BY,
  EVENTS,
  HOLDS,
  LEVELS,
  PARTS_OF_HOME,
  POWERS,
  READER_WORDS,
  SEXES,
  SKILLS,
} from '../home-codes-data.ts'
import {
  readAddress,
  readApproval,
  readEvent,
  readHold,
  readPerson,
  readSkill,
  wordsOfAddress,
  wordsOfApproval,
  wordsOfEvent,
  wordsOfHold,
  wordsOfPerson,
  wordsOfSkill,
} from '../reading-homes.ts'
import { type HomeFields, makeHomeForms, type PartOfHome, SHORT, takingBack, typedOf } from './home-forms.tsx'
import { household } from './household-form.tsx'

const Address: HomeFields = (of) => (
  <>
    <WordsField of={of} name="address" label="Address" rows={3} />
    <LineField of={of} name="postcode" label="Postcode" width="govuk-input--width-10" />
    <DayField of={of} name="since" label="Since when?" looks="back" />
    <ChoiceField
      of={of}
      name="who_may_know"
      label="Who may know this address?"
      items={[
        { value: 'all', text: 'Whoever works with homes' },
        { value: 'kept', text: 'Fewer: it is protected', hint: 'Then it is on no list, and no area is shown.' },
      ]}
    />
    <TicksField of={of} name="audience" label="If fewer: who?" items={itemsOf(READER_WORDS)} />
    <PickField of={of} name="power" label="If fewer: by what power?" none="Not kept back" items={itemsOf(POWERS)} />
    <DayField of={of} name="decided" label="If fewer: when was that decided?" looks="back" />
    <WordsField of={of} name="why" label="If fewer: who decided it, and why?" rows={2} />
    <LineField of={of} name="must_not" label="Is there anybody who must not know it?" />
  </>
)
const address: PartOfHome<'kith.household_address'> = {
  ...{ table: 'kith.household_address', at: 'address', thing: 'the address of a home', title: 'The address' },
  ...{ log: 'the address of a home', Fields: Address, start: { who_may_know: ['all'] } },
  fields: {
    ...{ address: 'Address', postcode: 'Postcode', since: 'Since', who_may_know: 'Who may know', audience: 'Who' },
    ...{ power: 'By what power', decided: 'Decided', why: 'Who decided it, and why', must_not: 'Who must not know' },
  },
  read: readAddress,
  words: wordsOfAddress,
  asTyped: (row) => ({
    ...typedOf(row, ['since', 'decided']),
    who_may_know: [row.audience === null ? 'all' : 'kept'],
  }),
}

const Person: HomeFields = (of) => (
  <>
    <LineField of={of} name="name" label="What are they called?" />
    <ChoiceField of={of} name="part" label="Who are they in this home?" items={itemsOf(PARTS_OF_HOME)} />
    <DayField of={of} name="born" label="When were they born, if you know?" looks="back" />
    <DayField of={of} name="since" label="Since when do they live there, if not from the beginning?" looks="back" />
    <DayField of={of} name="until" label="Until when, if they left or will leave?" looks="ahead" />
    <WordsField of={of} name="about" label="What should a child know of them before they come?" rows={3} />
  </>
)
const person: PartOfHome<'kith.household_person'> = {
  ...{ table: 'kith.household_person', at: 'people', thing: 'somebody who lives in a home', title: 'Who lives there' },
  ...{ log: 'who lives in a home', Fields: Person },
  fields: { name: 'Name', part: 'Who they are', born: 'Born', since: 'Since', until: 'Until', about: 'About them' },
  read: readPerson,
  words: wordsOfPerson,
  asTyped: (row) => typedOf(row, ['born', 'since', 'until']),
}

const Approval: HomeFields = (of) => (
  <>
    <p>New terms are a new row: what held before stays. Of a registered home, this is its registration.</p>
    <DayField of={of} name="decided" label="When was it decided?" looks="back" />
    <ChoiceField of={of} name="decided_by" label="Who decided it?" items={itemsOf(DECIDED_BY)} />
    <TicksField of={of} name="kinds" label="For what?" items={itemsOf(APPROVED_FOR)} />
    <LineField of={of} name="places" label="For how many children?" width={SHORT} />
    <LineField of={of} name="age_from" label="From which age?" hint="0 for babies" width={SHORT} />
    <LineField
      of={of}
      name="age_to"
      label="To which age?"
      hint="The last year of age: 17 means until 18"
      width={SHORT}
    />
    <ChoiceField of={of} name="sexes" label="For whom?" items={itemsOf(SEXES)} />
    <DayField of={of} name="since" label="From which day do these terms hold?" hint="With the year" looks="ahead" />
    <DayField of={of} name="until" label="Until which day, if they end?" hint="With the year" looks="ahead" />
    <TicksField
      of={of}
      name="named_only"
      label="Only for children who are named in the decision?"
      items={[{ value: 'yes', text: 'Yes, for nobody else' }]}
    />
    <TicksField
      of={of}
      name="temporary"
      label="Approved for a time, before the assessment of a connected person (regulation 24)?"
      items={[{ value: 'yes', text: 'Yes, for a time' }]}
    />
    <WordsField
      of={of}
      name="decision"
      label="Where the decision is found, and what it says beyond these terms"
      rows={3}
    />
  </>
)
const approval: PartOfHome<'kith.household_approval'> = {
  ...{ table: 'kith.household_approval', at: 'approvals', thing: 'the approval of a home', title: 'The approval' },
  ...{ log: 'the approval of a home', Fields: Approval },
  fields: {
    ...{ decided: 'Decided', decided_by: 'By whom', kinds: 'For what', places: 'How many', age_from: 'From age' },
    ...{ age_to: 'To age', sexes: 'For whom', since: 'From', until: 'Until', named_only: 'Named children only' },
    ...{ temporary: 'For a time', decision: 'The decision' },
  },
  read: readApproval,
  words: wordsOfApproval,
  asTyped: (row) => typedOf(row, ['decided', 'since', 'until']),
}

const Skill: HomeFields = (of) => (
  <>
    <PickField of={of} name="kind" label="What is it?" items={itemsOf(SKILLS)} />
    <ChoiceField of={of} name="level" label="How do they know it?" items={itemsOf(LEVELS)} />
    <DayField of={of} name="learned" label="When, if there is a day?" looks="back" />
    <DayField of={of} name="renew_by" label="By when is it renewed, if it runs out?" looks="ahead" />
    <WordsField of={of} name="about" label="What it was, and for whom it helped" rows={2} />
  </>
)
const skill: PartOfHome<'kith.household_skill'> = {
  ...{ table: 'kith.household_skill', at: 'skills', thing: 'a skill of a home', title: 'A skill or training' },
  ...{ log: 'a skill of a home', Fields: Skill },
  fields: { kind: 'What', level: 'How they know it', learned: 'When', renew_by: 'Renewed by', about: 'About it' },
  read: readSkill,
  words: wordsOfSkill,
  asTyped: (row) => typedOf(row, ['learned', 'renew_by']),
}

const Hold: HomeFields = (of) => (
  <>
    <p>How many places are free is worked out. Here is only what nobody could know otherwise.</p>
    <ChoiceField
      of={of}
      name="kind"
      label="Why can places not be offered?"
      hint="A concern about somebody is not written here: it belongs to those who look into it."
      items={itemsOf(HOLDS)}
    />
    <LineField of={of} name="places" label="How many places?" hint="Leave it empty for all of them." width={SHORT} />
    <DayField of={of} name="since" label="From which day?" hint="With the year, where it lies back" looks="ahead" />
    <DayField of={of} name="until" label="Until which day, if you know?" looks="ahead" />
    <WordsField of={of} name="why" label="Why, and who said so" rows={2} />
  </>
)
const hold: PartOfHome<'kith.household_hold'> = {
  ...{
    table: 'kith.household_hold',
    at: 'holds',
    thing: 'places that are held',
    title: 'Places that cannot be offered',
  },
  ...{ log: 'places of a home that are held', Fields: Hold, start: { since: ['today'] } },
  fields: { kind: 'Why', places: 'How many', since: 'From', until: 'Until', why: 'Who said so' },
  read: readHold,
  words: wordsOfHold,
  asTyped: (row) => typedOf(row, ['since', 'until']),
}

const Event: HomeFields = (of) => (
  <>
    <ChoiceField of={of} name="kind" label="What happened?" items={itemsOf(EVENTS)} />
    <DayField of={of} name="happened" label="When?" looks="back" />
    <WordsField of={of} name="found" label="Who came, what was found, and what comes of it" rows={4} />
  </>
)
const event: PartOfHome<'kith.household_event'> = {
  ...{ table: 'kith.household_event', at: 'events', thing: 'a review or visit of a home', title: 'A review or visit' },
  ...{ log: 'a review or visit of a home', Fields: Event },
  fields: { kind: 'What', happened: 'When', found: 'What was found' },
  read: readEvent,
  words: wordsOfEvent,
  asTyped: (row) => typedOf(row, ['happened']),
}

export const partForms: readonly Form[] = [
  ...makeHomeForms(household),
  ...makeHomeForms(address),
  ...makeHomeForms(person),
  ...makeHomeForms(approval),
  ...makeHomeForms(skill),
  ...makeHomeForms(hold),
  ...makeHomeForms(event),
  takingBack,
]
