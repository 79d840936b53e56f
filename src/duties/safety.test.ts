// Missing and exploitation, case by case: told in time, met about, looked at again, referred.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dutyLine } from '#ledger'
import { type MissingEpisode, NO_SAFETY, type SafetyFacts } from '#missing'
import type { ChildFacts } from './child-facts.ts'
import { dutiesOf } from './duties-of.ts'
import { READINGS, type Readings } from './known.ts'
import { child, n, noon, period, placement, RETURN_2027 } from './test-child.ts'

const HOUR = 3_600_000
const at = (line: string, on: string) => ({ line, recorded: noon(on) })
const HOME = placement('2026-03-27')
const IN_CARE = { periods: [period('2026-03-27')], placements: [HOME] }
const gone = (from: string, until?: string, more: Partial<MissingEpisode> = {}): MissingEpisode => ({
  ...at(`gone ${from}`, from),
  ...{ kind: 'missing', from: n(from), until: until === undefined ? undefined : n(until), returnedAt: undefined },
  ...more,
})
type Safe = Partial<SafetyFacts>
/** Of one rule: the times missing, what else is known, and the day. */
const ruled =
  (rule: string, more: Partial<ChildFacts> = {}, readings?: Readings) =>
  (episodes: readonly MissingEpisode[], safety: Safe, on: string) =>
    dutiesOf(
      child({ ...IN_CARE, missingEpisodes: episodes, safety: { ...NO_SAFETY, ...safety }, ...more }),
      n(on),
      readings,
    )
      .map((duty) => dutyLine('Maya', duty, { on: n(on), coverage: [] }))
      .filter((line) => line.rule === rule)
      .map(({ state, due, done, missing }) => [state, due ?? '-', done ?? '-', missing ?? ''].join(' ').trim())

describe('the police are told within the hours of the placement plan', () => {
  const one = gone('2026-05-01')
  const went = { gone: new Map([[one.line, noon('2026-05-01')]]), reporting: new Map([[HOME.line, 2]]) }
  const told = (hours: number) => [
    { ...at('told', '2026-05-01'), episode: one.line, day: n('2026-05-01'), at: noon('2026-05-01') + hours * HOUR },
  ]
  test('in time, late by the hour, not at all', () => {
    const of = (more: Safe) => ruled('MI-03')([one], { ...went, ...more }, '2026-05-03')
    assert.deepEqual(of({ policeTold: told(2) }), ['doneOnTime 2026-05-01 2026-05-01'])
    assert.deepEqual(of({ policeTold: told(2.5) }), ['doneLate 2026-05-01 2026-05-01'])
    assert.deepEqual(of({}), ['overdue 2026-05-01 -'])
    const another = told(1).map((row) => ({ ...row, episode: 'another' }))
    assert.deepEqual(of({ policeTold: another }), ['overdue 2026-05-01 -'])
  })
  test('without the hour, or without the plan, it is not known, and what is missing is named', () => {
    assert.deepEqual(ruled('MI-03')([one], { reporting: went.reporting }, '2026-05-03'), [
      'unknown - - the hour at which the child went missing',
    ])
    assert.deepEqual(ruled('MI-03')([one], { gone: went.gone }, '2026-05-03'), [
      'unknown - - the hours in the placement plan after which the child is reported',
    ])
  })
  test('back on the day on which the report was owed, at no hour that anybody wrote: not known, unless they were told in time', () => {
    const back = { ...one, until: one.from }
    const of = (more: Safe) => ruled('MI-03')([back], { ...went, ...more }, '2026-05-03')
    assert.deepEqual(of({}), ['unknown 2026-05-01 - the hour of the return'])
    assert.deepEqual(of({ policeTold: told(1) }), ['doneOnTime 2026-05-01 2026-05-01'])
    assert.deepEqual(of({ policeTold: told(3) }), ['unknown 2026-05-01 2026-05-01 the hour of the return'])
    const later = { ...one, until: n('2026-05-02') }
    assert.deepEqual(
      ruled('MI-03')([later], went, '2026-05-03'),
      ['overdue 2026-05-01 -'],
      'still gone when it was owed',
    )
    const long = { ...went, reporting: new Map([[HOME.line, 24]]) }
    assert.deepEqual(ruled('MI-03')([back], long, '2026-05-03'), [], 'back a day before')
  })
  test('told on that day at no hour that anybody wrote: not known', () => {
    const noHour = told(0).map((row) => ({ ...row, at: undefined }))
    assert.deepEqual(ruled('MI-03')([one], { ...went, policeTold: noHour }, '2026-05-03'), [
      'unknown 2026-05-01 2026-05-01 the hour at which the police were told',
    ])
  })
  test('the hours of the plan hold for all homes with the same carers', () => {
    const moved = placement('2026-04-20', { sameCarers: true })
    const same = { placements: [{ ...HOME, ended: n('2026-04-20') }, moved] }
    const told2 = { ...went, policeTold: told(2) }
    assert.deepEqual(ruled('MI-03', same)([one], told2, '2026-05-03'), ['doneOnTime 2026-05-01 2026-05-01'])
    const other = { placements: [{ ...HOME, ended: n('2026-04-20') }, placement('2026-04-20')] }
    assert.match(
      ruled('MI-03', other)([one], told2, '2026-05-03')[0] ?? '',
      /^unknown .* the hours in the placement plan/,
    )
  })
  test('back before the report was owed, away without authorisation, or known from a return only: nothing', () => {
    const back = { ...one, until: one.from, returnedAt: noon('2026-05-01') + HOUR }
    assert.deepEqual(ruled('MI-03')([back], went, '2026-05-03'), [])
    assert.deepEqual(ruled('MI-03')([{ ...one, kind: 'away' }], went, '2026-05-03'), [])
    assert.deepEqual(ruled('MI-03', { coverage: RETURN_2027 })([one], went, '2026-05-03'), [])
  })
})

