// Lists as they are given: every row that cannot be taken is named by its line, and nothing of such a list is taken.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { providersIn, severitiesIn } from './entered-lists.ts'

const CODES = new Set(['101', '103', '167'])

test('severities: each bad row by its line, all of them; a whole list or nothing', () => {
  assert.deepEqual(severitiesIn('rule,severity\n101,Error\n103,query\n', CODES), {
    rows: [
      { rule: '101', severity: 'error' },
      { rule: '103', severity: 'query' },
    ],
  })
  const bad = severitiesIn('severity,rule\nerror,101\ngrave,103\nquery,9\nerror,101\nerror\n', CODES)
  assert.deepEqual('bad' in bad && bad.bad.map(({ line }) => line), [3, 4, 5, 6])
  for (const text of ['', 'rule,severity\n', 'rule\n101\n', 'rule,severity\n"101,error\n'])
    assert.ok('bad' in severitiesIn(text, CODES), text)
})

const HEAD = 'URN,PLACE_CODES,PROVIDER_CODES,REG_END,POSTCODE,LA_CODE_INFERRED'
test('providers: codes with commas, the day as Ofsted writes it, and what cannot be one', () => {
  const given = providersIn(`${HEAD}\nsc12,"U1, u6",PR1,31/03/2026,ab1 2cd,E06000053\n77,,,,,\n`)
  assert.deepEqual(given, {
    rows: [
      { urn: 'SC12', places: 'U1,U6', sectors: 'PR1', ended: '2026-03-31', postcode: 'AB12CD', authority: 'E06000053' },
      { urn: '77', places: '', sectors: '', ended: null, postcode: '', authority: '' },
    ],
  })
  const bad = providersIn(`${HEAD}\n?,U1,PR1,,,\n1,foster,PR1,,,\n2,U1,one,,,\n3,U1,PR1,31/02/2026,,\n4,,,,,\n4,,,,,\n`)
  assert.deepEqual('bad' in bad && bad.bad.map(({ line }) => line), [2, 3, 4, 5, 7])
})
