// The forms of a must-know: recorded, corrected, taken back, and looked at again: still so, or over.
import type { FC } from 'hono/jsx'
import { AUDIENCES, type AudienceRelation, isAudienceRelation } from '#audiences'
import { barredIn, barredTyped, colleaguesOffered, MUST_NOT_ROWS, MustNotKnow } from '#audiences/pages'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking, Version } from '#database'
import type { Typed, Values } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  LineField,
  makeCorrection,
  makeRecordForms,
  TicksField,
} from '#forms'
import {
  type EndReason,
  MUST_KNOW_KINDS,
  type MustKnowRefusal,
  mayEndMustKnow,
  mayRecordMustKnow,
  mayReviewBy,
  type NewMustKnow,
} from '../must-know.ts'
import { familyRefusalWords } from '../refusal-words.ts'
import { correctMustKnow, endMustKnowFrom, recordMustKnow, retractTogether, reviewMustKnow } from '../together-store.ts'
import { leadsTo } from './family-fields.tsx'

type Given = { readonly name: string; readonly me: string; readonly colleagues: readonly Item[] }
type MustKnow = Version<'kith.must_know'>

const KINDS: Readonly<Record<(typeof MUST_KNOW_KINDS)[number], string>> = {
  safety: 'Safety: what can harm the child, or somebody else',
  health: 'Health: an allergy, a medicine, what to do at once',
  communication: 'Communication: how to speak with the child, and what not to say',
  wish: 'A wish of the child that everybody keeps',
}
/** Whoever acts when the child’s own worker is not there; ticked until somebody unticks it. */
const ACT_FOR_THEM: readonly AudienceRelation[] = ['co-worker', 'cover', 'duty', 'out-of-hours', 'manager-line']
const MAY_KNOW = Object.entries(AUDIENCES)
  .filter(([value]) => value !== 'allocated-worker')
  .map(([value, text]) => ({ value, text: text.slice(0, 1).toUpperCase() + text.slice(1) }))

const FIELD_OF: Readonly<Record<MustKnowRefusal, string>> = {
  'fact empty': 'fact',
  'fact too long': 'fact',
  'kind of fact unknown': 'kind',
  'nobody needs it': 'audience',
  'need unknown': 'audience',
  'fact review no day': 'review_by',
  'fact review not ahead': 'review_by',
  'fact review beyond a year': 'review_by',
  'end reason unknown': 'outcome',
  'ended already': 'outcome',
}
const faultsOf = (refused: readonly MustKnowRefusal[], today: IsoDay) => ({
  faults: refused.map((one) => ({ field: FIELD_OF[one], says: familyRefusalWords(one, today) })),
})

function decide(typed: Typed, given: Given, today: IsoDay) {
  const fact = { kind: typed.one('kind'), fact: typed.one('fact'), audience: typed.all('audience') }
  const reviewBy = dayTyped(typed.one('review_by'), today, 'ahead')
  const barred = barredIn(typed, given)
  const may = mayRecordMustKnow({ ...fact, mustNotKnow: barred.ids, reviewBy }, today)
  if ('ok' in may && barred.faults.length === 0) return may
  return { faults: [...('refused' in may ? faultsOf(may.refused, today).faults : []), ...barred.faults] }
}

const ReviewBy: FC<{ readonly of: FieldsProps<unknown>; readonly label: string }> = ({ of, label }) => (
  <DayField of={of} name="review_by" label={label} hint="Within a year, for example 27 Nov or 27/11/26" looks="ahead" />
)
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="kind"
      label="What is it about?"
      items={MUST_KNOW_KINDS.map((value) => ({ value, text: KINDS[value] }))}
    />
    <LineField
      of={of}
      name="fact"
      label={`What must whoever acts for ${of.given.name} know?`}
      hint="One fact and what to do, in 120 characters: “Nut allergy, carries an EpiPen”"
    />
    <TicksField
      of={of}
      name="audience"
      label="Who needs it to act?"
      hint="The allocated worker always reads it. Nobody else does who is not ticked, neither here nor at night."
      items={MAY_KNOW}
    />
    <MustNotKnow of={of} hint="They do not see it, whatever their work with the child: neither here nor at night." />
    <ReviewBy of={of} label="By when is it looked at again?" />
  </>
)

const LABELS = {
  ...{ kind: 'What it is about', fact: 'The fact', audience: 'Who needs it', must_not: 'Who must not know it' },
  review_by: 'Looked at again by',
}
const given = async (asking: Asking, { child, me }: At): Promise<Given | undefined> => {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined) return undefined
  const colleagues = await colleaguesOffered(asking)
  return { name: known.name ?? 'this child', me, colleagues }
}
const asTyped = (fact: MustKnow, { colleagues }: Given): Values => {
  const { kind, words, audience, must_not_know: barred, review_by } = fact
  return {
    ...{ kind: [kind], fact: [words ?? ''], audience: audience.slice(), review_by: [dayWords(review_by)] },
    must_not: barredTyped(barred, colleagues),
  }
}
const lock = { may: ['write', 'header'], log: 'recorded a must-know' } as const

