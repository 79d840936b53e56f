// What hangs on a campaign as forms: counted on a day, a home that came of it, and either taken back with a reason.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import {
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type Item,
  isId,
  LineField,
  makeForm,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { SummaryList, WarningText } from '#look'
import { type Count, growthFault } from '../campaign.ts'
import {
  type Campaign,
  campaigns,
  hangsOn,
  homesToChoose,
  type NewCount,
  takeBack,
  writeCame,
  writeCount,
} from '../campaigns-store.ts'
import { CAMPAIGNS, found, may, planForms, refused, SHORT, wholeNumber } from './campaign-forms.tsx'

type Of = { readonly of: Campaign }
const CountFields: FC<FieldsProps<Of>> = (of) => (
  <>
    <p>Count from the beginning of the campaign up to that day, not since the last count.</p>
    <DayField of={of} name="counted" label="Counted on which day?" looks="back" />
    <LineField of={of} name="enquiries" label="How many asked?" width={SHORT} />
    <LineField of={of} name="visits" label="How many of them were visited?" width={SHORT} />
    <LineField of={of} name="applications" label="How many of them applied?" width={SHORT} />
    <LineField of={of} name="withdrawn" label="How many of them stopped, or were told no?" width={SHORT} />
    <WordsField
      of={of}
      name="said"
      label="What did people say?"
      hint="Why they asked, and why they stopped."
      rows={3}
    />
  </>
)
const PARTS: Readonly<Record<keyof Omit<Count, 'counted'>, string>> = {
  ...{ enquiries: 'asked', visits: 'were visited', applications: 'applied', withdrawn: 'stopped' },
}
const decideCount: FormDefinition<Of, NewCount>['decide'] = (typed, { of }, today) => {
  const r = reading(typed, today)
  const number = (field: string): number => wholeNumber(r, field, { from: 0, to: 100_000 })
  const count: Count = {
    ...{ counted: r.day('counted', 'the day'), enquiries: number('enquiries'), visits: number('visits') },
    ...{ applications: number('applications'), withdrawn: number('withdrawn') },
  }
  if (count.counted < of.began) r.fault('counted', `The campaign begins on ${dayWords(of.began)}.`)
  for (const part of ['visits', 'applications', 'withdrawn'] as const)
    if (count[part] > count.enquiries) r.fault(part, 'That is more than asked.')
  const same = of.counts.find(({ counted }) => counted === count.counted)
  if (same !== undefined) r.fault('counted', 'There is a count of that day. Take it back first, if it is wrong.')
  const shrinks = growthFault(count, of.counts)
  if (shrinks === 'enquiries' || shrinks === 'visits' || shrinks === 'applications' || shrinks === 'withdrawn')
    r.fault(shrinks, `Fewer ${PARTS[shrinks]} on a later day than on an earlier one: look at both counts.`)
  return r.result((): NewCount => ({ columns: { campaign: of.line, ...count }, words: { said: typed.words('said') } }))
}
const counting: FormDefinition<Of, NewCount> = {
  ...{ name: 'campaign-count', here: CAMPAIGNS, path: `${CAMPAIGNS}/:about/count`, refused },
  lock: { may, log: 'counted what a campaign of recruiting brought' },
  words: {
    ...{ thing: 'a count of a campaign', button: 'Save the count', done: 'Saved.' },
    title: ({ of }) => `Count: ${of.words.title}`,
    fields: {
      ...{ counted: 'Day', enquiries: 'Asked', visits: 'Visited', applications: 'Applied', withdrawn: 'Stopped' },
      said: 'What people said',
    },
  },
  load: async (asking, at) => {
    const of = await found(asking, at)
    return of && { of }
  },
  start: (_, today) => ({ counted: [dayWords(today)] }),
  decide: decideCount,
  save: async (asking, count) => {
    await writeCount(asking, count)
    return { kind: 'saved', id: count.columns.campaign }
  },
  leadsTo: (_, id) => `${CAMPAIGNS}/${id}`,
  Fields: CountFields,
}

