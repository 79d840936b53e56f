// The forms of what is known in a year of a young person who left care: whether we are in touch, what they do, where they live.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { ChoiceField, type FieldsProps, type Form, PickField, type Reading } from '#forms'
import { returnYearEnding, returnYears, saidOf, valuesIn } from '#people'
import { type FactGiven, makeFactForms } from '#people/pages'
import { DOES, IN_TOUCH, LIVES, NEVER_SUITABLE } from '../care-leaver-words-data.ts'

const yearsOf = (today: IsoDay): readonly IsoDay[] => returnYears.map((which) => returnYearEnding(which, today))
const SUITS = [
  { value: '1', text: 'Yes, it suits them' },
  { value: '2', text: 'No, it does not' },
] as const

const Fields: FC<FieldsProps<FactGiven>> = (of) => {
  const years = [...new Set([of.typed.one('year'), ...yearsOf(of.today)])].filter((year) => year !== '')
  return (
    <>
      <PickField
        of={of}
        name="year"
        label="Which year?"
        hint="The return asks as things stood round their birthday in it."
        items={years.map((value) => ({ value, text: `The year to ${dayWords(value)}` }))}
      />
      <ChoiceField of={of} name="in_touch" label={`Are we in touch with ${of.given.name}?`} items={IN_TOUCH} />
      <PickField of={of} name="activity" label="What do they do?" items={DOES} none="No answer yet" />
      <PickField of={of} name="accommodation" label="Where do they live?" items={LIVES} none="No answer yet" />
      <ChoiceField of={of} name="suits" label="Does it suit them?" items={SUITS} />
    </>
  )
}

function accommodationIn(r: Reading): string | null {
  const letter = r.choiceIfAny('accommodation', valuesIn(LIVES))
  if (letter === null || letter === '0') return letter
  const suits = r.choice('suits', ['1', '2'], 'Say whether it suits them.')
  if (suits === '1' && NEVER_SUITABLE.includes(letter))
    r.fault('suits', 'The return holds that this does not suit anybody. Choose the other answer.')
  return `${letter}${suits}`
}

function yearIn(r: Reading): string {
  const year = r.typed.one('year')
  if (!/^(?:19|20|21)\d\d-03-31$/.test(year)) r.fault('year', 'Choose the year.')
  return year
}

export const careLeaverForms: readonly Form[] = makeFactForms<'kith.care_leaver_answer'>({
  ...{
    name: 'care-leaver',
    path: 'care-leaver-answers',
    table: 'kith.care_leaver_answer',
    scope: 'plan',
    byAdviser: true,
    tab: '/plan',
  },
  ...{ thing: 'how a young person is after care', title: (name) => `How ${name} is after care` },
  fields: {
    ...{ year: 'Which year', in_touch: 'Whether we are in touch', activity: 'What they do' },
    ...{ accommodation: 'Where they live', suits: 'Whether it suits them' },
  },
  once: ({ year_ending }) => year_ending,
  start: (today) => ({ year: [returnYearEnding('this-year', today)] }),
  says: ({ year_ending, in_touch, activity, accommodation }) =>
    [
      `the year to ${dayWords(year_ending)}`,
      saidOf(IN_TOUCH, in_touch),
      saidOf(DOES, activity),
      saidOf(LIVES, accommodation?.slice(0, 1) ?? null),
    ].join('; '),
  asTyped: ({ year_ending, in_touch, activity, accommodation }) => ({
    ...{ year: [year_ending], in_touch: [in_touch ?? ''], activity: [activity ?? ''] },
    accommodation: [accommodation?.slice(0, 1) ?? ''],
    suits: [accommodation?.slice(1) ?? ''],
  }),
  read: (r) => ({
    year_ending: yearIn(r),
    in_touch: r.choice('in_touch', valuesIn(IN_TOUCH), 'Say whether we are in touch.'),
    activity: r.choiceIfAny('activity', valuesIn(DOES)),
    accommodation: accommodationIn(r),
  }),
  Fields,
})
