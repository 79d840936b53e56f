// A campaign of recruiting as a form: planned, or changed upon what stands.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking, Refused } from '#database'
import type { Values } from '#drafts'
import {
  type At,
  begunFrom,
  ChoiceField,
  clashUpon,
  DayField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type Item,
  isId,
  LineField,
  makeForm,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { AREA, LOOKS_FOR, type LooksFor } from '../campaign.ts'
import { type Campaign, campaigns, type NewCampaign, type Plan, planRead, writeCampaign } from '../campaigns-store.ts'

export const CAMPAIGNS = '/sufficiency/campaigns'
export const may = { as: ['placement-team', 'supervising-worker'] } as const
export const refused = ({ kind }: Refused): Fault => ({
  field: '',
  says:
    kind === 'not allowed'
      ? 'Your part does not allow this any more. Your text is kept; ask the placement team.'
      : 'Somebody changed this meanwhile. Open it again; your text is kept.',
})
export const SHORT = 'govuk-input--width-5'
const LOOKS: readonly [LooksFor, ...LooksFor[]] = [
  'under 5',
  '5 to 10',
  '11 to 17',
  'brothers and sisters',
  'children with disabilities',
  'parent and child',
  'anybody',
]
const looks: readonly Item[] = LOOKS.map((value) => ({ value, text: LOOKS_FOR[value] }))

type Given = { readonly of: Campaign | undefined }
export const found = async (
  asking: Asking,
  { about, today }: Pick<At, 'about' | 'today'>,
): Promise<Campaign | undefined> =>
  about !== null && isId(about) ? (await campaigns(asking, today, about))[0] : undefined

const PlanFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <LineField of={of} name="title" label="What is the campaign called?" />
    <ChoiceField of={of} name="looks_for" label="For whom does it look for a home?" items={looks} />
    <LineField
      of={of}
      name="area"
      label="In which area?"
      hint="The first half of a postcode, or a sector, as in PE3 or PE3 6. Leave it empty for the whole council."
      width="govuk-input--width-10"
    />
    <DayField of={of} name="began" label="From when?" looks="ahead" />
    <DayField of={of} name="ends" label="Until when?" hint="Its last day, if one is set." looks="ahead" />
    <LineField of={of} name="homes" label="How many homes is it to bring?" width={SHORT} />
    <LineField
      of={of}
      name="cost"
      label="What does it cost, all in all?"
      hint="In whole pounds. Leave it empty while nobody knows."
      width="govuk-input--width-10"
    />
    <WordsField of={of} name="why" label="Why this, and why there?" rows={3} />
    <WordsField
      of={of}
      name="carers"
      label="What do carers do in it?"
      hint="Who speaks to people who ask, at which evenings; as they agreed to be named."
      rows={3}
    />
    <WordsField of={of} name="learned" label="What was learned?" hint="Once it is over." rows={3} />
  </>
)

export function wholeNumber(
  r: Reading,
  field: string,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const text = r.typed.one(field).replace(/^£|,/g, '')
  const number = /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN
  if (number >= from && number <= to) return number
  r.fault(field, `Write a whole number from ${from} to ${to.toLocaleString('en-GB')}.`)
  return from
}
const decidePlan: FormDefinition<Given, NewCampaign>['decide'] = (typed, { of }, today) => {
  const r = reading(typed, today)
  const title = r.words('title', 'Say what the campaign is called.')
  const looksFor = r.choice('looks_for', LOOKS, 'Choose for whom it looks for a home.')
  const area = typed.one('area').toUpperCase()
  if (area !== '' && !AREA.test(area)) r.fault('area', 'Write the first half of a postcode, or a sector, as in PE3 6.')
  const began = r.dayAhead('began', 'the day on which it begins')
  const ends = r.dayAheadIfAny('ends', 'its last day')
  if (ends !== null && ends < began) r.fault('ends', 'That is before it begins.')
  const homes = wholeNumber(r, 'homes', { from: 1, to: 500 })
  const cost = typed.one('cost') === '' ? null : wholeNumber(r, 'cost', { from: 0, to: 10_000_000 })
  const why = r.words('why', 'Say why this, and why there.')
  const words = { title, why, carers: typed.words('carers'), learned: typed.words('learned') }
  const columns = { looks_for: looksFor, area: area === '' ? null : area, began, ends, homes, cost }
  return r.result((): NewCampaign => ({ columns, words, of }))
}
const asTyped = (of: Plan): Values => ({
  ...Object.fromEntries(Object.entries(of.words).map(([name, text]) => [name, [text]])),
  ...{ looks_for: [of.looksFor], area: [of.area ?? ''], began: [dayWords(of.began)] },
  ...{ ends: [of.ends === null ? '' : dayWords(of.ends)], homes: [`${of.homes}`], cost: [`${of.cost ?? ''}`] },
})
const startPlan = ({ of }: Given): Values => (of === undefined ? {} : begunFrom(of, asTyped(of)))
const planned = (anew: boolean): FormDefinition<Given, NewCampaign> => ({
  ...{ name: anew ? 'campaign' : 'campaign-change', here: CAMPAIGNS, refused },
  path: anew ? `${CAMPAIGNS}/record` : `${CAMPAIGNS}/:about/change`,
  lock: { may, log: anew ? 'planned a campaign of recruiting' : 'changed a campaign of recruiting' },
  words: {
    ...{ thing: 'a campaign', button: 'Save', done: 'Saved.' },
    title: ({ of }) => (of === undefined ? 'Plan a campaign' : `Change the campaign: ${of.words.title}`),
    fields: {
      ...{ title: 'What it is called', looks_for: 'For whom', area: 'Area', began: 'From', ends: 'Until' },
      ...{ homes: 'Homes', cost: 'Cost', why: 'Why', carers: 'What carers do', learned: 'What was learned' },
    },
  },
  load: async (asking, at) => {
    const of = anew ? undefined : await found(asking, at)
    return anew || of !== undefined ? { of } : undefined
  },
  start: startPlan,
  decide: decidePlan,
  save: async (asking, campaign, { given: { of }, read }) =>
    (await clashUpon<Plan>({ of, read, asTyped, versionRead: async (id) => await planRead(asking, id) })) ?? {
      kind: 'saved',
      id: await writeCampaign(asking, campaign),
    },
  leadsTo: (_, id) => `${CAMPAIGNS}/${id}`,
  Fields: PlanFields,
})

export const planForms: readonly Form[] = [makeForm(planned(true)), makeForm(planned(false))]
