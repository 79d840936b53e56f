// How each table of the dataset is read: whose a row is, and what it says; a cell that cannot be read names its field. Pure.
import { shownPostcode } from '#geography'
import type { TableName } from '#safeguarding-dataset'
import { dayIn, type Place, type Refused } from './facts.ts'
import { legalKind, type Said, type TakenTable } from './said.ts'

export type Row = { readonly cell: (field: string) => string; readonly place: Place }
/** What one row gives: facts, nothing, or the field that cannot be read. */
export type Given = readonly { readonly table: TakenTable; readonly id: string; readonly said: Said }[]
export class Unreadable extends Error {
  readonly field: string
  readonly reason: Refused['reason']
  constructor(field: string, reason: Refused['reason']) {
    super(field)
    this.field = field
    this.reason = reason
  }
}

export function day({ cell }: Row, field: string, today: string): string {
  const says = cell(field)
  if (says === '') return ''
  const found = dayIn(says)
  if (found === undefined) throw new Unreadable(field, 'not-a-day')
  if (found > today) throw new Unreadable(field, 'after-today')
  return found
}

/** What is not blank: a blank cell is no word of it. */
export const unlessBlank = (fields: Readonly<Record<string, string>>): Said =>
  Object.fromEntries(Object.entries(fields).filter(([, says]) => says !== ''))

type Reader = {
  readonly person: string
  /** The column of the source's own id. */
  readonly key: string
  readonly tables: readonly TakenTable[]
  readonly events: readonly string[]
  readonly read: (row: Row, today: string) => Given
}

