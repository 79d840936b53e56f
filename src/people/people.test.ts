// Names, birth claims and identifiers: what may be recorded, by whom, and which one is in force.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { mayClaimBirth, type TypedBirth } from './birth-claim.ts'
import { JORDAN_CERTIFICATE, JORDAN_NAMES, JORDAN_NHS, JORDAN_TOLD, TODAY } from './examples.ts'
import { mayRecordIdentifier } from './identifier.ts'
import { mayRecordName, shownName } from './name.ts'
import { personRefusalWords } from './refusal-words.ts'
import {
  birthClaimsOf,
  birthOf,
  childrenWithIdentifier,
  namesOf,
  recordBirthClaim,
  recordIdentifier,
  recordName,
} from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('people')
})
after(async () => await record.close())

const claim = (typed: TypedBirth) => {
  const may = mayClaimBirth(typed, TODAY)
  assert.ok('ok' in may)
  return may.ok
}

test('what a name may be', () => {
  const refused = (kind: string, name: string, since = '') => {
    const may = mayRecordName({ kind, name, since }, TODAY)
    return 'refused' in may ? may.refused : may.ok
  }
  assert.deepEqual(refused('nickname', ' '), ['kind of name unknown', 'name empty'])
  assert.deepEqual(refused('given', 'Jo', '2026-11-24'), ['since after today'])
  assert.deepEqual(refused('given', 'Jo', 'May'), ['since no day'])
  assert.deepEqual(refused('given', ' Mary  Jane '), { kind: 'given', name: 'Mary Jane', since: null })
  assert.equal(personRefusalWords('since after today', TODAY), 'It cannot be since a day after today, Mon 23 Nov 2026.')
})

test('what a birth claim and an identifier may be', () => {
  const may = mayClaimBirth({ born: '2026-12-01', basis: 'guess', standing: 'sure' }, TODAY)
  assert.deepEqual('refused' in may && may.refused, ['born after today', 'basis unknown', 'standing unknown'])
  const number = (issuer: string, value: string) => {
    const outcome = mayRecordIdentifier({ issuer, value })
    return 'refused' in outcome ? outcome.refused[0] : outcome.ok.value
  }
  assert.equal(number('nhs', JORDAN_NHS), '9991234578')
  assert.equal(number('nhs', '999 123 4579'), 'not an NHS number')
  assert.equal(number('nhs', '9991234560'), 'not an NHS number')
  assert.equal(number('upn', 'a12345678901x'), 'A12345678901X')
  assert.equal(number('upn', '123'), 'not a pupil number')
  assert.equal(number('library', '1'), 'issuer unknown')
  assert.equal(number('ssda903', ' '), 'identifier empty')
})

test('the name shown is what the child is known as, and nobody else reads it', async () => {
  await record.as('priya', async (asking) => {
    for (const typed of JORDAN_NAMES) {
      const may = mayRecordName(typed, TODAY)
      assert.ok('ok' in may)
      await recordName(asking, record.jordan, may.ok)
    }
  })
  const shown = async (name: 'priya' | 'hana' | 'tom') =>
    await record.as(name, async (asking) => shownName(await namesOf(asking, record.jordan)))
  assert.deepEqual([await shown('priya'), await shown('hana'), await shown('tom')], ['Jo Marsh', 'Jo Marsh', undefined])
})

test('a new claim in force takes the place of the one before, which stays as disputed', async () => {
  await record.as('priya', async (asking) => await recordBirthClaim(asking, record.jordan, claim(JORDAN_TOLD)))
  await record.as('priya', async (asking) => await recordBirthClaim(asking, record.jordan, claim(JORDAN_CERTIFICATE)))
  await record.as(
    'priya',
    async (asking) =>
      await recordBirthClaim(asking, record.jordan, claim({ ...JORDAN_TOLD, born: '2011-01-01', standing: 'claimed' })),
  )
  const { claims, inForce } = await record.as('priya', async (asking) => ({
    claims: await birthClaimsOf(asking, record.jordan),
    inForce: await birthOf(asking, record.jordan),
  }))
  assert.equal(inForce?.born, '2012-04-05')
  assert.deepEqual(
    claims.map(({ born, standing }) => [born, standing]),
    [
      ['2012-05-04', 'disputed'],
      ['2012-04-05', 'in force'],
      ['2011-01-01', 'claimed'],
    ],
  )
})

test('a child is found by a number only by those who see the child', async () => {
  await record.as(
    'priya',
    async (asking) => await recordIdentifier(asking, record.jordan, { issuer: 'nhs', value: '9991234578' }),
  )
  const found = async (name: 'priya' | 'tom') =>
    await record.as(name, async (asking) => await childrenWithIdentifier(asking, 'nhs', '9991234578'))
  assert.deepEqual([await found('priya'), await found('tom')], [[record.jordan], []])
})

test('nobody names a child whom they do not know, nor one whose header they only read', async () => {
  for (const name of ['tom', 'hana', 'ravi', 'ada'] as const)
    await assert.rejects(
      record.as(
        name,
        async (asking) => await recordName(asking, record.jordan, { kind: 'given', name: 'X', since: null }),
      ),
      (error) => error instanceof Refused && error.kind === 'not allowed',
      name,
    )
})
