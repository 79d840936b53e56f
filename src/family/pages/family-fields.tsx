// What the forms of a family share: the people in it as a form offers them, who may know a line, and which refusal stands beside which field.

import type { FC } from 'hono/jsx'
import { dayTyped, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import type { Typed } from '#drafts'
import {
  AddRow,
  type At,
  DayField,
  type Fault,
  fieldInRow,
  type Item,
  inRow,
  LineField,
  type Of,
  PickField,
  RemoveRow,
  rowsIn,
  TicksField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { everyColleague } from '#workforce'
import { type AudienceRefusal, calledPerson, type Decided, mayLimitAudience, type NewAudience } from '../person.ts'
import { type FamilyRefusal, familyRefusalWords } from '../refusal-words.ts'
import { AUDIENCES, isRelation, POWERS, RELATIONS } from '../relations.ts'
import { type Family, familyOf } from '../store.ts'

export type FamilyGiven = {
  readonly name: string
  readonly family: Family
  /** Whoever works here, for “must not know”. */
  readonly colleagues: readonly Item[]
}
export type Person = Family['people'][number]

export const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/family`
export const lock = (log: string) => ({ may: ['write', 'family'], log }) as const

export async function familyGiven(asking: Asking, { child }: Pick<At, 'child'>): Promise<FamilyGiven | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined) return undefined
  const colleagues = await colleaguesOffered(asking)
  return { name: known.name ?? 'this child', family: await familyOf(asking, known.child), colleagues }
}

export const withRelation = (person: Person): string => {
  const relation = isRelation(person.relation) ? RELATIONS[person.relation].words : 'Somebody who matters'
  return `${calledPerson(person)} (${relation.toLowerCase()})`
}
/** Everybody around the child as a form offers them; `CHILD` stands for the child. */
export const peopleOffered = ({ people }: Family): readonly Item[] =>
  people.filter(({ gap }) => !gap).map((person) => ({ value: person.line, text: withRelation(person) }))
export const personAt = ({ people }: Family, line: string): Person | undefined =>
  people.find((one) => one.line === line)
export const CHILD = 'child'

/** As the domain reads days: a day in words, a bare year, or empty. */
export const dayOrYear = (text: string, today: IsoDay): string =>
  /^\d{4}$/.test(text) ? text : dayTyped(text, today, 'back')

export function faultsIn<Refusal extends FamilyRefusal>(
  refused: readonly Refusal[],
  fieldOf: Readonly<Record<Refusal, string>>,
  today: IsoDay,
): readonly Fault[] {
  return refused.map((one) => ({ field: fieldOf[one], says: familyRefusalWords(one, today) }))
}

const AUDIENCE_FIELD: Readonly<Record<AudienceRefusal, string>> = {
  'nobody is limited': 'audience',
  'audience unknown': 'audience',
  'power unknown': 'power',
  'decided no day': 'decided',
  'decided after today': 'decided',
  'because empty': 'because',
}
export const AUDIENCE_LABELS = {
  ...{ audience: 'Who may know', must_not: 'Who must not know', power: 'What it rests on' },
  ...{ decided: 'When it was decided', because: 'Why' },
} as const
export const MUST_NOT_ROWS = { must_not: ['must_not'] } as const

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
type Barred = { readonly ids: readonly string[]; readonly faults: readonly Fault[] }
/** Who is meant by the names that were typed; one that could be two people is asked again, so that nobody is kept out by mistake. */
export function barredIn(typed: Typed, colleagues: readonly Item[]): Barred {
  const ids: string[] = []
  const faults: Fault[] = []
  for (const [at, name] of typed.all('must_not').entries()) {
    if (plain(name) === '') continue
    const exact = colleagues.filter(({ text }) => plain(text) === plain(name))
    const near = colleagues.filter(({ text }) => plain(text).includes(plain(name)))
    const [one] = exact.length === 0 && near.length === 1 ? near : exact
    if (one !== undefined) ids.push(one.value)
    else {
      const meant = near.slice(0, 5).map(({ text }) => text)
      const says = meant.length === 0 ? 'Nobody here is called that.' : `Who is meant? ${meant.join(', ')}.`
      faults.push({ field: fieldInRow('must_not', at), says: `${says} Write the whole name.` })
    }
  }
  return { ids, faults }
}
/** As the form begins again from what stands. */
export const barredTyped = (barred: readonly string[] | null, colleagues: readonly Item[]): readonly string[] =>
  (barred ?? []).map((id) => colleagues.find(({ value }) => value === id)?.text ?? id)
/** Each with a text of their own: two of one name are told apart by the end of their number. */
export async function colleaguesOffered(asking: Asking): Promise<readonly Item[]> {
  const all = await everyColleague(asking)
  const times = Map.groupBy(all, ({ name }) => plain(name))
  return all.map(({ id, name }) => ({
    value: id,
    text: times.get(plain(name))?.length === 1 ? name : `${name} (${id.slice(-4)})`,
  }))
}
const POWER_ITEMS = POWERS.map((value) => ({ value, text: capital(value) }))
const MAY_KNOW = Object.entries(AUDIENCES)
  .filter(([value]) => value !== 'allocated-worker')
  .map(([value, text]) => ({ value, text: capital(text) }))

/** undefined: whoever sees the family may know. */
export function audienceIn(
  typed: Typed,
  { colleagues }: Pick<FamilyGiven, 'colleagues'>,
  today: IsoDay,
): { readonly ok: NewAudience | undefined } | { readonly faults: readonly Fault[] } {
  const { ids: mustNotKnow, faults: unclear } = barredIn(typed, colleagues)
  const said = [...typed.all('audience'), ...typed.all('must_not'), typed.one('power'), typed.words('because')]
  if (said.every((one) => one === '')) return { ok: undefined }
  const may: Decided<NewAudience, AudienceRefusal> = mayLimitAudience(
    {
      ...{ relations: typed.all('audience'), mustNotKnow, power: typed.one('power') },
      ...{ decided: dayTyped(typed.one('decided'), today, 'back'), because: typed.words('because') },
    },
    today,
  )
  if ('ok' in may && unclear.length === 0) return may
  // Whoever is not found yet was meant to be kept from it: then nothing is said of nobody being limited.
  const refused =
    'refused' in may ? may.refused.filter((one) => unclear.length === 0 || one !== 'nobody is limited') : []
  return { faults: [...faultsIn(refused, AUDIENCE_FIELD, today), ...unclear] }
}
/** Named people of the council who must not know, whatever their work. */
export const MustNotKnow: FC<{ readonly of: Of; readonly hint: string }> = ({ of, hint }) => (
  <>
    {rowsIn(of, 'must_not').map((at) => (
      <>
        <LineField
          of={inRow(of, at)}
          name="must_not"
          label={at === 0 ? 'Is there a colleague who must not know? Write their name' : 'And who else?'}
          {...(at === 0 ? { hint } : {})}
        />
        {at > 0 && <RemoveRow row="must_not" at={at} what="this name" />}
      </>
    ))}
    <AddRow row="must_not">Add another name</AddRow>
  </>
)

type AudienceProps = { readonly of: Of; readonly whom: string }
export const AudienceFields: FC<AudienceProps> = ({ of, whom }) => (
  <>
    <TicksField
      of={of}
      name="audience"
      label={`Who may know ${whom}?`}
      hint="Tick nothing, and whoever sees the family may know. The allocated worker always may."
      items={MAY_KNOW}
    />
    <MustNotKnow
      of={of}
      hint="They then see nothing of it, whatever they do here. For example a relative who works for the council."
    />
    <PickField
      of={of}
      name="power"
      label="If fewer may know: what does that rest on?"
      items={POWER_ITEMS}
      none="Nobody is kept from it"
    />
    <DayField of={of} name="decided" label="When was that decided?" looks="back" />
    <WordsField of={of} name="because" label="Why?" rows={3} />
  </>
)
