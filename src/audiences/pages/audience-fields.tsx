// The fields of who may know: who, who must not, and the decision behind it; as typed, decided, and begun again from what stands.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Typed, Values } from '#drafts'
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
import { everybodyHere } from '#workforce'
import {
  AUDIENCES,
  type AudienceRefusal,
  audienceRefusalWords,
  ELSEWHERE,
  mayLimitAudience,
  type NewAudience,
  POWERS,
  type Power,
  relationWords,
} from '../limiting.ts'
import { type Decision, ordersOf, peopleAround } from '../store.ts'

/** What a form knows to say who may know. */
export type AudienceGiven = {
  readonly me: string
  /** Whoever works here, for “must not know” and for who decided. */
  readonly colleagues: readonly Item[]
  readonly orders: readonly { readonly line: string; readonly kind: string; readonly text: string }[]
  readonly people: readonly { readonly line: string; readonly text: string }[]
  /** Relations that may know it as it stands, besides those of the list; undefined: nothing is decided yet. */
  readonly standing?: readonly string[]
}

const AUDIENCE_FIELD: Readonly<Record<AudienceRefusal, string>> = {
  ...{ 'nobody is limited': 'audience', 'audience unknown': 'audience', 'power unknown': 'power' },
  ...{ 'decided no day': 'decided', 'decided after today': 'decided', 'because empty': 'because' },
  ...{ 'until no day': 'until_day', 'until not ahead': 'until_day', 'order missing': 'order' },
  ...{ 'order unknown': 'order', 'no care order': 'order', 'withheld from nobody': 'withheld' },
  'withheld unknown': 'withheld',
}
export const AUDIENCE_LABELS = {
  ...{ audience: 'Who may know', must_not: 'Who must not know', power: 'What it rests on', order: 'Which order' },
  ...{ decided: 'When it was decided', decided_by: 'Who decided', until_day: 'When it is looked at again' },
  ...{ withheld: 'Who must not be told', because: 'Why' },
} as const
export const MUST_NOT_ROWS = { must_not: ['must_not'] } as const

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
/** Who is meant by a name that was typed; one that could be two people is asked again, so that nobody is meant by mistake. */
function meantBy(name: string, colleagues: readonly Item[]): { readonly id: string } | { readonly says: string } {
  const exact = colleagues.filter(({ text }) => plain(text) === plain(name))
  const near = colleagues.filter(({ text }) => plain(text).includes(plain(name)))
  const [one] = exact.length === 0 && near.length === 1 ? near : exact
  if (one !== undefined) return { id: one.value }
  const meant = near.slice(0, 5).map(({ text }) => text)
  const says = meant.length === 0 ? 'Nobody here is called that.' : `Who is meant? ${meant.join(', ')}.`
  return { says: `${says} Write the whole name.` }
}
type Barred = { readonly ids: readonly string[]; readonly faults: readonly Fault[] }
export function barredIn(typed: Typed, { colleagues, me }: Pick<AudienceGiven, 'colleagues' | 'me'>): Barred {
  const ids: string[] = []
  const faults: Fault[] = []
  for (const [at, name] of typed.all('must_not').entries()) {
    if (plain(name) === '') continue
    const meant = meantBy(name, colleagues)
    if ('id' in meant && meant.id !== me) ids.push(meant.id)
    else if ('id' in meant)
      faults.push({ field: fieldInRow('must_not', at), says: 'That is you. Ask a manager to keep it from you.' })
    else faults.push({ field: fieldInRow('must_not', at), says: meant.says })
  }
  return { ids, faults }
}
const nameAt = (id: string, colleagues: readonly Item[]): string =>
  colleagues.find(({ value }) => value === id)?.text ?? id
/** As the form begins again from what stands. */
export const barredTyped = (barred: readonly string[] | null, colleagues: readonly Item[]): readonly string[] =>
  (barred ?? []).map((id) => nameAt(id, colleagues))

/** Each with a text of their own: two of one name are told apart by the end of their number. */
export async function colleaguesOffered(asking: Asking): Promise<readonly Item[]> {
  const all = await everybodyHere(asking)
  const times = Map.groupBy(all, ({ name }) => plain(name))
  return all.map(({ id, name }) => ({
    value: id,
    text: times.get(plain(name))?.length === 1 ? name : `${name} (${id.slice(-4)})`,
  }))
}
export async function audienceGiven(asking: Asking, { child, me }: Pick<At, 'child' | 'me'>): Promise<AudienceGiven> {
  const orders = child === null ? [] : await ordersOf(asking, child)
  const people = child === null ? [] : await peopleAround(asking, child)
  return {
    me,
    colleagues: await colleaguesOffered(asking),
    orders: orders.map(({ line, kind, made }) => ({
      ...{ line, kind },
      text: `${capital(kind)}${made === null ? '' : `, ${dayWords(made)}`}`,
    })),
    people: people.map(({ line, relation, words }) => ({
      line,
      text: words === undefined || words === '' ? capital(relation.replaceAll('-', ' ')) : words,
    })),
  }
}

/** Who decided: the name that was typed; empty, whoever writes. */
function deciderIn(typed: Typed, { me, colleagues }: AudienceGiven): { id: string; faults: readonly Fault[] } {
  const name = typed.one('decided_by')
  if (plain(name) === '') return { id: me, faults: [] }
  const meant = meantBy(name, colleagues)
  return 'id' in meant ? { id: meant.id, faults: [] } : { id: '', faults: [{ field: 'decided_by', says: meant.says }] }
}

