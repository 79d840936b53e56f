// Where a return stands, step by step, and which steps are refused: each case with a name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { decideStep, type FlagNow, partsOf, type Step, type StepAsked, standingOf, yearsBegun } from './state.ts'

const [ANA, BEN] = ['ana', 'ben']
const step = (kind: Step['kind'], at: string, more: Partial<Step> = {}): Step => ({
  ...{ id: `${kind} ${at}`, kind, section: 'whole', undoes: null, by: ANA, byName: 'Ana', at, flags: 0 },
  ...{ why: undefined, file: null, day: null, knownAt: null, children: null, ...more },
})
const flag = (found: string, severity: FlagNow['severity'] = 'unknown', part = 'Header'): FlagNow => ({
  part,
  severity,
  found,
})
const signed = [step('prepared', '1'), step('signed', '2', { by: BEN })]

const states: readonly [string, readonly Step[], readonly FlagNow[], string][] = [
  ['nobody has done anything', [], [], 'being put right'],
  ['prepared alone', [step('prepared', '1')], [], 'being put right'],
  ['signed as a whole, no flag', signed, [], 'ready to send'],
  ['signed with a flag of unknown severity that stood then', signed, [flag('1')], 'ready to send'],
  ['signed, and an error stands', signed, [flag('1', 'error')], 'signed off'],
  ['signed, and a query stands', signed, [flag('1', 'query')], 'ready to send'],
  ['signed, and a flag was found since', signed, [flag('3')], 'signed off'],
  ['one table signed', [step('prepared', '1'), step('signed', '2', { section: 'Header' })], [], 'being put right'],
  ['the signature taken back', [...signed, step('taken back', '3', { undoes: 'signed 2' })], [], 'being put right'],
  ['signed again after a new flag', [...signed, step('signed', '4', { by: BEN })], [flag('3')], 'ready to send'],
  ['sent', [...signed, step('made', '3'), step('sent', '4')], [], 'sent'],
  [
    'recorded as sent, taken back',
    [...signed, step('sent', '4'), step('taken back', '5', { undoes: 'sent 4' })],
    [],
    'ready to send',
  ],
]
for (const [name, steps, flags, state] of states)
  test(`${name}: ${state}`, () => assert.equal(standingOf(2027, steps, flags).state, state))

test('severities that nobody has entered are counted, and forbid nothing by themselves', () => {
  const { unknown, forbidding } = standingOf(2027, signed, [flag('1'), flag('1'), flag('1', 'error')])
  assert.deepEqual([unknown, forbidding], [2, 1])
})

const asked = (kind: StepAsked['kind'], more: Partial<StepAsked> = {}): StepAsked => ({
  kind,
  section: 'whole',
  why: '',
  ...more,
})
const refusals: readonly [string, StepAsked, readonly Step[], readonly FlagNow[], string, RegExp][] = [
  ['signing what nobody prepared', asked('signed'), [], [], BEN, /Nobody has prepared/],
  ['signing what oneself prepared', asked('signed'), [step('prepared', '1')], [], ANA, /Another person/],
  [
    'signing after the preparation was taken back',
    asked('signed'),
    [step('prepared', '1'), step('taken back', '2', { undoes: 'prepared 1' })],
    [],
    BEN,
    /Nobody has prepared/,
  ],
  ['signing over a flag without a word', asked('signed'), [step('prepared', '1')], [flag('1')], BEN, /1 flag remains/],
  ['sending what is not ready', asked('sent'), [step('prepared', '1')], [], BEN, /not ready/],
  ['sending what no file was made of', asked('sent'), signed, [], BEN, /No file/],
  ['sending a part', asked('sent', { section: 'Header' }), signed, [], BEN, /as a whole/],
  ['sending twice', asked('sent'), [...signed, step('made', '3'), step('sent', '4')], [], BEN, /already/],
  ['a part that there is not', asked('prepared', { section: 'Nothing' }), [], [], ANA, /Choose/],
]
for (const [name, what, steps, flags, me, says] of refusals)
  test(`${name} is refused`, () => {
    const decided = decideStep(what, { year: 2027, me, steps, flags, unseen: 0 })
    assert.ok('says' in decided && says.test(decided.says), JSON.stringify(decided))
  })

test('one table signed over its own flags alone, with a reason: they are counted', () => {
  const flags = [flag('1'), flag('1', 'unknown', 'Reviews')]
  const what = asked('signed', { section: 'Reviews', why: 'we know, because the court moved the day' })
  assert.deepEqual(decideStep(what, { year: 2027, me: BEN, steps: [step('prepared', '1')], flags, unseen: 0 }), {
    ...what,
    flags: 1,
  })
})

test('a flag that the signer may not see needs a reason too', () => {
  const given = { year: 2027, me: BEN, steps: [step('prepared', '1')], flags: [], unseen: 2 }
  const decided = decideStep(asked('signed'), given)
  assert.ok('says' in decided && /2 flags remain/.test(decided.says))
})

test('a collection has begun from its 1 April on, and an old one stays checkable', () => {
  assert.deepEqual(yearsBegun(day('2026-03-31')), [2025, 2026])
  assert.deepEqual(yearsBegun(day('2026-04-01')), [2025, 2026, 2027])
  assert.deepEqual(yearsBegun(day('2031-01-01')), [2025, 2026, 2027])
})

test('part by part: what is flagged, who prepared and signed it last, and what was found since', () => {
  const steps = [step('prepared', '1'), step('signed', '2')]
  const flags = [flag('1', 'unknown', 'Reviews'), flag('3', 'unknown', 'Reviews')]
  const parts = partsOf(2027, steps, flags)
  const reviews = parts.find(({ table }) => table === 'Reviews')
  assert.deepEqual(
    [reviews?.flags, reviews?.newSince, reviews?.prepared?.kind, reviews?.signed?.kind],
    [2, 1, 'prepared', 'signed'],
  )
  assert.deepEqual(
    parts.map(({ flags: own }) => own).reduce((sum, own) => sum + own, 0),
    flags.length,
  )
  assert.equal(
    partsOf(2027, [], flags).every(({ signed, newSince }) => signed === undefined && newSince === 0),
    true,
  )
  assert.equal(
    partsOf(2024, [], []).some(({ table }) => table === 'DoLo'),
    false,
  )
})