describe('those who work with the child meet', () => {
  const meeting = (on: string, about?: string) => [{ ...at('meeting', on), day: n(on), about }]
  test('for the third time in 90 days; not for the second, nor for one 90 days before', () => {
    const three = [gone('2026-05-01', '2026-05-01'), gone('2026-06-01', '2026-06-01'), gone('2026-07-01', '2026-07-01')]
    assert.deepEqual(ruled('MI-04')(three, {}, '2026-07-03'), ['notYetDue - -'])
    assert.deepEqual(ruled('MI-04')(three.slice(1), {}, '2026-07-03'), [])
    const far = [gone('2026-04-02', '2026-04-02'), ...three.slice(1)]
    assert.deepEqual(ruled('MI-04')(far, {}, '2026-07-03'), [])
  })
  test('for more than 24 hours, by the clock where both hours are known', () => {
    const night = gone('2026-05-01', '2026-05-02', { returnedAt: noon('2026-05-02') + HOUR })
    const hours = { gone: new Map([[night.line, noon('2026-05-01')]]) }
    assert.equal(ruled('MI-04')([night], hours, '2026-05-04').length, 1)
    assert.deepEqual(ruled('MI-04')([{ ...night, returnedAt: noon('2026-05-02') }], hours, '2026-05-04'), [])
    assert.deepEqual(ruled('MI-04')([gone('2026-05-01')], {}, '2026-05-02'), [])
    assert.equal(ruled('MI-04')([gone('2026-05-01')], {}, '2026-05-03').length, 1)
  })
  test('after the hours and the times that the council chose', () => {
    const night = gone('2026-05-01', '2026-05-02', { returnedAt: noon('2026-05-02') })
    const hours = { gone: new Map([[night.line, noon('2026-05-01') - HOUR]]) }
    const chosen = (more: Partial<Readings>) => ruled('MI-04', {}, { ...READINGS, ...more })
    assert.equal(chosen({ missingHours: 24 })([night], hours, '2026-05-04').length, 1)
    assert.deepEqual(chosen({ missingHours: 48 })([night], hours, '2026-05-04'), [])
    assert.deepEqual(chosen({ missingHours: 48 })([gone('2026-05-01')], {}, '2026-05-03'), [], 'not for certain yet')
    assert.equal(chosen({ missingHours: 48 })([gone('2026-05-01')], {}, '2026-05-04').length, 1)
    assert.equal(chosen({ missingHours: 12 })([gone('2026-05-01')], {}, '2026-05-03').length, 1)
    const two = [gone('2026-06-01', '2026-06-01'), gone('2026-07-01', '2026-07-01')]
    assert.deepEqual(chosen({ missingTimes: 3 })(two, {}, '2026-07-03'), [])
    assert.equal(chosen({ missingTimes: 2 })(two, {}, '2026-07-03').length, 1)
  })
  test('where the last look saw a risk of exploitation; a meeting afterwards meets it, one about another time before does not', () => {
    const seen = (risk: 'yes' | 'no', on: string) => ({
      ...at(`look ${on}`, on),
      day: n(on),
      risk,
      reviewBy: n('2026-08-01'),
    })
    const one = gone('2026-05-10', '2026-05-10')
    assert.deepEqual(ruled('MI-04')([one], { exploitation: [seen('no', '2026-05-01')] }, '2026-05-12'), [])
    const risk = { exploitation: [seen('no', '2026-04-01'), seen('yes', '2026-05-01')] }
    assert.deepEqual(ruled('MI-04')([one], risk, '2026-05-12'), ['notYetDue - -'])
    const held = (on: string, about?: string) =>
      ruled('MI-04')([one], { ...risk, meetings: meeting(on, about) }, '2026-05-12')
    assert.deepEqual(held('2026-05-11'), ['doneOnTime - 2026-05-11'])
    assert.deepEqual(held('2026-05-09', 'another'), ['notYetDue - -'])
  })
})

