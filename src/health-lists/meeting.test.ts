// A row of a list beside the record: new, more, the same, otherwise; what the same provider said before they may say anew, nobody else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import type { ListRow, Said } from './list-row.ts'
import { type Known, metAssessment, metReferral } from './meeting.ts'

const TODAY = day('2026-11-24')
const row = (said: Said, reference: string | null = null): ListRow => ({ row: 2, child: '100', reference, said })
const NOTHING = {
  received: null,
  answer: null,
  answered: null,
  offered: null,
  seen: null,
  seen_by: null,
  outcome: null,
  ended: null,
}
const referral = (values: Known['values'], more: Partial<Known> = {}): Known => ({
  ...{ line: 'l', id: 'v', words: 'Sleep.', references: [], before: {} },
  values: {
    ...NOTHING,
    asked: '2026-03-01',
    asked_for: 'mental health',
    asked_by: 'carer',
    waits_for: null,
    ...values,
  },
  ...more,
})
const LIST = { asked_for: 'mental health', received: '2026-03-10' }

type Case = readonly [name: string, said: Said, known: readonly Known[], met: string, fields?: readonly string[]]
const CASES: readonly Case[] = [
  ['nothing is known', LIST, [], 'first'],
  ['the record knew that it was asked for', LIST, [referral({})], 'fills', ['received']],
  ['it was asked for too long before', LIST, [referral({ asked: '2025-03-01' })], 'first'],
  ['it was asked for after it came', LIST, [referral({ asked: '2026-03-11' })], 'first'],
  ['another service', LIST, [referral({ asked_for: 'sexual health' })], 'first'],
  ['all of it is known', LIST, [referral({ received: '2026-03-10' })], 'known'],
  [
    'the record says another day',
    { ...LIST, answer: 'accepted', answered: '2026-03-12' },
    [referral({ received: '2026-03-10', answer: 'accepted', answered: '2026-03-20' })],
    ...(['contradicts', ['answered']] as const),
  ],
  [
    'one thing is new and one is otherwise: nothing of it is taken',
    { ...LIST, offered: '2026-04-01', answer: 'refused', answered: '2026-03-12', reason: 'No.' },
    [referral({ answer: 'accepted', answered: '2026-03-12' })],
    ...(['contradicts', ['answer']] as const),
  ],
  [
    'an appointment that the same provider moves',
    { ...LIST, offered: '2026-05-01' },
    [referral({ received: '2026-03-10', offered: '2026-04-01' }, { before: { offered: '2026-04-01' } })],
    ...(['fills', ['offered']] as const),
  ],
  [
    'an appointment that somebody of ours wrote down',
    { ...LIST, offered: '2026-05-01' },
    [referral({ received: '2026-03-10', offered: '2026-04-02' }, { before: { offered: '2026-04-01' } })],
    ...(['contradicts', ['offered']] as const),
  ],
  ['two that it fits', LIST, [referral({}), referral({ asked: '2026-03-05' }, { line: 'm' })], 'fault'],
  [
    'two, and the day of asking',
    { ...LIST, asked: '2026-03-05' },
    [referral({}), referral({ asked: '2026-03-05' }, { line: 'm' })],
    'fills',
    ['received'],
  ],
  ['received tomorrow', { ...LIST, received: '2026-11-25' }, [], 'fault'],
  ['an answer without a day', { ...LIST, answer: 'accepted' }, [], 'fault'],
  ['seen before it was asked for', { ...LIST, seen: '2026-02-01', seen_by: 'nurse' }, [referral({})], 'fault'],
  ['refused without a reason', { ...LIST, answer: 'refused', answered: '2026-03-12' }, [], 'fault'],
]
for (const [name, said, known, kind, fields] of CASES)
  test(`a referral: ${name}`, () => {
    const met = metReferral(row(said), { known, today: TODAY })
    assert.equal(met.kind, kind)
    if ('fields' in met) assert.deepEqual(met.fields, fields)
  })

test('the provider’s own number finds a referral, whatever its days; one with another number is left alone', () => {
  const own = referral({ asked: '2025-01-01', received: '2025-01-03' }, { references: ['R-1'] })
  assert.equal(
    metReferral(row({ ...LIST, received: '2025-01-03' }, 'R-1'), { known: [own], today: TODAY }).kind,
    'known',
  )
  const other = referral({}, { references: ['R-1'] })
  assert.equal(metReferral(row(LIST, 'R-2'), { known: [other], today: TODAY }).kind, 'first')
})

const assessment = (values: Known['values'], before: Said = {}): Known => ({
  ...{ line: 'l', id: 'v', words: undefined, references: [], before },
  values: {
    kind: 'review',
    happened: '2026-03-10',
    by_role: 'nurse',
    outcome: 'seen',
    reported: null,
    mode: null,
    ...values,
  },
})
const HELD = { kind: 'review', happened: '2026-03-10', by_role: 'nurse' }
for (const [name, said, known, kind] of [
  ['new', HELD, [], 'first'],
  ['known', HELD, [assessment({})], 'known'],
  ['the report came', { ...HELD, reported: '2026-03-20' }, [assessment({})], 'fills'],
  ['another day nearby', { ...HELD, happened: '2026-03-12' }, [assessment({})], 'contradicts'],
  [
    'another day nearby, which the same provider gave',
    { ...HELD, happened: '2026-03-12' },
    [assessment({}, HELD)],
    'fills',
  ],
  ['half a year later is another', { ...HELD, happened: '2026-09-12' }, [assessment({})], 'first'],
  ['a first assessment is no review', { ...HELD, kind: 'initial' }, [assessment({})], 'first'],
  ['a report before it', { ...HELD, reported: '2026-03-01' }, [assessment({})], 'fault'],
  ['tomorrow', { ...HELD, happened: '2026-11-25' }, [], 'fault'],
] as const)
  test(`an assessment: ${name}`, () => assert.equal(metAssessment(row(said), { known, today: TODAY }).kind, kind))
