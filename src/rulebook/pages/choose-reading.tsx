// How the council reads the law where it can be read in two ways: chosen by an administrator or director, with the reason, from a day.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, parseDay, spokenDay } from '#calendar'
import { choicesRecorded, type RecordedChoice, recordChoice } from '#clock'
import { mayBeSetTo, SWITCH_NAMES, SWITCHES, type SwitchName } from '#duties'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  savedAt,
  WordsField,
} from '#forms'
import type { Interpretation } from '#law'
import { CardList } from '#look'
import { COUNTED_RULES } from '../rulebook.ts'

type Given = {
  readonly asks: string
  readonly words: Readonly<Record<string, string>>
  readonly standing: string
  readonly history: readonly RecordedChoice[]
}
type Chosen = { readonly choice: string; readonly from: IsoDay; readonly because: string }

/** The interpretation that a switch settles, as the rules state it. */
export const interpretationOf = (name: SwitchName): Interpretation | undefined =>
  COUNTED_RULES.flatMap(({ interpretations = [] }) => interpretations).find(
    ({ name: own }) => own === SWITCHES[name].interpretation,
  )

export const switchOf = ({ name }: Pick<Interpretation, 'name'>): SwitchName | undefined =>
  SWITCH_NAMES.find((one) => SWITCHES[one].interpretation === name)

export const choiceWords = (name: SwitchName, choice: string): string =>
  interpretationOf(name)?.readings[choice] ?? (name === 'pepFromAge' ? `From the age of ${choice}.` : choice)

export const slugOf = (name: SwitchName): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const LONGEST = 2000

/** Chosen for a later day only: what the ledger said of a day that has begun stays what it was. */
function decideChoice(
  name: SwitchName,
  typed: { readonly choice: string; readonly from: string; readonly because: string },
  today: IsoDay,
): { readonly ok: Chosen } | { readonly faults: readonly { readonly field: string; readonly says: string }[] } {
  const from = spokenDay(typed.from, today, 'ahead')
  const faults: { field: string; says: string }[] = []
  if (!mayBeSetTo(name, typed.choice))
    faults.push({ field: 'choice', says: 'Choose one of these. What the law fixes cannot be changed here.' })
  if (from === undefined)
    faults.push({ field: 'from', says: 'Write the day from which it holds, as in tomorrow or 1 May.' })
  else if (from <= today)
    faults.push({
      field: 'from',
      says: `Choose a day after today, ${formatDay(today)}: days that have begun stay as they are.`,
    })
  if (typed.because === '') faults.push({ field: 'because', says: 'Say who decided it, and why.' })
  if (typed.because.length > LONGEST) faults.push({ field: 'because', says: 'Write 2,000 characters or fewer.' })
  return faults.length > 0 || from === undefined
    ? { faults }
    : { ok: { choice: typed.choice, from, because: typed.because } }
}

const dayWords = (day: string): string => {
  const known = parseDay(day)
  return known === undefined ? day : formatDay(known)
}

/** Every choice of one switch, the last first. */
export const ChoiceHistory: FC<{ readonly name: SwitchName; readonly history: readonly RecordedChoice[] }> = ({
  name,
  history,
}) => (
  <CardList
    items={history.map(({ choice, from, by, at, because }) => (
      <>
        <strong>From {dayWords(from)}:</strong> {choiceWords(name, choice)} {because}{' '}
        <span class="kith-quiet">
          {by}, {savedAt(at)}
        </span>
      </>
    ))}
  />
)

const fieldsOf =
  (name: SwitchName): FC<FieldsProps<Given>> =>
  (of) => (
    <>
      <p>
        It holds for every child of this council, from the day that you name. Earlier days stay as they were read then.
      </p>
      <ChoiceField
        of={of}
        name="choice"
        label={of.given.asks}
        items={SWITCHES[name].choices.map((value) => ({
          value,
          text: choiceWords(name, value),
          hint: value === interpretationOf(name)?.taken ? 'Taken where the council has chosen nothing' : '',
        }))}
      />
      <DayField of={of} name="from" label="From which day?" looks="ahead" />
      <WordsField of={of} name="because" label="Who decided it, and why" hint="Name no child here." rows={4} />
      {of.given.history.length > 0 && (
        <>
          <h2>What was chosen before</h2>
          <ChoiceHistory name={name} history={of.given.history} />
        </>
      )}
    </>
  )

const formOf = (name: SwitchName): FormDefinition<Given, Chosen> => ({
  name: `rule-choice-${slugOf(name)}`,
  path: `/rules/choose/${slugOf(name)}`,
  lock: { may: { as: ['administrator', 'director'] }, log: 'chose how a rule is read' },
  here: '/rules',
  words: {
    thing: 'a choice of how a rule is read',
    title: () => 'Choose how this rule is read',
    button: 'Record this choice',
    done: 'The choice is recorded.',
    fields: { choice: 'The choice', from: 'From which day', because: 'Who decided it, and why' },
  },
  load: async (asking) => {
    const known = interpretationOf(name)
    if (known === undefined) return undefined
    const history = await choicesRecorded(asking, name)
    return { asks: known.asks, words: known.readings, standing: history[0]?.choice ?? known.taken, history }
  },
  start: ({ standing }) => ({ choice: [standing], from: ['tomorrow'] }),
  decide: (typed, _, today) =>
    decideChoice(
      name,
      { choice: typed.one('choice'), from: typed.one('from'), because: typed.words('because') },
      today,
    ),
  save: async (asking, chosen) => ({ kind: 'saved', id: await recordChoice(asking, { switch: name, ...chosen }) }),
  leadsTo: () => '/rules',
  Fields: fieldsOf(name),
})

export const choiceForms: readonly Form[] = SWITCH_NAMES.map((name) => makeForm(formOf(name)))