/** undefined: whoever sees that part of the record may know. */
export function audienceIn(
  typed: Typed,
  given: AudienceGiven,
  today: IsoDay,
): { readonly ok: NewAudience | undefined } | { readonly faults: readonly Fault[] } {
  const { ids: mustNotKnow, faults: unclear } = barredIn(typed, given)
  const withheldFrom = typed.all('withheld').filter((one) => one !== '')
  const said = [...typed.all('audience'), ...typed.all('must_not'), ...withheldFrom, typed.one('power')]
  // Where it is opened again, why it was kept still stands in its field. Where nothing is decided yet, a reason means that it should be.
  const reason = given.standing === undefined ? [typed.words('because')] : []
  if ([...said, ...reason].every((one) => one === '')) return { ok: undefined }
  const decider = deciderIn(typed, given)
  const may = mayLimitAudience(
    {
      ...{ relations: typed.all('audience').filter((one) => one !== ''), mustNotKnow, withheldFrom },
      ...{ power: typed.one('power'), order: typed.one('order'), decidedBy: decider.id },
      ...{ decided: dayTyped(typed.one('decided'), today, 'back'), because: typed.words('because') },
      until: dayTyped(typed.one('until_day'), today, 'ahead'),
    },
    today,
    given,
  )
  const beside = [...unclear, ...decider.faults]
  if ('ok' in may && beside.length === 0) return may
  // Whoever is not found yet was meant to be kept from it: then nothing is said of nobody being limited.
  const refused =
    'refused' in may ? may.refused.filter((one) => unclear.length === 0 || one !== 'nobody is limited') : []
  const faults = refused.map((one) => ({ field: AUDIENCE_FIELD[one], says: audienceRefusalWords(one) }))
  return { faults: [...faults, ...beside] }
}

type Limited = { readonly audience: readonly string[] | null; readonly must_not_know: readonly string[] | null }
/** The form begins from what stands, with the decision behind it. */
export function audienceTyped(stands: Limited, decision: Decision | undefined, given: AudienceGiven): Values {
  const limits = { audience: stands.audience ?? [], must_not: barredTyped(stands.must_not_know, given.colleagues) }
  if (decision === undefined) return limits
  return {
    ...{ ...limits, power: [decision.power], decided: [dayWords(decision.decided)] },
    decided_by: decision.decided_by === null ? [] : [nameAt(decision.decided_by, given.colleagues)],
    until_day: decision.until === null ? [] : [dayWords(decision.until)],
    order: [decision.legal_basis ?? (decision.power === 'court order' ? ELSEWHERE : '')],
    ...{ withheld: decision.withheld_from ?? [], because: [decision.because ?? ''] },
  }
}

const MAY_KNOW = Object.entries(AUDIENCES)
  .filter(([value]) => value !== 'allocated-worker')
  .map(([value, text]) => ({ value, text: capital(text) }))

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

type AudienceProps = {
  readonly of: Of
  readonly whom: string
  readonly given: AudienceGiven
  /** Only some of them can hold what rests on a table. */
  readonly powers?: readonly Power[]
}
const DecisionFields: FC<AudienceProps> = ({ of, given, powers = POWERS }) => (
  <>
    <PickField
      of={of}
      name="power"
      label="If fewer may know: what does that rest on?"
      items={powers.map((value) => ({ value, text: capital(value) }))}
      none="Nobody is kept from it"
    />
    <PickField
      of={of}
      name="order"
      label="If it rests on an order: which?"
      items={[
        ...given.orders.map(({ line, text }) => ({ value: line, text })),
        { value: ELSEWHERE, text: 'An order that is not in this record: name it under Why' },
      ]}
      none="No order"
    />
    <DayField of={of} name="decided" label="When was that decided?" looks="back" />
    <LineField of={of} name="decided_by" label="Who decided? Write their name" hint="Empty, if you did, or a court" />
    <DayField
      of={of}
      name="until_day"
      label="When is it looked at again?"
      hint="Nothing opens by itself on that day. Empty, if no day was set"
      looks="ahead"
    />
    <WordsField of={of} name="because" label="Why?" rows={3} />
  </>
)
export const AudienceFields: FC<AudienceProps> = (props) => (
  <>
    <TicksField
      of={props.of}
      name="audience"
      label={`Who may know ${props.whom}?`}
      hint="Tick nothing, and whoever sees that part of the record may know. The allocated worker always may."
      items={[
        ...MAY_KNOW,
        ...(props.given.standing ?? []).map((value) => ({ value, text: capital(relationWords(value)) })),
      ]}
    />
    <MustNotKnow
      of={props.of}
      hint="They then see nothing of it, whatever they do here. For example a relative who works for the council."
    />
    {props.given.people.length > 0 && (
      <TicksField
        of={props.of}
        name="withheld"
        label="Is there somebody around the child who must not be told?"
        hint="To keep from a parent where a child in care lives takes a decision under paragraph 15(4) of Schedule 2 to the Children Act 1989, or an order."
        items={props.given.people.map(({ line, text }) => ({ value: line, text }))}
      />
    )}
    <DecisionFields {...props} />
  </>
)
