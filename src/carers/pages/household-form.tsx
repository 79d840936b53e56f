// What is asked of a home itself: what it is and whose, how it can be lived in, and what those who live there like and hope for.
import { ChoiceField, DayField, itemsOf, LineField, PickField, TicksField, WordsField } from '#forms'
import { KINDS, LANGUAGES, PETS, PREFERS } from '../home-codes-data.ts'
import { readHousehold, wordsOfHousehold } from '../reading-homes.ts'
import { type HomeFields, type PartOfHome, SHORT, typedOf } from './home-forms.tsx'

const LifeThere: HomeFields = (of) => (
  <>
    <TicksField
      of={of}
      name="pets"
      label="Pets"
      hint="Leave all of them where nobody has asked."
      items={[...itemsOf(PETS), { value: 'none', text: 'No pets' }]}
    />
    <TicksField
      of={of}
      name="languages"
      label="Languages spoken at home"
      items={LANGUAGES.map((one) => ({ value: one, text: one === 'another' ? 'Another: say which below' : one }))}
    />
    <WordsField of={of} name="enjoy" label="What do they like to do?" rows={3} />
    <TicksField of={of} name="prefers" label="For whom do they most want to care?" items={itemsOf(PREFERS)} />
    <WordsField of={of} name="hopes" label="What they hope for, in their words" rows={2} />
    <WordsField of={of} name="about" label="What else is good to know" rows={3} />
  </>
)
const Household: HomeFields = (of) => (
  <>
    <ChoiceField of={of} name="kind" label="What kind of home is it?" items={itemsOf(KINDS)} />
    <LineField
      of={of}
      name="name"
      label="What is it called?"
      hint="For example the names of the carers, or of the home"
    />
    <LineField
      of={of}
      name="number"
      label="Its number, if you know it"
      hint="In your register of foster carers; of a registered home its number with the regulator"
      width="govuk-input--width-10"
    />
    <LineField of={of} name="provider" label="Which provider, where it is not ours?" />
    <LineField of={of} name="phone" label="Telephone" width="govuk-input--width-20" />
    <PickField of={of} name="supervisor" label="Supervising social worker" none="Nobody yet" items={of.given.workers} />
    <LineField
      of={of}
      name="supervision_weeks"
      label="How often are they visited, in weeks?"
      hint="As agreed with them. Without it nobody can say when a supervision visit is due."
      width={SHORT}
    />
    <LineField of={of} name="bedrooms" label="Bedrooms for children" width={SHORT} />
    <ChoiceField
      of={of}
      name="step_free"
      label="Can somebody in a wheelchair live there?"
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'not known', text: 'Not known' },
      ]}
    />
    <LifeThere {...of} />
    {!of.given.anew && (
      <DayField
        of={of}
        name="closed"
        label="From when is it no home for children any more?"
        hint="Leave it empty while it is one."
        looks="ahead"
      />
    )}
  </>
)
export const household: PartOfHome<'kith.household'> = {
  ...{
    table: 'kith.household',
    at: 'household',
    thing: 'a home',
    title: 'A home',
    log: 'a home',
    Fields: Household,
    start: { step_free: ['not known'] },
  },
  fields: {
    ...{ kind: 'Kind', name: 'Name', number: 'Number', provider: 'Provider', phone: 'Telephone' },
    ...{ supervisor: 'Supervising social worker', supervision_weeks: 'Weeks between visits', bedrooms: 'Bedrooms' },
    ...{ step_free: 'Wheelchair', pets: 'Pets', languages: 'Languages', enjoy: 'What they like to do' },
    ...{ prefers: 'For whom', hopes: 'What they hope for', about: 'What else', closed: 'No home from' },
  },
  read: (r, { workers }) => readHousehold(r, new Set(workers.map(({ value }) => value))),
  words: wordsOfHousehold,
  asTyped: (row) => ({
    ...typedOf(row, ['closed']),
    step_free: [row.step_free === null ? 'not known' : row.step_free ? 'yes' : 'no'],
    pets: row.pets === null ? [] : row.pets.length === 0 ? ['none'] : row.pets,
  }),
}
