// The form of how a home was chosen: each preference of the law answered, with a reason for what is not so.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { readParts, writeParts } from '#database'
import { ChoiceField, DayField, type FieldsProps, type Form, PickField, type Reading, WordsField } from '#forms'
import { capital } from '#look'
import { chosenAmong, type FactGiven, makeFactForms } from '#people/pages'
import {
  ANSWERS,
  fieldOf,
  PREFERENCE_NAMES,
  PREFERENCES,
  type Preference,
  REASON_ASKED,
  whyOf,
} from '../decision-words.ts'
import { amongHomes, NO_HOME } from './among-homes.tsx'

const PARTS = ['why', ...PREFERENCE_NAMES] as const
const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <p>
      The law prefers these homes, so far as that is right and can be done. Where one is not so for {of.given.name}, say
      why: they may ask one day.
    </p>
    <PickField of={of} name="placement" label="Which home?" items={of.given.among} />
    <DayField of={of} name="decided" label="When was it chosen?" looks="back" />
    {PREFERENCE_NAMES.map((one) => (
      <>
        <ChoiceField of={of} name={fieldOf(one)} label={`${PREFERENCES[one]}?`} items={ANSWERS} />
        <WordsField of={of} name={whyOf(one)} label={REASON_ASKED[one]} rows={2} />
      </>
    ))}
    <WordsField of={of} name="why" label={`Why is this home right for ${of.given.name}?`} rows={4} />
  </>
)

const answerTo = (r: Reading, one: Preference): 'so' | 'not so' | 'no question' =>
  r.choice(fieldOf(one), ['so', 'not so', 'no question'], `Say whether it is so: ${PREFERENCES[one].toLowerCase()}.`)

export const homeChoiceForms: readonly Form[] = makeFactForms<'kith.home_choice'>({
  ...{ name: 'home-choice', path: 'home-choices', table: 'kith.home_choice', scope: 'plan', tab: '/home-decisions' },
  ...{ thing: 'how a home was chosen', title: (name) => `How a home was chosen for ${name}` },
  fields: {
    ...{ placement: 'Which home', decided: 'When it was chosen', why: 'Why it is right' },
    ...Object.fromEntries(
      PREFERENCE_NAMES.flatMap((one) => [
        [fieldOf(one), PREFERENCES[one]],
        [whyOf(one), `${capital(PREFERENCES[one])}: why not`],
      ]),
    ),
  },
  among: amongHomes,
  noneToChoose: NO_HOME,
  once: ({ placement }) => placement,
  says: ({ decided, not_so }) =>
    `chosen ${dayWords(decided)}${not_so.length === 0 ? '' : `; not so: ${not_so.join(', ')}`}`,
  asTyped: ({ placement, decided, so, not_so, words }) => {
    const said = readParts(words, PARTS)
    return {
      ...{ placement: [placement], decided: [dayWords(decided)], why: [said?.why ?? ''] },
      ...Object.fromEntries(
        PREFERENCE_NAMES.flatMap((one) => [
          [fieldOf(one), [so.includes(one) ? 'so' : not_so.includes(one) ? 'not so' : 'no question']],
          [whyOf(one), [said?.[one] ?? '']],
        ]),
      ),
    }
  },
  read: (r, given) => {
    const placement = chosenAmong(r, given, 'placement')
    const decided = r.day('decided', 'the day on which it was chosen')
    const answers = PREFERENCE_NAMES.map((one) => ({ one, answer: answerTo(r, one) }))
    for (const { one, answer } of answers)
      if (answer === 'not so' && r.typed.words(whyOf(one)) === '') r.fault(whyOf(one), 'Say why it is not so.')
    const those = (which: string) => answers.flatMap(({ one, answer }) => (answer === which ? [one] : []))
    return { placement, decided, so: those('so'), not_so: those('not so') }
  },
  words: (r) => {
    const why = r.words('why', 'Say why this home is right.')
    const reasons = PREFERENCE_NAMES.map((one) => [one, r.typed.words(whyOf(one))])
    return writeParts({ why, ...Object.fromEntries(reasons) }) ?? ''
  },
  Fields,
})
