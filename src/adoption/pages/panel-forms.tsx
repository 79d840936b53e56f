// The forms of an adoption panel with the decision after it, and of a notice that somebody means to be special guardian.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { DayField, type FieldsProps, type Form, PickField, WordsField } from '#forms'
import { saidOf, valuesIn } from '#people'
import { type FactGiven, makeFactForms } from '#people/pages'
import { PANEL_ABOUT, PANEL_DECISIONS } from '../panel-words.ts'

type Fields = FC<FieldsProps<FactGiven>>
const tab = '/courts-and-panels'

const Panel: Fields = (of) => (
  <>
    <PickField of={of} name="about" label="What was it about?" items={PANEL_ABOUT} />
    <DayField
      of={of}
      name="received"
      label="When did the decision-maker have the final minutes?"
      hint="Or the reports, where no panel is asked. From that day they have seven working days."
      looks="back"
    />
    <DayField of={of} name="decided" label="When did they decide, if they did?" looks="back" />
    <PickField of={of} name="outcome" label="What did they decide?" items={PANEL_DECISIONS} none="Nothing yet" />
    <DayField
      of={of}
      name="told_orally"
      label="When were the parents told by word of mouth?"
      hint="Within two working days."
      looks="back"
    />
    <DayField
      of={of}
      name="told_in_writing"
      label="When were the parents told in writing?"
      hint="Within five working days."
      looks="back"
    />
    <WordsField of={of} name="words" label="What the panel advised, and why it was decided so" rows={5} />
  </>
)
const panels = makeFactForms<'kith.adoption_panel'>({
  ...{ name: 'adoption-panel', path: 'adoption-panels', table: 'kith.adoption_panel', scope: 'adoption', tab },
  ...{ thing: 'an adoption panel', title: (name) => `An adoption panel about ${name}` },
  fields: {
    ...{ about: 'What it was about', received: 'When the minutes were there', decided: 'When it was decided' },
    ...{ outcome: 'What was decided', told_orally: 'Told by word of mouth', told_in_writing: 'Told in writing' },
    words: 'Why',
  },
  once: ({ about, received }) => `${about} ${received}`,
  says: ({ about, received, decided, outcome }) =>
    `${saidOf(PANEL_ABOUT, about).toLowerCase()}, minutes ${dayWords(received)}; ${decided === null ? 'not decided yet' : `${saidOf(PANEL_DECISIONS, outcome).toLowerCase()}, ${dayWords(decided)}`}`,
  asTyped: (version) => ({
    ...{ about: [version.about], received: [dayWords(version.received)], decided: [dayWords(version.decided)] },
    ...{ outcome: [version.outcome ?? ''], told_orally: [dayWords(version.told_orally)] },
    ...{ told_in_writing: [dayWords(version.told_in_writing)], words: [version.words ?? ''] },
  }),
  read: (r) => {
    const about = r.choice('about', valuesIn(PANEL_ABOUT), 'Choose what it was about.')
    const received = r.day('received', 'the day on which they had it')
    const decided = r.dayIfAny('decided', 'the day of the decision')
    const outcome = r.choiceIfAny('outcome', ['yes', 'no'])
    const told_orally = r.dayIfAny('told_orally', 'the day on which they were told')
    const told_in_writing = r.dayIfAny('told_in_writing', 'the day on which they were told in writing')
    if (decided !== null && decided < received)
      r.fault('decided', 'It cannot be decided before the minutes were there.')
    if (decided !== null && outcome === null) r.fault('outcome', 'Say what was decided.')
    if (decided === null && outcome !== null) r.fault('decided', 'Write the day on which it was decided.')
    for (const [field, told] of [
      ['told_orally', told_orally],
      ['told_in_writing', told_in_writing],
    ] as const)
      if (told !== null && (decided === null || told < decided)) r.fault(field, 'Parents are told once it is decided.')
    return { about, received, decided, outcome, told_orally, told_in_writing }
  },
  words: (r) => r.typed.words('words'),
  Fields: Panel,
})

const Notice: Fields = (of) => (
  <>
    <p>Who means to apply gives three months’ notice. In that time we write the report for the court.</p>
    <DayField of={of} name="received" label="When was the notice received?" looks="back" />
    <DayField of={of} name="reported" label="When was the report finished, if it is?" looks="back" />
    <DayField of={of} name="withdrawn" label="When was the notice withdrawn, if it was?" looks="back" />
    <WordsField of={of} name="words" label="Who gave notice, and the support that is planned" rows={5} />
  </>
)
const notices = makeFactForms<'kith.guardianship_notice'>({
  ...{
    name: 'guardianship-notice',
    path: 'guardianship-notices',
    table: 'kith.guardianship_notice',
    scope: 'legal',
    tab,
  },
  ...{ thing: 'a notice of special guardianship', title: (name) => `A notice of special guardianship for ${name}` },
  fields: {
    ...{ received: 'When it was received', reported: 'When the report was finished' },
    ...{ withdrawn: 'When it was withdrawn', words: 'Who, and the support' },
  },
  once: ({ received }) => String(received),
  says: ({ received, reported, withdrawn }) =>
    `received ${dayWords(received)}; ${withdrawn !== null ? `withdrawn ${dayWords(withdrawn)}` : reported === null ? 'no report yet' : `report ${dayWords(reported)}`}`,
  asTyped: ({ received, reported, withdrawn, words }) => ({
    ...{ received: [dayWords(received)], reported: [dayWords(reported)] },
    ...{ withdrawn: [dayWords(withdrawn)], words: [words ?? ''] },
  }),
  read: (r) => {
    const received = r.day('received', 'the day on which it was received')
    const reported = r.dayIfAny('reported', 'the day of the report')
    const withdrawn = r.dayIfAny('withdrawn', 'the day on which it was withdrawn')
    if (reported !== null && reported < received) r.fault('reported', 'The report comes after the notice.')
    if (withdrawn !== null && withdrawn < received)
      r.fault('withdrawn', 'It cannot be withdrawn before it was received.')
    return { received, reported, withdrawn }
  },
  words: (r) => r.words('words', 'Say who gave notice.'),
  Fields: Notice,
})

export const panelForms: readonly Form[] = [...panels, ...notices]
