// The form of gender in the child's own words: with it is asked who may know it, few where nothing else is said.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { recordFirst } from '#database'
import { DayField, type FieldsProps, LineField, type Reading, TicksField } from '#forms'
import { capital, InsetText } from '#look'
import { GENDER, mayRecordPronouns, type PronounsRefusal, personRefusalWords } from '#people'
import { type FactGiven, makeFactForms } from '#people/pages'
import { AUDIENCES, isAudienceRelation, type NewAudience, withKeeper } from '../limiting.ts'
import { limitColumns } from '../store.ts'

const PRONOUN_FIELD: Readonly<Record<PronounsRefusal, string>> = {
  'pronouns empty': 'said',
  'pronouns too long': 'said',
  'since no day': 'since',
  'since after today': 'since',
}
const sinceText = (since: string | null): string => (since === null ? '' : `, since ${dayWords(since)}`)
const sinceIn = (r: Reading): string => dayTyped(r.typed.one('since'), r.today, 'back')
const GENDER_SAYS: Readonly<Record<PronounsRefusal, string | undefined>> = {
  ...{ 'pronouns empty': 'Write it in their own words.', 'since no day': undefined, 'since after today': undefined },
  'pronouns too long': 'Keep it to 200 characters.',
}
const GenderFields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <InsetText>
      Ask {of.given.name} first whether it is to be written, and who may read it. It stands on the page of who they are,
      and is said to nobody else. The sex of the return is another thing, and stays as it is.
    </InsetText>
    <LineField
      of={of}
      name="said"
      label={`How does ${of.given.name} speak of their gender?`}
      hint="In their own words"
    />
    <DayField of={of} name="since" label="When did they say so?" hint="Empty if nobody knows" looks="back" />
    {of.given.anew && (
      <TicksField
        of={of}
        name="audience"
        label={`Who may know it, as ${of.given.name} wants it?`}
        hint="Their allocated worker always may, who keeps the record. It can be changed at any time, and opened to all"
        items={Object.entries(AUDIENCES).map(([value, text]) => ({ value, text: capital(text) }))}
      />
    )}
  </>
)
/** Nobody else until they say so. */
const FIRST = ['allocated-worker', 'manager-line', 'reviewing-officer']
const BECAUSE = 'Asked of them when it was written down.'
type Decided = { readonly me: string; readonly today: IsoDay }
const decidedFor = (relations: readonly string[], { me, today }: Decided): NewAudience => ({
  ...{ relations: withKeeper(relations), mustNotKnow: null, power: 'wish of the child', decided: today },
  ...{ because: BECAUSE, decidedBy: me, until: null, order: null, withheldFrom: null },
})
export const genderForms = makeFactForms<'kith.child_name'>({
  ...{ name: 'gender', path: 'gender', table: 'kith.child_name', scope: 'header', limited: 'names' },
  ...{ thing: 'gender in their own words', tab: '/who-they-are' },
  title: (name) => `Gender, as ${name} speaks of it`,
  fields: { said: 'In their own words', since: 'When they said so', audience: 'Who may know' },
  start: { audience: FIRST },
  own: ({ kind }) => kind === GENDER,
  says: ({ words, since }) => `${words ?? 'taken out of sight'}${sinceText(since)}`,
  asTyped: ({ words, since }) => ({ said: [words ?? ''], since: [dayWords(since)] }),
  read: (r, { anew }) => {
    const may = mayRecordPronouns({ said: r.typed.one('said'), since: sinceIn(r) }, r.today, GENDER)
    const audience = r.typed.all('audience').filter((one) => one !== '')
    if (anew && !audience.every(isAudienceRelation)) r.fault('audience', 'Choose from the list who may know.')
    if (anew && audience.length === 0) r.fault('audience', 'Choose who may know it.')
    if ('ok' in may) return { kind: GENDER, since: may.ok.since, ...(anew && { audience }) }
    for (const one of may.refused) r.fault(PRONOUN_FIELD[one], GENDER_SAYS[one] ?? personRefusalWords(one, r.today))
    return { kind: GENDER, since: null }
  },
  words: (r) => r.typed.one('said').replace(/\s+/g, ' '),
  record: async (asking, child, { columns: { audience, ...columns }, words, today }) => {
    const kept = await limitColumns(asking, child, decidedFor(audience ?? FIRST, { me: asking.who.person, today }))
    return await recordFirst(asking, 'kith.child_name', { child, columns: { ...columns, ...kept }, words })
  },
  Fields: GenderFields,
})
