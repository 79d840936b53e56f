// The form of a home far away: why, what the child wishes, what would bring them nearer; or that they stay, and how what matters is kept close.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { readParts, writeParts } from '#database'
import { wholeTyped } from '#drafts'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  LineField,
  PickField,
  type Reading,
  TicksField,
  WordsField,
} from '#forms'
import { saidOf, valuesIn } from '#people'
import { chosenAmong, type FactGiven, makeFactForms } from '#people/pages'
import {
  FAR_ANSWERS_SAID,
  FAR_HEALTH_SAID,
  FAR_PARTS,
  FAR_REASONS,
  FAR_WISHES_SAID,
  WOULD_HELP_SAID,
} from '../far-words.ts'
import { amongHomes, NO_HOME } from './among-homes.tsx'

const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <p>
      Distance can fail a child, and it can keep one safe. Say which it is. A child who is settled stays: that is as
      good an answer as coming nearer.
    </p>
    <PickField of={of} name="placement" label="Which home?" items={of.given.among} />
    <DayField of={of} name="on_day" label="On which day did it stand so?" looks="back" />
    <ChoiceField of={of} name="reason" label="Why do they live far from home?" items={FAR_REASONS} />
    <WordsField of={of} name="why" label="Why, in your words" hint="They may ask one day." rows={3} />
    <ChoiceField of={of} name="wish" label={`What does ${of.given.name} wish?`} items={FAR_WISHES_SAID} />
    <ChoiceField of={of} name="answer" label="What was decided?" items={FAR_ANSWERS_SAID} />
    <h2 class="govuk-heading-m">If they will come nearer</h2>
    <TicksField of={of} name="would_help" label="What would bring them nearer?" items={WOULD_HELP_SAID} />
    <DayField of={of} name="nearer_by" label="By when is that hoped for, if it can be said?" looks="ahead" />
    <WordsField of={of} name="plan" label="What is done for it, and by whom" rows={3} />
    <h2 class="govuk-heading-m">If they stay</h2>
    <DayField of={of} name="officer_agreed" label="When did the reviewing officer agree?" looks="back" />
    <h2 class="govuk-heading-m">How we keep close what matters</h2>
    <LineField
      of={of}
      name="family_minutes"
      width="govuk-input--width-3"
      label="Minutes to their family, one way"
      hint="As it is travelled. Leave it empty if nobody has measured it."
    />
    <WordsField of={of} name="family" label="Family" rows={2} />
    <WordsField of={of} name="siblings" label="Brothers and sisters" rows={2} />
    <LineField
      of={of}
      name="school_minutes"
      width="govuk-input--width-3"
      label="Minutes to school, one way"
      hint="As it is travelled."
    />
    <WordsField of={of} name="school" label="School" rows={2} />
    <PickField of={of} name="health" label="Health care there" items={FAR_HEALTH_SAID} none="Not known" />
    <WordsField of={of} name="health_words" label="Health" rows={2} />
  </>
)

const DAY_OF_MINUTES = 1440
const SCHOOL_MINUTES = 600
function minutesIn(r: Reading, field: string, most: number): number | null {
  const text = r.typed.one(field)
  if (text === '') return null
  const read = wholeTyped(text)
  if (read !== undefined && read >= 0 && read <= most) return read
  r.fault(field, `Write whole minutes from 0 to ${most}, or leave it empty.`)
  return null
}

