// Which rows a collection asks for of what the record holds, and which it does not; ends that had not come are not said.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import type { Plain } from '#return-facts'
import type { TableName } from '#return-files'
import type { Held } from './held.ts'
import { held, made } from './test-held.ts'

const period = (columns: Readonly<Record<string, Plain>> = {}): Held =>
  held('care_period', { began: '2025-06-01', began_by: null, ended: null, end_reason: null, need: null, ...columns })
const born = held('birth_claim', { born: '2012-10-03', basis: 'certificate' })
const inCare = [period(), born]
const adopted = [period({ ended: '2026-12-01', end_reason: 'E11' }), born]
const adoption = held('adoption', {
  ...{ placed: '2026-05-01', matched: null, by_carer: false, adopters: 2, adopters_sex: 'MF', adopters_status: 'L0' },
})
const answer = (year: number, question: string, said: string) =>
  held('year_answer', { year_ending: `${year}-03-31`, question, answer: said })
const leaver = held('care_leaver_answer', {
  year_ending: '2027-03-31',
  in_touch: 'YES',
  activity: 'F1',
  accommodation: 'U1',
})
const permanence = (columns: Readonly<Record<string, Plain>> = {}) =>
  held('previous_permanence', {
    kind: 'P1',
    authority: '999',
    ended_year: 2019,
    ended_month: null,
    ended_day: null,
    ...columns,
  })
const who = 'the-record,03/10/2012'

type Case = readonly [
  name: string,
  table: TableName,
  held: readonly Held[],
  rows: readonly string[] | undefined,
  today?: string,
]

const review = (on: string) => held('review', { held: on, participation: 'PN1' })
const missing = (since: string, until: string | null) => held('missing_episode', { kind: 'missing', since, until })
const decision = (decided: string, ceased: string | null) =>
  held('adoption_decision', { decided, ceased, cease_reason: ceased && 'RD1' })
const worker = (during: string) => held('allocation', { worker: 'SW1', during, end_reason: 'MANAGE' })
const order = (made: string, ended: string | null) =>
  held('legal_basis', { kind: 'deprivation of liberty order', made, made_by: null, ended, until: null })
const mother = held('motherhood', { is_mother: true, first_child_born: '2026-07-01' })

const CASES: readonly Case[] = [
  ['a review on the first day', 'Reviews', [...inCare, review('2026-04-01')], [`${who},01/04/2026,PN1`]],
  ['a review before the year', 'Reviews', [...inCare, review('2026-03-31')], []],
  ['a review after the year', 'Reviews', [...inCare, review('2027-04-01')], []],
  ['a review after today', 'Reviews', [...inCare, review('2026-06-02')], [], '2026-06-01'],
  [
    'missing over the end of the year',
    'Missing',
    [...inCare, missing('2027-03-30', '2027-04-02')],
    [`${who},M,30/03/2027`],
  ],
  [
    'back on the last day',
    'Missing',
    [...inCare, missing('2027-03-30', '2027-03-31')],
    [`${who},M,30/03/2027,31/03/2027`],
  ],
  ['missing before the year', 'Missing', [...inCare, missing('2026-03-01', '2026-03-31')], []],
  ['a decision that still holds', 'PlacedAdoption', [...inCare, decision('2025-01-01', null)], [`${who},01/01/2025`]],
  [
    'a decision taken back',
    'PlacedAdoption',
    [...inCare, decision('2025-01-01', '2026-05-01')],
    [`${who},01/01/2025,01/05/2026,RD1`],
  ],
  [
    'a decision taken back afterwards',
    'PlacedAdoption',
    [...inCare, decision('2025-01-01', '2027-05-01')],
    [`${who},01/01/2025`],
  ],
  ['a decision taken back before', 'PlacedAdoption', [...inCare, decision('2025-01-01', '2026-03-31')], []],
  ['adoption of a child adopted in the year', 'AD1', [...adopted, adoption], [`${who},01/05/2026,,0,2,MF,L0`]],
  ['adoption of a child not adopted yet', 'AD1', [...inCare, adoption], []],
  ['adoption after the year', 'AD1', [period({ ended: '2027-04-01', end_reason: 'E11' }), born, adoption], []],
  [
    'earlier permanence of a child who came in the year',
    'PrevPerm',
    [period({ began: '2026-06-01' }), born, permanence()],
    [`${who},P1,999,ZZ/ZZ/2019`],
  ],
  [
    'earlier permanence to the day',
    'PrevPerm',
    [period({ began: '2026-06-01' }), born, permanence({ ended_month: 3, ended_day: 9 })],
    [`${who},P1,999,09/03/2019`],
  ],
  ['earlier permanence of a child who came before', 'PrevPerm', [...inCare, permanence()], []],
  [
    'unaccompanied until later',
    'UASC',
    [...inCare, held('unaccompanied', { until: '2030-10-03' })],
    ['the-record,,03/10/2012,03/10/2030'],
  ],
  [
    'unaccompanied, nobody knows until when',
    'UASC',
    [...inCare, held('unaccompanied', { until: null })],
    ['the-record,,03/10/2012'],
  ],
  ['unaccompanied until before the year', 'UASC', [...inCare, held('unaccompanied', { until: '2026-03-31' })], []],
  [
    'a worker who left in the year before',
    'SWEpisodes',
    [...inCare, worker('[2025-01-01,2025-04-01)')],
    [`${who},SW1,01/01/2025,01/04/2025,MANAGE`],
  ],
  ['a worker who left earlier', 'SWEpisodes', [...inCare, worker('[2025-01-01,2025-03-31)')], []],
  [
    'a worker who leaves after the year',
    'SWEpisodes',
    [...inCare, worker('[2025-01-01,2027-04-09)')],
    [`${who},SW1,01/01/2025,,MANAGE`],
  ],
  [
    'deprived of liberty, and no longer',
    'DoLo',
    [...inCare, order('2026-01-01', '2026-05-01')],
    [`${who},01/01/2026,01/05/2026`],
  ],
  ['deprived of liberty before the year', 'DoLo', [...inCare, order('2026-01-01', '2026-03-31')], []],
  [
    'answers about the year',
    'OC2',
    [...inCare, answer(2027, 'strengths-and-difficulties-score', '9'), answer(2026, 'teeth-checked', '1')],
    [`${who},9`],
  ],
  ['no answer yet of a child in care all year', 'OC2', inCare, [who]],
  ['no answer of a child who came in the year', 'OC2', [period({ began: '2026-04-02' }), born], []],
  ['no answer while the year is not over', 'OC2', inCare, [], '2027-03-30'],
  [
    'a conviction',
    'OC2',
    [...inCare, held('conviction_year', { year_ending: '2027-03-31', convicted: false })],
    [`${who},,,0`],
  ],
  ['a care leaver is in Header', 'Header', [born, leaver, mother], ['the-record,,03/10/2012']],
  ['a care leaver is in OC3', 'OC3', [born, leaver], [`${who},YES,F1,U1`]],
  ['a care leaver’s reviews are nobody’s business here', 'Reviews', [born, leaver, review('2026-05-01')], undefined],
  ['a mother in care', 'Header', [...inCare, mother], ['the-record,,03/10/2012,,,1,01/07/2026']],
  [
    'of two birth dates the one recorded last',
    'Header',
    [...inCare, held('birth_claim', { born: '2011-01-01', basis: 'told' }, 2)],
    ['the-record,,01/01/2011'],
  ],
]

describe('what the collection asks for', () => {
  for (const [name, table, own, rows, today = '2027-06-01'] of CASES)
    test(name, () => assert.deepEqual(made(own, table, day(today)), rows))
})