describe('exploitation', () => {
  test('looked at again by the day agreed; leaving care ends it', () => {
    const look = (on: string, reviewBy: string) => ({
      ...at(on, on),
      day: n(on),
      risk: 'yes' as const,
      reviewBy: n(reviewBy),
    })
    const two = [look('2026-05-01', '2026-06-01'), look('2026-06-03', '2026-07-01')]
    assert.deepEqual(ruled('MI-10')([], { exploitation: two }, '2026-06-10'), [
      'doneLate 2026-06-01 2026-06-03',
      'notYetDue 2026-07-01 -',
    ])
    const none = { ...look('2026-06-03', '2026-07-01'), risk: 'no' as const, reviewBy: undefined }
    assert.deepEqual(ruled('MI-10')([], { exploitation: [two[0] ?? none, none] }, '2026-06-10'), [
      'doneLate 2026-06-01 2026-06-03',
    ])
    const left = { periods: [period('2026-03-27', { ended: n('2026-06-20') })] }
    assert.equal(ruled('MI-10', left)([], { exploitation: two }, '2026-08-10').at(-1), 'notApplicable 2026-07-01 -')
  })
  test('seen and not referred; referred; decided late over a bank holiday', () => {
    const seen = { ...at('seen', '2026-08-24'), seen: n('2026-08-24'), referred: undefined, reasonable: undefined }
    assert.deepEqual(ruled('MI-08')([], { slavery: [seen] }, '2026-08-30'), ['notYetDue - -'])
    const sent = { ...seen, referred: n('2026-08-26') }
    assert.deepEqual(ruled('MI-08')([], { slavery: [sent] }, '2026-09-04'), [
      'doneOnTime - 2026-08-26',
      'overdue 2026-09-03 -',
    ])
    assert.equal(
      ruled('MI-08')([], { slavery: [{ ...sent, reasonable: n('2026-09-04') }] }, '2026-09-10').at(-1),
      'doneLate 2026-09-03 2026-09-04',
    )
  })
})
