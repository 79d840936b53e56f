// Rows of the dataset on who a child is, their health, their plans, and who works with them. Pure.
import type { IsoDay } from '#calendar'
import { type Held, heldIn, textOf } from '#return-making'
import { type DatasetRow, type Rows, rowOf, yesNo } from './dataset.ts'
import {
  type Around,
  bornOf,
  codeOf,
  daysIn,
  deathOf,
  idOf,
  type KnownChild,
  moreIn,
  nameOf,
  pupilNumberOf,
  saidIn,
  teamOn,
} from './known-child.ts'

const NO_NUMBER = /^UN\d$/
/** A number that nothing would run as a formula; another is left out. */
const A_NUMBER = /^[A-Z0-9][A-Z0-9/ -]*$/i

function personRow(known: KnownChild, on: IsoDay): DatasetRow {
  const upn = pupilNumberOf(known)
  const mother = heldIn(known.held, 'motherhood').at(-1)?.columns.is_mother
  return rowOf('ssd_person', {
    pers_person_id: idOf(known),
    pers_forename: nameOf(known, 'given', on),
    pers_surname: nameOf(known, 'family', on),
    pers_sex: codeOf(known, 'sex'),
    pers_ethnicity: codeOf(known, 'ethnicity'),
    pers_dob: bornOf(known),
    pers_upn_unknown: upn !== undefined && NO_NUMBER.test(upn) ? upn : undefined,
    pers_death_date: deathOf(known, on),
    pers_is_mother: yesNo(mother),
  })
}

/** Words for the kinds of number, as the dataset's own guidance lists them. */
const NUMBERS: Readonly<Record<string, string>> = {
  upn: 'Unique Pupil Number',
  nhs: 'NHS Number',
  'home-office': 'Home Office Registration',
}

const numberRows = (known: KnownChild): readonly DatasetRow[] =>
  heldIn(known.held, 'child_identifier').flatMap<DatasetRow>((number) => {
    const [kind, value] = [NUMBERS[textOf(number, 'issuer') ?? ''], textOf(number, 'value') ?? '']
    if (kind === undefined || NO_NUMBER.test(value) || !A_NUMBER.test(value)) return []
    return rowOf('ssd_linked_identifiers', {
      link_table_id: number.line,
      link_person_id: idOf(known),
      link_identifier_type: kind,
      link_identifier_value: value,
    })
  })

const aloneRows = (known: KnownChild): readonly DatasetRow[] =>
  heldIn(known.held, 'unaccompanied').map((status) =>
    rowOf('ssd_immigration_status', {
      immi_person_id: idOf(known),
      immi_immigration_status_id: status.line,
      immi_immigration_status: 'Unaccompanied Asylum Seeking Child',
      immi_immigration_status_end_date: textOf(status, 'until'),
    }),
  )

function healthRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  return moreIn(known, 'health_assessment').flatMap<DatasetRow>((one) => {
    const happened = saidIn(one, 'happened') ?? ''
    if (happened > on) return []
    return rowOf('ssd_cla_health', {
      clah_health_check_id: one.line,
      clah_person_id: idOf(known),
      clah_health_check_type: `${saidIn(one, 'kind') === 'initial' ? 'Initial' : 'Review'} Health Assessment`,
      clah_health_check_date: happened,
      clah_health_check_status: saidIn(one, 'outcome') === 'refused' ? 'Refused' : 'Completed',
    })
  })
}

const answersTo = ({ held }: KnownChild, question: string): readonly Held[] =>
  heldIn(held, 'year_answer')
    .filter((answer) => textOf(answer, 'question') === question)
    .toSorted((a, b) => ((textOf(a, 'year_ending') ?? '') < (textOf(b, 'year_ending') ?? '') ? -1 : 1))

/** Whether they are up to date was answered for the year that ended on that day. */
function immunisationRows(known: KnownChild): readonly DatasetRow[] {
  const last = answersTo(known, 'immunisations-up-to-date').at(-1)
  if (last === undefined) return []
  return [
    rowOf('ssd_cla_immunisations', {
      clai_person_id: idOf(known),
      clai_immunisations_status: yesNo(textOf(last, 'answer') === '1'),
      clai_immunisations_status_date: textOf(last, 'year_ending'),
    }),
  ]
}

/** The day of the questionnaire is not known, only the year that it was answered for. */
const scoreRows = (known: KnownChild): readonly DatasetRow[] => [
  ...answersTo(known, 'strengths-and-difficulties-score').map((answer) =>
    rowOf('ssd_sdq_scores', {
      csdq_table_id: answer.line,
      csdq_person_id: idOf(known),
      csdq_sdq_score: textOf(answer, 'answer'),
    }),
  ),
  ...answersTo(known, 'strengths-and-difficulties-none-because').map((answer) =>
    rowOf('ssd_sdq_scores', {
      csdq_table_id: answer.line,
      csdq_person_id: idOf(known),
      csdq_sdq_reason: textOf(answer, 'answer'),
    }),
  ),
]

