// The forms of court proceedings and of panels on secure accommodation.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { currentOf } from '#database'
import { DayField, type FieldsProps, type Form, LineField, PickField, WordsField } from '#forms'
import { saidOf, valuesIn } from '#people'
import { chosenAmong, type FactGiven, makeFactForms } from '#people/pages'
import { PANEL_OUTCOMES, PROCEEDINGS_KINDS } from '../court-words.ts'

type Fields = FC<FieldsProps<FactGiven>>
const common = { scope: 'legal', tab: '/courts-and-panels' } as const
const MOST_EXTENSIONS = 20

const Case: Fields = (of) => (
  <>
    <p>
      Care and supervision proceedings end within 26 weeks of the day of issue. The court may add eight weeks at a time.
    </p>
    <PickField of={of} name="kind" label="What are they for?" items={PROCEEDINGS_KINDS} />
    <DayField of={of} name="issued" label="When was the application issued?" looks="back" />
    <LineField
      of={of}
      name="extensions"
      width="govuk-input--width-2"
      label="How many times was it extended?"
      hint="Each by eight weeks. 0 for none."
    />
    <DayField of={of} name="final" label="When did they end, if they did?" looks="back" />
    <WordsField of={of} name="words" label="Which court, its number, and what was ordered" rows={4} />
  </>
)
const proceedings = makeFactForms<'kith.proceedings'>({
  ...{ ...common, name: 'proceedings', path: 'proceedings', table: 'kith.proceedings' },
  ...{ thing: 'court proceedings', title: (name) => `Court proceedings about ${name}` },
  fields: {
    kind: 'What they are for',
    issued: 'When they were issued',
    extensions: 'Extensions',
    final: 'When they ended',
    words: 'Which court',
  },
  once: ({ issued }) => String(issued),
  start: { extensions: ['0'] },
  says: ({ issued, final, extensions }) =>
    `issued ${dayWords(issued)}, extended ${extensions} times, ${final === null ? 'not over' : `over ${dayWords(final)}`}`,
  asTyped: ({ kind, issued, extensions, final, words }) => ({
    kind: [kind ?? ''],
    ...{ issued: [dayWords(issued)], extensions: [String(extensions)], final: [dayWords(final)], words: [words ?? ''] },
  }),
  read: (r) => {
    const kind = r.choice('kind', valuesIn(PROCEEDINGS_KINDS), 'Choose what the proceedings are for.')
    const issued = r.day('issued', 'the day of issue')
    const final = r.dayIfAny('final', 'the day on which they ended')
    const typed = r.typed.one('extensions')
    const extensions = /^[0-9]{1,2}$/.test(typed) ? Number(typed) : -1
    if (extensions < 0 || extensions > MOST_EXTENSIONS)
      r.fault('extensions', `Write a number from 0 to ${MOST_EXTENSIONS}.`)
    if (final !== null && final < issued)
      r.fault('final', 'They cannot end before they were issued. Look at both days.')
    return { kind, issued, extensions, final }
  },
  words: (r) => r.typed.words('words'),
  Fields: Case,
})

const Panel: Fields = (of) => (
  <>
    <p>A panel of at least three looks at it within a month of the order, and then at least every three months.</p>
    <PickField of={of} name="power" label="Which order?" items={of.given.among} none="Choose the order" />
    <DayField of={of} name="held" label="When did the panel meet?" looks="back" />
    <PickField of={of} name="outcome" label="What did it find?" items={PANEL_OUTCOMES} />
    <WordsField of={of} name="words" label={`What ${of.given.name} and others said, and why`} rows={5} />
  </>
)
const panels = makeFactForms<'kith.secure_panel'>({
  ...{ ...common, name: 'secure-panel', path: 'secure-panels', table: 'kith.secure_panel' },
  ...{ thing: 'a panel on secure accommodation', title: (name) => `A panel on secure accommodation for ${name}` },
  fields: { power: 'Which order', held: 'When', outcome: 'What it found', words: 'Why' },
  among: async (asking, child) =>
    (await currentOf(asking, 'kith.legal_basis', child))
      .filter(({ kind }) => kind === 'secure accommodation order')
      .map(({ line, made, made_by }) => ({
        value: line,
        text: `Secure accommodation order, ${dayWords(made ?? made_by)}`,
      })),
  noneToChoose: 'No secure accommodation order is recorded. Record the order first.',
  once: ({ power, held }) => `${power} ${held}`,
  says: ({ held, outcome }) => `${dayWords(held)}: ${saidOf(PANEL_OUTCOMES, outcome).toLowerCase()}`,
  asTyped: ({ power, held, outcome, words }) => ({
    ...{ power: [power], held: [dayWords(held)], outcome: [outcome], words: [words ?? ''] },
  }),
  read: (r, given) => ({
    power: chosenAmong(r, given, 'power'),
    held: r.day('held', 'the day of the panel'),
    outcome: r.choice('outcome', valuesIn(PANEL_OUTCOMES), 'Choose what the panel found.'),
  }),
  words: (r) => r.words('words', 'Say what was said, and why.'),
  Fields: Panel,
})

export const courtForms: readonly Form[] = [...proceedings, ...panels]
