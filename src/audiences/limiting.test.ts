// What may be decided of who may know, and of what a document may go into.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { mayLetIn, type TypedLettingIn } from './letting-in.ts'
import { ELSEWHERE, mayLimitAudience, type TypedAudience, WITHHOLDING } from './limiting.ts'
import { beginningOf } from './statement.ts'

const TODAY = day('2026-11-23')
const KEPT: TypedAudience = {
  ...{ relations: ['manager-line'], mustNotKnow: [], power: 'safety of the child', decided: '2026-11-02' },
  ...{ because: 'Somebody is looking for them.', decidedBy: 'dawn', until: '', order: '', withheldFrom: [] },
}
const NAMEABLE = {
  orders: [
    { line: 'care', kind: 'care order' },
    { line: 'placement', kind: 'placement order' },
  ],
  people: [{ line: 'dad' }],
}
const refused = (typed: Partial<TypedAudience>): readonly string[] => {
  const may = mayLimitAudience({ ...KEPT, ...typed }, TODAY, NAMEABLE)
  return 'ok' in may ? [] : may.refused
}

test('a decision names what it rests on, and an order where it rests on one', () => {
  const cases: readonly [string, Partial<TypedAudience>, readonly string[]][] = [
    ['plain', {}, []],
    ['looked at again', { until: '2027-01-05' }, []],
    ['looked at again today', { until: '2026-11-23' }, ['until not ahead']],
    ['no day', { until: 'soon' }, ['until no day']],
    ['a court, and no order', { power: 'court order' }, ['order missing']],
    ['a court, an order of the record', { power: 'court order', order: 'placement' }, []],
    ['a court, an order from elsewhere', { power: 'court order', order: ELSEWHERE }, []],
    ['an order of another child', { order: 'other' }, ['order unknown']],
    ['only somebody who is not told', { relations: [], withheldFrom: ['dad'] }, []],
    ['nobody', { relations: [] }, ['nobody is limited']],
    ['somebody who is not around the child', { withheldFrom: ['neighbour'] }, ['withheld unknown']],
    ['15(4) without order or person', { power: WITHHOLDING }, ['no care order', 'withheld from nobody']],
    ['15(4) under another order', { power: WITHHOLDING, order: 'placement', withheldFrom: ['dad'] }, ['no care order']],
    [
      '15(4) with an order elsewhere',
      { power: WITHHOLDING, order: ELSEWHERE, withheldFrom: ['dad'] },
      ['no care order'],
    ],
    ['15(4)', { power: WITHHOLDING, order: 'care', withheldFrom: ['dad'] }, []],
  ]
  for (const [name, typed, expected] of cases) assert.deepEqual(refused(typed), expected, name)
})

test('who keeps the record may always know; a court has no worker who decided', () => {
  const made = (typed: Partial<TypedAudience>) => {
    const may = mayLimitAudience({ ...KEPT, ...typed }, TODAY, NAMEABLE)
    return 'ok' in may ? may.ok : assert.fail(may.refused.join())
  }
  assert.deepEqual(made({}).relations, ['allocated-worker', 'manager-line'])
  assert.deepEqual([made({}).decidedBy, made({ power: 'court order', order: 'care' }).decidedBy], ['dawn', null])
  assert.deepEqual([made({ order: 'care' }).order, made({ order: ELSEWHERE }).order], ['care', null])
  assert.deepEqual(made({ relations: [], mustNotKnow: ['a', 'a'] }).mustNotKnow, ['a'])
})

test('told and agreed are two facts, and without agreement another power is named', () => {
  const typed: TypedLettingIn = {
    ...{ uses: ['print'], decided: '2026-11-20', until: '', told: 'yes', agreed: 'yes', power: 'their agreement' },
    why: 'For the court.',
  }
  const cases: readonly [Partial<TypedLettingIn>, readonly string[]][] = [
    [{}, []],
    [{ told: 'no' }, ['agreed untold']],
    [{ agreed: 'no' }, ['power without agreement']],
    [{ agreed: 'no', power: 'court order' }, []],
    [{ told: 'no', agreed: 'not asked', power: 'to keep a child safe' }, []],
    [{ told: '', agreed: '', power: '' }, ['told unknown', 'agreed unknown', 'power unknown']],
    [{ uses: [], why: ' ' }, ['no use', 'why empty']],
    [{ uses: ['print', 'poster'] }, ['no use']],
    [{ decided: '2026-11-24', until: '2026-11-23' }, ['decided after today', 'until not ahead']],
  ]
  for (const [changes, expected] of cases) {
    const may = mayLetIn({ ...typed, ...changes }, TODAY)
    assert.deepEqual('ok' in may ? [] : may.refused, expected, JSON.stringify(changes))
  }
})

test('the beginning of what was written says which is meant', () => {
  assert.equal(beginningOf('Short.'), 'Short.')
  assert.equal(beginningOf(`${'word '.repeat(30)}`).length <= 61, true)
  assert.equal(beginningOf(undefined), 'taken out of sight')
})