/** ZZ stands for a part of the day that nobody knows. */
const partDay = (held: Held): string | undefined => {
  const part = (column: string) => textOf(held, column)?.padStart(2, '0') ?? 'zz'
  const year = textOf(held, 'ended_year')
  return year === undefined ? undefined : `${part('ended_day')}/${part('ended_month')}/${year}`
}
const earlierRows = (known: KnownChild): readonly DatasetRow[] =>
  heldIn(known.held, 'previous_permanence').map((one) =>
    rowOf('ssd_cla_previous_permanence', {
      lapp_table_id: one.line,
      lapp_person_id: idOf(known),
      lapp_previous_permanence_order_date: partDay(one),
      lapp_previous_permanence_option: textOf(one, 'kind'),
      lapp_previous_permanence_la: textOf(one, 'authority'),
    }),
  )

/** The dataset's key for each option; RETURN1M and RETURN6M ask within when, which the record does not hold. */
const PLAN_KEYS = [
  'REMAINSUP',
  'RETURN1M',
  'RETURN6M',
  'RETURNEV',
  'LTRELFR',
  'LTFOST18',
  'RESPLMT',
  'SUPPLIV',
  'ADOPTION',
  'OTHERPLN',
]
const PLAN_KEY: Readonly<Record<string, string>> = {
  'return home': 'RETURNEV',
  'family and friends': 'LTRELFR',
  'long-term foster care': 'LTFOST18',
  'residential care': 'RESPLMT',
  'supported independence': 'SUPPLIV',
  adoption: 'ADOPTION',
  'special guardianship': 'OTHERPLN',
  'child arrangements order': 'OTHERPLN',
}

function planRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  const plans = moreIn(known, 'permanence_plan')
    .filter((plan) => (saidIn(plan, 'decided') ?? '') <= on)
    .toSorted((a, b) => ((saidIn(a, 'decided') ?? '') < (saidIn(b, 'decided') ?? '') ? -1 : 1))
  return plans.flatMap<DatasetRow>((plan, at) => {
    const key = PLAN_KEY[saidIn(plan, 'option') ?? '']
    if (key === undefined) return []
    const next = plans[at + 1]
    return rowOf('ssd_cla_care_plan', {
      lacp_table_id: plan.line,
      lacp_person_id: idOf(known),
      lacp_cla_care_plan_start_date: saidIn(plan, 'decided'),
      lacp_cla_care_plan_end_date: next && saidIn(next, 'decided'),
      lacp_cla_care_plan_json: JSON.stringify(
        Object.fromEntries(PLAN_KEYS.map((one) => [one, one === key ? 'Y' : ''])),
      ),
    })
  })
}

function involvementRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  return moreIn(known, 'allocation').flatMap<DatasetRow>((one) => {
    const { from, until } = daysIn(one)
    if (from > on) return []
    return rowOf('ssd_involvements', {
      invo_involvements_id: one.line,
      invo_professional_id: saidIn(one, 'worker'),
      invo_professional_role_id: saidIn(one, 'role'),
      invo_professional_team: until === undefined || until > on ? teamOn(known, on) : undefined,
      invo_involvement_start_date: from,
      invo_involvement_end_date: until !== undefined && until <= on ? until : undefined,
      invo_worker_change_reason: saidIn(one, 'end_reason'),
      invo_person_id: idOf(known),
    })
  })
}

/** Addresses at which the child lived at home, but none that not everybody may know: those of placements stand with the placement. */
const PLACE_KEYS = ['ROOM', 'FLOOR', 'FLAT', 'BUILDING', 'HOUSE', 'STREET', 'TOWN', 'UPRN', 'EASTING', 'NORTHING']
const NO_LINES = JSON.stringify(Object.fromEntries(PLACE_KEYS.map((key) => [key, ''])))
const addressRows = (known: KnownChild): readonly DatasetRow[] =>
  heldIn(known.held, 'address')
    .filter((address) => textOf(address, 'kind') === 'home' && !known.hidden.has(address.line))
    .map((address) =>
      rowOf('ssd_address', {
        addr_table_id: address.line,
        addr_address_json: NO_LINES,
        addr_person_id: idOf(known),
        addr_address_type: 'Home',
        addr_address_postcode: textOf(address, 'postcode')?.replaceAll(' ', ''),
      }),
    )

export const personRows = (known: KnownChild, on: IsoDay): Rows =>
  new Map([
    ['ssd_person', [personRow(known, on)]],
    ['ssd_linked_identifiers', numberRows(known)],
    ['ssd_address', addressRows(known)],
    ['ssd_immigration_status', aloneRows(known)],
    ['ssd_cla_health', healthRows(known, on)],
    ['ssd_cla_immunisations', immunisationRows(known)],
    ['ssd_sdq_scores', scoreRows(known)],
    ['ssd_cla_previous_permanence', earlierRows(known)],
    ['ssd_cla_care_plan', planRows(known, on)],
    ['ssd_involvements', involvementRows(known, on)],
  ])

/** Whoever works there, and the teams: of no child. */
export const peopleRows = ({ workers, teams }: Around): Rows =>
  new Map([
    [
      'ssd_professionals',
      [...workers].map(([id, { name, number }]) =>
        rowOf('ssd_professionals', {
          prof_professional_id: id,
          prof_professional_name: name,
          prof_social_worker_registration_no: number,
        }),
      ),
    ],
    [
      'ssd_department',
      [...teams].map(([id, { name, under }]) =>
        rowOf('ssd_department', {
          dept_team_id: id,
          dept_team_name: name,
          dept_team_parent_id: under,
          dept_team_parent_name: teams.get(under ?? '')?.name,
        }),
      ),
    ],
  ])