function answerIn(r: Reading) {
  const wish = r.choice('wish', valuesIn(FAR_WISHES_SAID), 'Say what they wish, or that nobody has asked.')
  const answer = r.choice('answer', valuesIn(FAR_ANSWERS_SAID), 'Say what was decided, or that it is not decided yet.')
  const ticked = r.typed.all('would_help')
  const would_help = valuesIn(WOULD_HELP_SAID).filter((one) => ticked.includes(one))
  const nearer_by = r.dayAheadIfAny('nearer_by', 'the day by which it is hoped for')
  const officer_agreed = r.dayIfAny('officer_agreed', 'the day on which the reviewing officer agreed')
  if (answer === 'nearer' && would_help.length === 0)
    r.fault('would_help', 'Say what would bring them nearer: at least one of these.')
  if (answer !== 'nearer' && nearer_by !== null)
    r.fault('nearer_by', 'A day is written only where they will come nearer.')
  if (answer === 'stays') {
    if (wish === 'nearer') r.fault('answer', 'They wish to live nearer. Plan it, or say that it is not decided yet.')
    if (wish === 'not asked') r.fault('wish', 'That they stay is agreed with them. Ask them first.')
    if (officer_agreed === null) r.fault('officer_agreed', 'Write the day on which the reviewing officer agreed.')
    for (const part of ['family', 'school'])
      if (r.typed.words(part) === '') r.fault(part, 'Say how it is kept close from here.')
  }
  return { wish, answer, would_help, nearer_by, officer_agreed }
}

export const farForms: readonly Form[] = makeFactForms<'kith.home_distance'>({
  ...{ name: 'far-from-home', path: 'far-homes', table: 'kith.home_distance', scope: 'plan', tab: '/home-decisions' },
  ...{ thing: 'why a home is far', title: (name) => `Why ${name} lives far from home` },
  fields: {
    ...{ placement: 'Which home', on_day: 'On which day', reason: 'Why it is far', why: 'Why, in words' },
    ...{ wish: 'What they wish', answer: 'What was decided', would_help: 'What would bring them nearer' },
    ...{ nearer_by: 'By when', plan: 'What is done', officer_agreed: 'Reviewing officer agreed' },
    ...{ family_minutes: 'Minutes to family', family: 'Family', siblings: 'Brothers and sisters' },
    ...{ school_minutes: 'Minutes to school', school: 'School', health: 'Health care', health_words: 'Health' },
  },
  among: amongHomes,
  noneToChoose: NO_HOME,
  once: ({ placement, on_day }) => `${placement} ${on_day}`,
  says: ({ on_day, reason, answer }) =>
    `on ${dayWords(on_day)}: ${saidOf(FAR_REASONS, reason).toLowerCase()}; ${answer === 'stays' ? 'they stay' : answer === 'nearer' ? 'they will come nearer' : 'not decided'}`,
  asTyped: (version) => {
    const parts = readParts(version.words, FAR_PARTS)
    const number = (value: number | null) => [value === null ? '' : String(value)]
    return {
      ...{ placement: [version.placement], on_day: [dayWords(version.on_day)], reason: [version.reason] },
      ...{ wish: [version.wish], answer: [version.answer], would_help: version.would_help },
      ...{ nearer_by: [dayWords(version.nearer_by)], officer_agreed: [dayWords(version.officer_agreed)] },
      ...{ family_minutes: number(version.family_minutes), school_minutes: number(version.school_minutes) },
      health: [version.health ?? ''],
      ...Object.fromEntries(FAR_PARTS.map((part) => [part, [parts?.[part] ?? '']])),
    }
  },
  read: (r, given) => {
    const placement = chosenAmong(r, given, 'placement')
    const on_day = r.day('on_day', 'the day on which it stood so')
    const reason = r.choice('reason', valuesIn(FAR_REASONS), 'Say why they live far from home.')
    const school_minutes = minutesIn(r, 'school_minutes', SCHOOL_MINUTES)
    const family_minutes = minutesIn(r, 'family_minutes', DAY_OF_MINUTES)
    const health = r.choiceIfAny('health', valuesIn(FAR_HEALTH_SAID))
    return { placement, on_day, reason, ...answerIn(r), school_minutes, family_minutes, health }
  },
  words: (r) => {
    const why = r.words('why', 'Say why, in your words.')
    const parts = FAR_PARTS.filter((part) => part !== 'why').map((part) => [part, r.typed.words(part)])
    return writeParts({ why, ...Object.fromEntries(parts) }) ?? ''
  },
  Fields,
})