export const READERS: { readonly [T in TableName]?: Reader } = {
  ssd_person: {
    ...{ person: 'pers_person_id', key: 'pers_person_id', events: [] },
    tables: ['child_name', 'birth_claim', 'identity_code'],
    read: (row, today) => {
      const { cell } = row
      const born = day(row, 'pers_dob', today)
      const [given, family] = [cell('pers_forename'), cell('pers_surname')]
      const [sex, origin] = [cell('pers_sex'), cell('pers_ethnicity')]
      const all = [
        { table: 'child_name', id: 'given', said: { kind: 'given', words: given } },
        { table: 'child_name', id: 'family', said: { kind: 'family', words: family } },
        { table: 'birth_claim', id: 'born', said: { born } },
        { table: 'identity_code', id: 'sex', said: { kind: 'sex for the return', code: sex } },
        { table: 'identity_code', id: 'ethnicity', said: { kind: 'ethnicity for the return', code: origin } },
      ] as const
      return all.filter(({ said }) => Object.values(said).every((says) => says !== ''))
    },
  },
  ssd_legal_status: {
    ...{ person: 'lega_person_id', key: 'lega_legal_status_id', tables: ['legal_basis'], events: ['legal-status'] },
    read: (row, today) => {
      const kind = legalKind(row.cell('lega_legal_status'))
      if (kind === undefined) throw new Unreadable('lega_legal_status', 'not-a-code')
      const [made, ended] = [
        day(row, 'lega_legal_status_start_date', today),
        day(row, 'lega_legal_status_end_date', today),
      ]
      if (made !== '' && ended !== '' && ended < made)
        throw new Unreadable('lega_legal_status_end_date', 'ends-before-it-begins')
      return [
        {
          table: 'legal_basis',
          id: row.cell('lega_legal_status_id'),
          said: { kind, ended, _by: ended === '' ? today : ended, ...unlessBlank({ made }) },
        },
      ]
    },
  },
  ssd_cla_placement: {
    ...{ person: 'clap_person_id', key: 'clap_cla_placement_id', tables: ['placement'], events: ['placement'] },
    read: (row, today) => {
      const { cell } = row
      const [from, until] = [
        day(row, 'clap_cla_placement_start_date', today),
        day(row, 'clap_cla_placement_end_date', today),
      ]
      if (from !== '' && until !== '' && until <= from) throw new Unreadable('clap_cla_placement_end_date', 'no-days')
      const kind = cell('clap_cla_placement_type')
      if (!/^[A-Z]\d{1,2}$/.test(kind)) throw new Unreadable('clap_cla_placement_type', 'not-a-code')
      const postcode = cell('clap_cla_placement_postcode')
      const said = {
        ...{ until, kind, provider: cell('clap_cla_placement_provider'), registration: cell('clap_cla_placement_urn') },
        ...(from === '' ? {} : { from, known: 'Y' }),
        ...unlessBlank({ place: postcode === '' ? '' : shownPostcode(postcode) }),
      }
      return [{ table: 'placement', id: cell('clap_cla_placement_id'), said }]
    },
  },
  ssd_cla_reviews: {
    ...{ person: 'clar_cla_id', key: 'clar_cla_review_id', tables: ['review'], events: ['review'] },
    read: (row, today) => {
      const held = day(row, 'clar_cla_review_date', today)
      if (held === '' || row.cell('clar_cla_review_cancelled') === 'Y') return []
      return [
        {
          table: 'review',
          id: row.cell('clar_cla_review_id'),
          said: { held, participation: row.cell('clar_cla_review_participation') },
        },
      ]
    },
  },
  ssd_cla_visits: {
    ...{ person: 'clav_person_id', key: 'clav_cla_visit_id', tables: ['visit'], events: ['visit'] },
    read: (row, today) => {
      const happened = day(row, 'clav_cla_visit_date', today)
      const said = {
        ...{ happened, role: 'representative', mode: 'in person' },
        ...{ seen: row.cell('clav_cla_visit_seen'), alone: row.cell('clav_cla_visit_seen_alone') },
      }
      return [{ table: 'visit', id: row.cell('clav_cla_visit_id'), said }]
    },
  },
  ssd_cla_health: {
    ...{
      person: 'clah_person_id',
      key: 'clah_health_check_id',
      tables: ['health_assessment'],
      events: ['health-assessment'],
    },
    read: (row, today) => {
      const type = row.cell('clah_health_check_type')
      const kind = /initial|\bIHA\b/i.test(type) ? 'initial' : /review|\bRHA\b/i.test(type) ? 'review' : undefined
      const outcome = { completed: 'seen', refused: 'refused' }[row.cell('clah_health_check_status').toLowerCase()]
      if (kind === undefined && /dent/i.test(type)) return []
      if (kind === undefined) throw new Unreadable('clah_health_check_type', 'not-a-code')
      if (outcome === undefined) throw new Unreadable('clah_health_check_status', 'not-a-code')
      const happened = day(row, 'clah_health_check_date', today)
      return [{ table: 'health_assessment', id: row.cell('clah_health_check_id'), said: { happened, kind, outcome } }]
    },
  },
  ssd_missing: {
    ...{ person: 'miss_person_id', key: 'miss_table_id', tables: ['missing_episode'], events: ['missing'] },
    read: (row, today) => {
      const type = row.cell('miss_missing_episode_type').toLowerCase()
      const kind = {
        missing: 'missing',
        m: 'missing',
        away: 'away without authorisation',
        a: 'away without authorisation',
      }[type]
      if (kind === undefined) throw new Unreadable('miss_missing_episode_type', 'not-a-code')
      const [since, until] = [
        day(row, 'miss_missing_episode_start_date', today),
        day(row, 'miss_missing_episode_end_date', today),
      ]
      if (until !== '' && until < since) throw new Unreadable('miss_missing_episode_end_date', 'ends-before-it-begins')
      return [{ table: 'missing_episode', id: row.cell('miss_table_id'), said: { kind, since, until } }]
    },
  },
  ssd_immigration_status: {
    ...{ person: 'immi_person_id', key: 'immi_immigration_status_id', tables: ['unaccompanied'], events: [] },
    read: (row) => {
      if (!/unaccompanied|UASC/i.test(row.cell('immi_immigration_status'))) return []
      const ends = row.cell('immi_immigration_status_end_date')
      const until = ends === '' ? '' : dayIn(ends)
      if (until === undefined) throw new Unreadable('immi_immigration_status_end_date', 'not-a-day')
      return [{ table: 'unaccompanied', id: row.cell('immi_immigration_status_id'), said: { until } }]
    },
  },
  ssd_permanence: {
    ...{ person: 'perm_person_id', key: 'perm_table_id', tables: ['adoption_decision'], events: [] },
    read: (row, today) => {
      const [decided, ceased] = [
        day(row, 'perm_adm_decision_date', today),
        day(row, 'perm_decision_reversed_date', today),
      ]
      if (decided === '') return []
      const why = ceased === '' ? {} : { cease_reason: row.cell('perm_decision_reversed_reason') }
      return [{ table: 'adoption_decision', id: row.cell('perm_table_id'), said: { decided, ceased, ...why } }]
    },
  },
}
