// The forms of places that matter to a child, or from which to keep away: how often, where, and whether the address must not be found.
import type { FC } from 'hono/jsx'
import { readParts, recordFirst, writeParts } from '#database'
import { wholeTyped } from '#drafts'
import {
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  PickField,
  type Reading,
  TicksField,
  WordsField,
} from '#forms'
import { looksLikePostcode, shownPostcode } from '#geography'
import { type FactGiven, makeFactForms } from '#people/pages'
import { PLACE_KINDS } from '../request-codes-data.ts'
import { requestOf } from '../store.ts'

const KEEP_AWAY = 'keep away'
const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <PickField of={of} name="kind" label="What is there?" items={itemsOf(PLACE_KINDS)} />
    <LineField of={of} name="called" label="What is it called?" hint="For example her grandmother, or Elm School." />
    <LineField of={of} name="postcode" label="Postcode, if you know it" width="govuk-input--width-10" />
    <TicksField
      of={of}
      name="protected"
      label="Who may know where it is"
      items={[{ value: 'yes', text: 'It must not be found: show bands, never miles, and no place on a map' }]}
    />
    <LineField of={of} name="per_month" label="How many times a month do they go?" width="govuk-input--width-2" />
    <LineField of={of} name="miles" label="To keep away: how many miles?" width="govuk-input--width-2" />
    <TicksField
      of={of}
      name="firm"
      label="To keep away: how firmly"
      items={[{ value: 'yes', text: 'Never nearer, whatever is planned' }]}
    />
    <WordsField of={of} name="why" label="What happens there, or why to keep away" rows={2} />
  </>
)
const numberIn = (r: Reading, field: string, most: number): number | null => {
  const text = r.typed.one(field)
  const read = wholeTyped(text)
  if (text !== '' && (read === undefined || read < 1 || read > most))
    r.fault(field, `Write a whole number from 1 to ${most}.`)
  return text === '' ? null : (read ?? 1)
}
const NO_REQUEST = 'No home is looked for. Record the request first, then the places that matter.'

export const placeForms: readonly Form[] = makeFactForms<'kith.request_place'>({
  ...{
    name: 'request-place',
    path: 'request-places',
    table: 'kith.request_place',
    scope: 'matching',
    tab: '/home-request',
  },
  ...{ thing: 'a place that matters', title: (name) => `A place that matters to ${name}` },
  fields: {
    ...{ kind: 'What is there', called: 'What it is called', postcode: 'Postcode', protected: 'Must not be found' },
    ...{ per_month: 'Times a month', miles: 'Miles to keep away', firm: 'Never nearer', why: 'What happens there' },
  },
  among: async (asking, child) => {
    const request = await requestOf(asking, child)
    return request === undefined || request.closed !== null ? [] : [{ value: request.line, text: 'The request' }]
  },
  noneToChoose: NO_REQUEST,
  says: ({ kind, words }) => readParts(words, ['called', 'why'])?.called || kind,
  asTyped: ({ words, ...row }) => {
    const said = readParts(words, ['called', 'why'])
    return {
      ...{ kind: [row.kind], called: [said?.called ?? ''], why: [said?.why ?? ''], postcode: [row.postcode ?? ''] },
      ...{ protected: row.protected ? ['yes'] : [], firm: row.firm ? ['yes'] : [] },
      ...{ per_month: [String(row.per_month ?? '')], miles: [String(row.miles ?? '')] },
    }
  },
  read: (r, { among }, before) => {
    const request = before?.request ?? among[0]?.value ?? ''
    if (request === '') r.fault('', NO_REQUEST)
    const kind = r.choice(
      'kind',
      ['family home', 'school', 'family', 'friends', 'worship', 'activity', 'health', KEEP_AWAY],
      'Say what is there.',
    )
    const postcode = r.typed.one('postcode')
    if (postcode !== '' && !looksLikePostcode(postcode))
      r.fault('postcode', 'Write a full postcode, for example AB1 2CD.')
    const miles = numberIn(r, 'miles', 100)
    if (kind === KEEP_AWAY && miles === null) r.fault('miles', 'Say how many miles to keep away.')
    if (kind !== KEEP_AWAY && miles !== null) r.fault('miles', 'Miles are written only of a place to keep away from.')
    const firm = r.typed.ticked('firm')
    if (kind !== KEEP_AWAY && firm) r.fault('firm', 'This is said only of a place to keep away from.')
    return {
      ...{ request, kind, postcode: postcode === '' ? null : shownPostcode(postcode), miles, firm },
      ...{ protected: r.typed.ticked('protected'), per_month: numberIn(r, 'per_month', 62) },
    }
  },
  words: (r) => writeParts({ called: r.words('called', 'Say what it is called.'), why: r.typed.words('why') }) ?? '',
  record: async (asking, child, { columns, words }) =>
    await recordFirst(asking, 'kith.request_place', { child, columns, words }),
  Fields,
})
