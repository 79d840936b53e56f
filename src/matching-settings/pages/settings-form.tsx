// The settings of matching as a form: every field with its bounds and its source, and a reason; a version more, never one changed.
import type { Typed, Values as TypedValues } from '#drafts'
import {
  begunFrom,
  clashUpon,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  makeForm,
  PickField,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import {
  AS_IT_SHIPS,
  changesOf,
  inBounds,
  isOwnBy,
  OWN_BY,
  overInBounds,
  stepsIn,
  stepsText,
  type Values,
} from '../settings.ts'
import {
  FURTHEST,
  MOST_STEPS,
  numbersOf,
  OWN_OVER,
  OWN_SOURCE,
  PARTS,
  SETTINGS,
  type Setting,
  STEPS_SOURCE,
} from '../settings-data.ts'
import { standingVersion, type Version, versionRead, writeSettings } from '../store.ts'

export const SETTINGS_AT = '/homes/settings'
type Given = { readonly of: Version | undefined }
type Ok = { readonly values: Values; readonly why: string }
/** What stands while nobody has set anything, so that of the first two who do the second sees both too. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
const SHIPPED: Version = {
  ...{ id: NOBODY, line: NOBODY, number: 0, recorded: '', recorded_by: NOBODY, values: AS_IT_SHIPS, why: '' },
}
const SHORT = 'govuk-input--width-5'

const asTyped = (values: Values): TypedValues => ({
  ...Object.fromEntries(SETTINGS.map(({ name }) => [name, [String(values[name])]])),
  ...{ steps: [stepsText(values.steps)], own_over: [values.own === null ? '' : String(values.own.over)] },
  own_by: [values.own?.by ?? ''],
})
const boundsOf = ({ from, to, unit }: Setting): string => `${from} to ${to}${unit === '' ? '' : ` ${unit}`}`

function numberIn(r: Reading, setting: Setting): number {
  const text = r.typed.one(setting.name)
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (!inBounds(value, setting)) r.fault(setting.name, `Write a whole number, ${boundsOf(setting)}.`)
  return value
}
function ownIn(r: Reading): Values['own'] {
  const [text, by] = [r.typed.one('own_over'), r.typed.one('own_by')]
  if (text === '' && by === '') return null
  const over = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  if (!overInBounds(over))
    r.fault('own_over', `Write whole miles, ${OWN_OVER.from} to ${OWN_OVER.to}, or leave both empty.`)
  if (!isOwnBy(by)) {
    r.fault('own_by', 'Say who decides, or leave both empty.')
    return null
  }
  return { over, by }
}
function decide(typed: Typed, { of }: Given, today: Parameters<typeof reading>[1]) {
  const r = reading(typed, today)
  const numbers = numbersOf((setting) => numberIn(r, setting))
  const steps = stepsIn(r.typed.one('steps'))
  if (steps === undefined)
    r.fault('steps', `Write one to ${MOST_STEPS} whole miles up to ${FURTHEST}, each further than the one before.`)
  if (numbers.enough > numbers.most) r.fault('enough', 'More would be looked for than are shown.')
  const values: Values = { ...numbers, steps: steps ?? [], own: ownIn(r) }
  const why = r.words('why', 'Say why it is changed.')
  if (steps !== undefined && changesOf(of?.values ?? AS_IT_SHIPS, values).length === 0)
    r.fault('', 'Nothing is changed yet.')
  return r.result((): Ok => ({ values, why }))
}

const Fields = (of: FieldsProps<Given>) => (
  <>
    <InsetText>
      What the law asks is no setting: approvals, terms, the usual limit, and who decides out of our area stand whatever
      is written here. Lists of today follow at once; decisions keep the settings under which they were made.
    </InsetText>
    {PARTS.map(({ title, says, settings }, at) => (
      <>
        <h2 class="govuk-heading-m">{title}</h2>
        <p>{says}</p>
        {at === 1 && (
          <LineField
            of={of}
            name="steps"
            label="Steps, in miles"
            hint={`For example 10, 20, 40. ${STEPS_SOURCE}.`}
            width="govuk-input--width-10"
          />
        )}
        {settings.map((setting) => (
          <LineField
            of={of}
            name={setting.name}
            label={setting.words}
            hint={`${boundsOf(setting)}; ships as ${setting.ships}. ${setting.source}.`}
            width={SHORT}
          />
        ))}
        {at === 1 && <OwnRule {...of} />}
      </>
    ))}
    <WordsField of={of} name="why" label="Why is it changed?" rows={3} />
  </>
)
const OwnRule = (of: FieldsProps<Given>) => (
  <>
    <LineField
      of={of}
      name="own_over"
      label="Our own rule: a decision is asked over so many miles"
      hint={`${OWN_OVER.from} to ${OWN_OVER.to}; empty: none. ${OWN_SOURCE}.`}
      width={SHORT}
    />
    <PickField
      of={of}
      name="own_by"
      label="Who takes that decision?"
      none="There is no rule of our own"
      items={itemsOf(OWN_BY)}
    />
  </>
)

/** Of two who change it at once the second sees both. */
export const changeSettings: Form = makeForm<Given, Ok>({
  ...{ name: 'matching-settings', path: `${SETTINGS_AT}/change`, here: '/homes', decide, Fields },
  lock: { may: { as: ['director'] }, log: 'changed the settings of matching' },
  words: {
    ...{ thing: 'the settings of matching', title: () => 'Settings of matching', button: 'Save as a new version' },
    ...{ done: 'Saved. Lists follow it from now on.' },
    fields: {
      ...Object.fromEntries(SETTINGS.map(({ name, words }) => [name, words])),
      ...{ steps: 'Steps', own_over: 'Our own rule of miles', own_by: 'Who decides', why: 'Why' },
    },
  },
  load: async (asking) => ({ of: await standingVersion(asking) }),
  start: ({ of = SHIPPED }) => begunFrom(of, asTyped(of.values)),
  save: async (asking, { values, why }, { given: { of }, read }) => {
    const clash = await clashUpon({
      ...{ of, read, asTyped: (row: Version) => asTyped(row.values) },
      versionRead: async (id: string) => (id === SHIPPED.id ? SHIPPED : await versionRead(asking, id)),
    })
    return clash ?? { kind: 'saved', id: await writeSettings(asking, { values, why, of }) }
  },
  leadsTo: () => SETTINGS_AT,
  refused: ({ kind }) => ({
    field: '',
    says:
      kind === 'not allowed'
        ? 'Only the director changes these. Your text is kept.'
        : 'Somebody changed this meanwhile. Open it again; your text is kept.',
  }),
})