type Choosing = Of & { readonly homes: readonly Item[] }
const CameFields: FC<FieldsProps<Choosing>> = (of) =>
  of.given.homes.length === 0 ? (
    <p>
      Of every home of the list it is said already of which campaign it came. Enter the home on the list of homes first.
    </p>
  ) : (
    <PickField of={of} name="home" label="Which home came of it?" none="Choose a home" items={of.given.homes} />
  )
const coming: FormDefinition<Choosing, { readonly campaign: string; readonly household: string }> = {
  ...{ name: 'campaign-home', here: CAMPAIGNS, path: `${CAMPAIGNS}/:about/home`, refused },
  lock: { may, log: 'said which home came of a campaign of recruiting' },
  words: {
    ...{ thing: 'a home that came of a campaign', button: 'Save', done: 'Saved.' },
    title: ({ of }) => `A home that came of it: ${of.words.title}`,
    fields: { home: 'Home' },
  },
  load: async (asking, at) => {
    const of = await found(asking, at)
    if (of === undefined) return undefined
    const there = new Set((await campaigns(asking, at.today)).flatMap(({ came }) => came.map(({ home }) => home)))
    const homes = (await homesToChoose(asking, at.today)).filter(({ home }) => !there.has(home))
    return { of, homes: homes.map(({ home, called }) => ({ value: home, text: called })) }
  },
  start: () => ({}),
  decide: (typed, { of, homes }, today) => {
    const r = reading(typed, today)
    const home = typed.one('home')
    if (!homes.some(({ value }) => value === home)) r.fault('home', 'Choose a home of the list.')
    return r.result(() => ({ campaign: of.line, household: home }))
  },
  save: async (asking, { campaign, household }) => {
    await writeCame(asking, campaign, household)
    return { kind: 'saved', id: campaign }
  },
  leadsTo: (_, id) => `${CAMPAIGNS}/${id}`,
  Fields: CameFields,
}

type TakenBack = { readonly hanging: NonNullable<Awaited<ReturnType<typeof hangsOn>>>; readonly of: Campaign }
const TakeBackFields: FC<FieldsProps<TakenBack>> = (of) => {
  const { hanging, of: campaign } = of.given
  const what =
    hanging.kind === 'count'
      ? `The count of ${dayWords(hanging.of.counted)}`
      : (campaign.came.find(({ row }) => row.line === hanging.of.line)?.called ?? 'A home')
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Campaign', value: campaign.words.title },
          { key: 'What is taken back', value: what },
        ]}
      />
      <WarningText>The row stays in the history, with your reason.</WarningText>
      <WordsField of={of} name="reason" label="Why should this not stand?" rows={3} />
    </>
  )
}
const takingBack: FormDefinition<TakenBack, string> = {
  ...{ name: 'campaign-retract', here: CAMPAIGNS, path: `${CAMPAIGNS}/rows/:about/retract`, refused },
  lock: { may, log: 'took back something about a campaign of recruiting' },
  words: {
    ...{ thing: 'taking back something about a campaign', button: 'Take it back', fields: { reason: 'Why' } },
    ...{ title: ({ of }) => `Take back: ${of.words.title}`, done: 'Taken back. The history holds your reason.' },
  },
  load: async (asking, { about, today }) => {
    const hanging = about !== null && isId(about) ? await hangsOn(asking, about) : undefined
    const of = hanging && (await campaigns(asking, today, hanging.of.campaign))[0]
    return hanging && of && { hanging, of }
  },
  start: () => ({}),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const why = r.words('reason', 'Say why it should not stand.')
    return r.result(() => why)
  },
  save: async (asking, why, { given: { hanging } }) => {
    await takeBack(asking, hanging, why)
    return { kind: 'saved', id: hanging.of.campaign }
  },
  leadsTo: (_, id) => `${CAMPAIGNS}/${id}`,
  Fields: TakeBackFields,
}

export const campaignForms: readonly Form[] = [...planForms, makeForm(counting), makeForm(coming), makeForm(takingBack)]
