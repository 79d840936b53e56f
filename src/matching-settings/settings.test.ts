// The settings of matching: what ships is what matching shipped with; what a council sets is what matching reads; what no setting may touch.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { explain, STANDARD_POLICY, wantedOf } from '#matching'
import { at, knownHome, wantedHome } from '../matching/test-matching.ts'
import { AS_IT_SHIPS, changesOf, settingsOf, stepsIn, type Values } from './settings.ts'
import { SETTINGS } from './settings-data.ts'

const own = (more: Partial<Values>): Values => ({ ...AS_IT_SHIPS, ...more })

describe('settings of matching', () => {
  test('what ships is matching’s own standard, ten working days and the three guesses', () => {
    const { policy, meetWithin, doubts } = settingsOf(AS_IT_SHIPS, 0)
    assert.deepEqual(policy, STANDARD_POLICY)
    assert.equal(meetWithin, 10)
    assert.deepEqual(doubts, { approvedInTime: 0.5, staysTheYear: 0.9, takenUp: 0.6 })
    for (const { name, ships, from, to } of SETTINGS) assert.ok(ships >= from && ships <= to, name)
  })
  test('steps are one to four whole miles, each further', () => {
    assert.deepEqual(stepsIn('10, 20,40'), [10, 20, 40])
    for (const wrong of ['', '20, 10', '10, 10', '0, 5', '5, 201', '1 2 3 4 5', 'ten', '2.5'])
      assert.equal(stepsIn(wrong), undefined, wrong)
  })
  test('the council’s own rule of miles asks a decision beside the law, and the version is named', () => {
    const { policy } = settingsOf(own({ own: { over: 15, by: 'director' } }), 3)
    const told = explain(wantedOf(wantedHome(), policy), knownHome('far', { at: at(25) }))
    assert.equal(told.policyVersion, 'council-3')
    assert.ok(told.gates.some(({ code, unlock }) => code === 'localDistance' && unlock?.by === 'director'))
  })
  test('no setting opens a gate: with every number at either end, a home that cannot be cannot be', () => {
    const asked = wantedHome()
    const shut = knownHome('full', { free: 0 })
    for (const end of ['from', 'to'] as const) {
      const numbers = Object.fromEntries(SETTINGS.map((setting) => [setting.name, setting[end]]))
      const { policy } = settingsOf(own(numbers), 1)
      assert.equal(explain(wantedOf(asked, policy), shut).verdict, 'cannot')
      assert.deepEqual(
        explain(wantedOf(asked, policy), shut).gates,
        explain(wantedOf(asked, STANDARD_POLICY), shut).gates,
      )
    }
  })
  test('two versions differ field by field', () => {
    assert.deepEqual(changesOf(AS_IT_SHIPS, AS_IT_SHIPS), [])
    assert.deepEqual(
      changesOf(AS_IT_SHIPS, own({ weigh_home: 25, own: { over: 30, by: 'nominatedOfficer' } })).map(({ now }) => now),
      ['25', 'A nominated officer decides over 30 miles'],
    )
  })
})
