// Everything besides episodes: who the child is, what happened, what a year says; each with what cannot be taken.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plan, refused, said, type Written } from './test-return.ts'

type Case = {
  readonly name: string
  readonly now: Written
  readonly before?: Written
  readonly table: string
  readonly facts: readonly object[]
  readonly refusals?: readonly string[]
}
const header = 'A,F,03/10/2012,BCRB,UN1'
const born = { born: '2012-10-03', basis: 'return' }

const cases: Case[] = [
  { name: 'a birth date', now: { Header: [header] }, table: 'birth_claim', facts: [born] },
  {
    name: 'sex and ethnicity as codes',
    now: { Header: [header] },
    table: 'identity_code',
    facts: [
      { kind: 'sex for the return', code: 'F' },
      { kind: 'ethnicity for the return', code: 'BCRB' },
    ],
  },
  {
    name: 'a child is known by the id of the return, and by a pupil number even where it says unknown',
    now: { Header: [header] },
    table: 'child_identifier',
    facts: [
      { issuer: 'ssda903', value: 'A' },
      { issuer: 'upn', value: 'UN1' },
    ],
  },
  {
    name: 'a mother',
    now: { Header: [`${header},1,04/05/2026`] },
    table: 'motherhood',
    facts: [{ is_mother: true, first_child_born: '2026-05-04' }],
  },
  {
    name: 'without a header the birth date is unknown',
    now: { Reviews: ['A,03/10/2012,05/06/2026,PN1'] },
    table: 'birth_claim',
    facts: [],
  },
  {
    name: 'of two headers none is taken, even alike',
    now: { Header: [header, header] },
    table: 'birth_claim',
    facts: [],
    refusals: ['Header 2 CHILD: two-headers', 'Header 3 CHILD: two-headers'],
  },
  {
    name: 'last year’s header stands where this year has none that can be taken',
    now: { Header: [header, 'A,M,03/10/2013,BCRB,UN1'] },
    before: { Header: [header] },
    table: 'birth_claim',
    facts: [born],
    refusals: ['Header 2 CHILD: two-headers', 'Header 3 CHILD: two-headers'],
  },
  {
    name: 'this year’s birth date before last year’s',
    now: { Header: [header] },
    before: { Header: ['A,F,01/01/2011,BCRB,UN1'] },
    table: 'birth_claim',
    facts: [born],
  },
  {
    name: 'a birth date that is none leaves the rest of the header',
    now: { Header: ['A,F,03/13/2012,BCRB,UN1'] },
    table: 'birth_claim',
    facts: [],
    refusals: ['Header 2 DOB: not-a-day (in part)'],
  },
  {
    name: 'a birth date to come',
    now: { Header: ['A,F,03/10/2027,BCRB,UN1'] },
    table: 'birth_claim',
    facts: [],
    refusals: ['Header 2 DOB: after-today (in part)'],
  },
  {
    name: 'unaccompanied until a day that may lie ahead',
    now: { UASC: ['A,F,03/10/2012,03/10/2030'] },
    table: 'unaccompanied',
    facts: [{ until: '2030-10-03' }],
  },
  {
    name: 'earlier permanence, as precisely as it is known',
    now: { PrevPerm: ['A,03/10/2012,P1,WAL,ZZ/ZZ/2019'] },
    table: 'previous_permanence',
    facts: [{ kind: 'P1', authority: 'WAL', ended_year: 2019 }],
  },
  {
    name: 'earlier permanence on no day there is',
    now: { PrevPerm: ['A,03/10/2012,P1,WAL,40/01/2019'] },
    table: 'previous_permanence',
    facts: [{ kind: 'P1', authority: 'WAL' }],
    refusals: ['PrevPerm 2 DATE_PERM: not-a-day (in part)'],
  },
  {
    name: 'reviews of both years, each once',
    now: { Reviews: ['A,03/10/2012,05/06/2026,PN1', 'A,03/10/2012,05/06/2026,PN1', 'A,03/10/2012,05/06/2026,PN3'] },
    before: { Reviews: ['A,03/10/2012,05/12/2025,PN9', 'A,03/10/2012,05/06/2026,PN7'] },
    table: 'review',
    facts: [{ held: '2026-06-05', participation: 'PN1' }, { held: '2025-12-05' }],
    refusals: [
      'Reviews 3 -: said-twice',
      'Reviews 4 -: second-row',
      '2026 Reviews 2 REVIEW_CODE: not-a-code (in part)',
    ],
  },
  {
    name: 'a review to come',
    now: { Reviews: ['A,03/10/2012,02/04/2027,PN1', 'A,03/10/2012,01/04/2027,PN1'] },
    table: 'review',
    facts: [{ held: '2027-04-01', participation: 'PN1' }],
    refusals: ['Reviews 2 REVIEW: after-today'],
  },
  {
    name: 'missing and away; not back yet; back before going',
    now: {
      Missing: ['A,,M,01/05/2026,01/05/2026', 'A,,A,02/05/2026', 'A,,M,05/05/2026,04/05/2026', 'A,,X,06/05/2026'],
    },
    table: 'missing_episode',
    facts: [
      { kind: 'away without authorisation', since: '2026-05-02' },
      { kind: 'missing', since: '2026-05-01', until: '2026-05-01' },
    ],
    refusals: ['Missing 4 MIS_END: ends-before-it-begins', 'Missing 5 MISSING: not-a-code'],
  },
  {
    name: 'answers are about a year, not a day',
    now: { OC2: ['A,03/10/2012,21,,0,1,1,,1'] },
    table: 'year_answer',
    facts: [
      { year_ending: '2027-03-31', question: 'strengths-and-difficulties-score', answer: '21' },
      { year_ending: '2027-03-31', question: 'health-surveillance-up-to-date', answer: '1' },
      { year_ending: '2027-03-31', question: 'immunisations-up-to-date', answer: '1' },
      { year_ending: '2027-03-31', question: 'health-assessed', answer: '1' },
    ],
  },
  {
    name: 'no dated health assessment comes of an answer about a year',
    now: { OC2: ['A,03/10/2012,21,,0,1,1,,1'] },
    table: 'health_assessment',
    facts: [],
  },
  {
    name: 'convicted in the year or not, both years apart',
    now: { OC2: ['A,03/10/2012,x,,1'] },
    before: { OC2: ['A,03/10/2012,,,0'] },
    table: 'conviction_year',
    facts: [
      { year_ending: '2027-03-31', convicted: true },
      { year_ending: '2026-03-31', convicted: false },
    ],
    refusals: ['OC2 2 SDQ_SCORE: not-a-number (in part)'],
  },
  {
    name: 'a care leaver',
    now: { OC3: ['A,03/10/2006,YES,F2,U1'] },
    table: 'care_leaver_answer',
    facts: [{ year_ending: '2027-03-31', in_touch: 'YES', activity: 'F2', accommodation: 'U1' }],
  },
  {
    name: 'an adoption',
    now: { AD1: ['A,03/10/2024,12/03/2026,28/01/2026,1,2,MF,L11'] },
    table: 'adoption',
    facts: [
      {
        ...{ placed: '2026-03-12', matched: '2026-01-28', by_carer: true },
        ...{ adopters: 2, adopters_sex: 'MF', adopters_status: 'L11' },
      },
    ],
  },
  {
    name: 'a decision for adoption that ceased',
    now: { PlacedAdoption: ['A,03/10/2024,12/05/2026,01/09/2026,RD3'] },
    table: 'adoption_decision',
    facts: [{ decided: '2026-05-12', ceased: '2026-09-01', cease_reason: 'RD3' }],
  },
  {
    name: 'social workers, one after the other; not for no days',
    now: { SWEpisodes: ['A,,SW1,01/05/2026,01/06/2026,MANAGE', 'A,,SW2,01/06/2026', 'A,,SW3,01/06/2026,01/06/2026'] },
    table: 'allocation',
    facts: [
      { worker: 'SW1', during: '[2026-05-01,2026-06-01)', end_reason: 'MANAGE' },
      { worker: 'SW2', during: '[2026-06-01,)' },
    ],
    refusals: ['SWEpisodes 4 SW_DEC: no-days'],
  },
  {
    name: 'a deprivation of liberty order',
    now: { DoLo: ['A,,25/05/2026,22/06/2026'] },
    table: 'legal_basis',
    facts: [{ kind: 'deprivation of liberty order', made: '2026-05-25', ended: '2026-06-22' }],
  },
]

describe('what else a return says', () => {
  for (const { name, now, before, table, facts, refusals } of cases)
    test(name, () => {
      const planned = plan(now, before)
      assert.deepEqual(said(planned, table), facts)
      assert.deepEqual(refused(planned), refusals ?? [])
    })
})
