// An organisation and its agreement as forms: entered, put right upon what stands, and ended at once.
import type { FC } from 'hono/jsx'
import { addDays, dayWords } from '#calendar'
import type { Refused } from '#database'
import type { Values } from '#drafts'
import {
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
  itemsOf,
  keysOf,
  LineField,
  makeForm,
  PickField,
  type Reading,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { InsetText, SummaryList, WarningText } from '#look'
import { everyColleague } from '#workforce'
import { endedFrom, isKind, KINDS, lastDayOf, PURPOSES, purposesIn, stateOn } from '../organisation.ts'
import { type Organisation, organisationRead, organisations, type Terms, writeOrganisation } from '../store.ts'

export const AT = '/settings/organisations'
export const AS = { as: ['administrator'] } as const
/** A provider of the settings at which people of an organisation sign in. */
export type ProviderHere = { readonly key: string; readonly issuer: string }

export const refused = ({ kind, constraint }: Refused): Fault => ({
  field: '',
  says:
    constraint?.startsWith('one_organisation_of') === true
      ? 'Another organisation signs in at that provider already. Your text is kept.'
      : kind === 'not allowed'
        ? 'Only an administrator keeps organisations. Your text is kept.'
        : 'Somebody changed this meanwhile. Open it again; your text is kept.',
})

type Given = {
  readonly of: Organisation | undefined
  readonly providers: readonly ProviderHere[]
  readonly people: readonly Item[]
}
type Written = { readonly terms: Terms; readonly why: string }

const ProviderField: FC<FieldsProps<Given>> = (of) =>
  of.given.providers.length === 0 ? (
    <InsetText>
      No provider is free. Whoever runs the server adds one to the file that KITH_PROVIDERS_FILE names, and starts Kith
      again.
    </InsetText>
  ) : (
    <PickField
      of={of}
      name="provider"
      label="At which provider do its people sign in?"
      hint="As the settings of the server name it. It stays with this organisation."
      items={of.given.providers.map(({ key, issuer }) => ({ value: key, text: `${key}: ${issuer}` }))}
    />
  )
const TermFields: FC<FieldsProps<Given>> = (of) => (
  <>
    {of.given.of === undefined && <ProviderField {...of} />}
    <LineField of={of} name="name" label="What is the organisation called?" />
    <ChoiceField of={of} name="kind" label="What is it?" items={itemsOf(KINDS)} />
    <LineField of={of} name="agreement" label="What is the agreement called?" hint="As it stands on the paper." />
    <DayField of={of} name="since" label="From which day?" looks="ahead" />
    <DayField
      of={of}
      name="last"
      label="What is its last day?"
      hint="The day after it, nobody of theirs sees anything. It can be made longer here; once it is over, its people are let in anew to each child."
      looks="ahead"
    />
    <TicksField
      of={of}
      name="purposes"
      label="What is it for?"
      hint="Its people stand in nothing else. What is no longer ticked ends at once, also with each child: ticked again, whoever manages the work lets them in anew."
      items={Object.entries(PURPOSES).map(([value, { words, gives }]) => ({ value, text: words, hint: gives }))}
    />
    <PickField of={of} name="answers" label="Who in the council answers for it?" items={of.given.people} />
    <WordsField
      of={of}
      name="why"
      label={of.given.of === undefined ? 'Why do we work with them in Kith?' : 'Why is it changed?'}
      hint="About the agreement. Name no child."
      rows={3}
    />
  </>
)
const LONGEST = { name: 120, agreement: 200 } as const
function lineIn(r: Reading, field: keyof typeof LONGEST, says: string): string {
  const text = r.typed.one(field)
  if (text === '') r.fault(field, says)
  else if (text.length > LONGEST[field]) r.fault(field, `Write it in ${LONGEST[field]} letters or fewer.`)
  return text
}
function providerIn(r: Reading, { of, providers }: Given): Pick<Terms, 'provider' | 'issuer'> {
  if (of !== undefined) return { provider: of.provider, issuer: of.issuer }
  const found = providers.find(({ key }) => key === r.typed.one('provider'))
  if (found === undefined)
    r.fault('provider', providers.length === 0 ? 'No provider is free.' : 'Choose a provider from the list.')
  return { provider: found?.key ?? '', issuer: found?.issuer ?? '' }
}
const decideTerms: FormDefinition<Given, Written>['decide'] = (typed, given, today) => {
  const r = reading(typed, today)
  const at = providerIn(r, given)
  const name = lineIn(r, 'name', 'Write what it is called.')
  const kind = r.choice('kind', keysOf(KINDS), 'Choose what it is.')
  const agreement = lineIn(r, 'agreement', 'Write what the agreement is called.')
  const since = r.dayAhead('since', 'the first day')
  const last = r.dayAhead('last', 'the last day')
  if (last < since) r.fault('last', 'That is before it begins.')
  const purposes = purposesIn(typed.all('purposes'))
  if (purposes.length === 0) r.fault('purposes', 'Choose at least one.')
  const answers = typed.one('answers')
  if (!given.people.some(({ value }) => value === answers)) r.fault('answers', 'Choose somebody from the list.')
  const why = r.words('why', 'Say why.')
  const until = addDays(last, 1)
  return r.result(() => ({ terms: { ...at, name, kind, agreement, since, until, purposes, answers }, why }))
}
const asTyped = (of: Organisation): Values => ({
  ...{ name: [of.name], kind: isKind(of.kind) ? [of.kind] : [], agreement: [of.agreement] },
  ...{ since: [dayWords(of.since)], last: [dayWords(lastDayOf(of))] },
  ...{ purposes: [...of.purposes], answers: [of.answers] },
})

const entered = (anew: boolean, every: readonly ProviderHere[]): FormDefinition<Given, Written> => ({
  ...{ name: anew ? 'organisation' : 'organisation-change', here: AT, refused },
  path: anew ? `${AT}/add` : `${AT}/:about/change`,
  lock: { may: AS, log: anew ? 'entered an organisation' : 'changed what was agreed with an organisation' },
  words: {
    ...{ thing: 'an organisation', button: 'Save', done: 'Saved.' },
    title: ({ of }) => (of === undefined ? 'Enter an organisation' : `Change what was agreed with ${of.name}`),
    fields: {
      ...{ provider: 'Provider', name: 'Name', kind: 'Kind', agreement: 'Agreement', since: 'From' },
      ...{ last: 'Last day', purposes: 'Purposes', answers: 'Who answers', why: 'Why' },
    },
  },
  load: async (asking, { about }) => {
    const all = await organisations(asking)
    const of = anew ? undefined : all.find(({ line }) => line === about)
    if (!anew && of === undefined) return undefined
    const providers = every.filter(
      ({ key, issuer }) => !all.some((one) => one.provider === key || one.issuer === issuer),
    )
    const people = (await everyColleague(asking)).map(({ id, name }) => ({ value: id, text: name }))
    return { of, providers, people }
  },
  start: ({ of }) => (of === undefined ? {} : begunFrom(of, asTyped(of))),
  decide: decideTerms,
  save: async (asking, { terms, why }, { given: { of }, read }) =>
    (await clashUpon<Organisation>({
      ...{ of, read, asTyped },
      versionRead: async (id) => await organisationRead(asking, id),
    })) ?? { kind: 'saved', id: await writeOrganisation(asking, { terms, why, of }) },
  leadsTo: (_, id) => `${AT}/${id}`,
  Fields: TermFields,
})

type Ending = { readonly of: Organisation }
const EndFields: FC<FieldsProps<Ending>> = (of) => (
  <>
    <SummaryList
      rows={[
        { key: 'Agreement', value: of.given.of.agreement },
        { key: 'Last day, as agreed', value: dayWords(lastDayOf(of.given.of)) },
      ]}
    />
    <WarningText>
      Whoever works there is signed out at once, and sees nothing any more. What they wrote stays. It can be made longer
      again: then whoever manages the work with each child lets them in anew.
    </WarningText>
    <WordsField of={of} name="why" label="Why does it end?" hint="About the agreement. Name no child." rows={3} />
  </>
)
const ending: FormDefinition<Ending, string> = {
  ...{ name: 'organisation-end', path: `${AT}/:about/end`, here: AT, refused },
  lock: { may: AS, log: 'ended what was agreed with an organisation' },
  words: {
    ...{ thing: 'the end of an agreement', button: 'End it now', done: 'Ended.', fields: { why: 'Why' } },
    title: ({ of }) => `End what was agreed with ${of.name}`,
  },
  load: async (asking, { about }) => {
    const of = about !== null && isId(about) ? (await organisations(asking, about))[0] : undefined
    return of && { of }
  },
  start: ({ of }) => begunFrom(of, {}),
  decide: (typed, { of }, today) => {
    const r = reading(typed, today)
    const why = r.words('why', 'Say why it ends.')
    if (stateOn(of, today) === 'over') r.fault('', 'It has ended already.')
    return r.result(() => why)
  },
  save: async (asking, why, { given: { of }, today }) => ({
    kind: 'saved',
    id: await writeOrganisation(asking, { terms: { ...of, until: endedFrom(of, today) }, why, of }),
  }),
  leadsTo: (_, id) => `${AT}/${id}`,
  Fields: EndFields,
}

/** `providers`: of the settings, besides the council's own. */
export const organisationForms = (providers: readonly ProviderHere[]): readonly Form[] => [
  makeForm(entered(true, providers)),
  makeForm(entered(false, providers)),
  makeForm(ending),
]