const whole = makeRecordForms<Given, NewMustKnow, 'kith.must_know'>({
  ...{
    name: 'must-know',
    path: 'must-knows',
    table: 'kith.must_know',
    here: '/children',
    leadsTo,
    given,
    decide,
    Fields,
    lock,
    rows: MUST_NOT_ROWS,
  },
  words: {
    ...{ thing: 'a must-know', button: 'Save must-know', done: 'Must-know saved.', fields: LABELS },
    title: ({ name }) => `What whoever acts for ${name} must know`,
  },
  start: () => ({ audience: [...ACT_FOR_THEM] }),
  record: async (asking, fact, { child }) => await recordMustKnow(asking, child, fact),
  asTyped,
  correct: async (asking, fact, id) => await correctMustKnow(asking, id, fact),
  shows: ({ kind, words, audience, must_not_know: barred, review_by }, { name, colleagues }) => ({
    title: `a must-know about ${name}`,
    rows: [
      ['The fact', words ?? 'Taken out of sight'],
      ['What it is about', kind.slice(0, 1).toUpperCase() + kind.slice(1)],
      [
        'Who needs it',
        audience
          .filter(isAudienceRelation)
          .map((one) => AUDIENCES[one])
          .join(', '),
      ],
      [
        'Who must not know it',
        colleagues
          .filter(({ value }) => barred?.includes(value))
          .map(({ text }) => text)
          .join(', ') || 'Nobody is named',
      ],
      ['Looked at again by', dayWords(review_by)],
    ],
  }),
  retract: async (asking, id, reason) => await retractTogether(asking, 'kith.must_know', { id, reason }),
})

type Looked = Given & { readonly fact: string; readonly at: string }
type Outcome = { readonly reviewBy: IsoDay } | { readonly reason: EndReason; readonly today: IsoDay }
const STILL = 'still so'
const LookedFields: FC<FieldsProps<Looked>> = (of) => (
  <>
    <p>
      <strong>{of.given.fact}</strong>
    </p>
    <p>
      Is it written wrong, or for the wrong people? <a href={`${of.given.at}/correct`}>Put it right</a>. Should it never
      have stood here? <a href={`${of.given.at}/retract`}>Take it back</a>.
    </p>
    <ChoiceField
      of={of}
      name="outcome"
      label="Is it still so?"
      items={[
        { value: STILL, text: 'Yes, and it has to be known' },
        { value: 'no longer so', text: 'No, it is no longer so' },
        { value: 'was for a time', text: 'It was for a time, and that is over' },
        { value: 'said elsewhere now', text: 'It is said elsewhere now' },
      ]}
    />
    <ReviewBy of={of} label="If it is still so: by when is it looked at again?" />
  </>
)
/** What was right in its time stays so. One that is over is not asked about again. */
const looked = makeCorrection<Looked, Outcome, 'kith.must_know'>({
  name: 'must-know-review',
  path: '/children/:child/must-knows/:about/review',
  lock: { ...lock, log: 'looked at a must-know again' },
  ...{ here: '/children', leadsTo, Fields: LookedFields },
  words: {
    ...{ thing: 'a look at a must-know', button: 'Save', done: 'Saved.' },
    fields: { outcome: 'Whether it is still so', review_by: LABELS.review_by },
    title: ({ name }) => `Is this still to be known about ${name}?`,
  },
  table: 'kith.must_know',
  given: async (asking, at, { id, words, ended }) => {
    const known = ended === null ? await given(asking, at) : undefined
    const fact = words ?? 'Taken out of sight'
    return known && { ...known, fact, at: `/children/${at.child}/must-knows/${id}` }
  },
  asTyped: () => ({}),
  decide: (typed, _, today) => {
    if (typed.one('outcome') !== STILL) {
      const may = mayEndMustKnow({ ended: null }, typed.one('outcome'))
      if ('ok' in may) return { ok: { reason: may.ok, today } }
      return { faults: [{ field: 'outcome', says: 'Say whether it is still so.' }] }
    }
    const may = mayReviewBy(dayTyped(typed.one('review_by'), today, 'ahead'), today)
    return 'ok' in may ? { ok: { reviewBy: may.ok } } : faultsOf(may.refused, today)
  },
  correct: async (asking, ok, { version }) =>
    'reviewBy' in ok ? await reviewMustKnow(asking, version, ok.reviewBy) : await endMustKnowFrom(asking, version, ok),
})

export const mustKnowForms: readonly Form[] = [...whole, looked]
