// What the letter of June 2021 found of a council, finding by finding, and what is published of that council at the time.

/** Where the published figures were read; all under the Open Government Licence v3.0. */
export const SOURCES = {
  looked:
    'Children looked after in England including adoptions (Department for Education), underlying data of dfe-analytical-services/CSC_outcomes_and_enablers, commit 2f5d11a',
  workforce:
    'Children’s social work workforce (Department for Education), underlying data of dfe-analytical-services/CSC_outcomes_and_enablers, commit 2f5d11a',
  tool: 'Local Authority Interactive Tool (Department for Education), dfe-analytical-services, commit 2e30e39',
} as const

export const THE_LETTER = {
  about: 'Peterborough',
  visit: '22 and 23 June 2021',
  written: '2 August 2021',
  source: 'Ofsted, letter on a focused visit, 2 August 2021 (Crown copyright, Open Government Licence v3.0)',
} as const

type Published = {
  /** The council that the letter is about, or all of England where the invented council is made like that. */
  readonly of: 'Peterborough' | 'England'
  readonly when: string
  /** Counts, where they are published; else the number alone. */
  readonly counts?: readonly [above: number, below: number]
  readonly value: number
  /** The same figure of all of England, to read “relatively” by. */
  readonly england?: number
  readonly source: keyof typeof SOURCES
  /** Where the cells stand in that source. */
  readonly table: string
}

/** `target`: one of those that an invented council has to meet. By chance: as far as chance alone moves a share of so many. */
type Tolerance =
  | { readonly target: 'children in care' | 'three homes or more in the year' | 'long-term and settled' }
  | { readonly target: 'more than 20 miles from home' | 'questionnaire of concern' | 'missing in the year' }
  | { readonly target: 'unaccompanied' }
  | 'by chance'
  | { readonly ours: number; readonly why: string }

export type Finding = {
  /** In the letter’s own words. */
  readonly says: string
  /** A figure of the night, or children counted in their list. */
  readonly counted:
    | { readonly measure: string }
    | { readonly list: { readonly place: 'foster' }; readonly name: string }
  readonly published: Published
  /** Published figures count whoever is not known in the denominator. */
  readonly unknownBelow?: true
  readonly tolerance: Tolerance
  readonly note?: string
}

const MARCH = '31 March 2021'
const YEAR = 'year to 31 March 2021'
const SEPTEMBER = '30 September 2021'
const looked = { of: 'Peterborough', source: 'looked' } as const
const WHERE = 'Distance between home and placement and locality of placement'

export const FINDINGS: readonly Finding[] = [
  {
    says: 'The number of children in care in Peterborough remains fairly constant.',
    counted: { measure: 'cla_count' },
    published: { ...looked, when: MARCH, value: 351, table: 'cla_at_31_march / Age group / Total' },
    tolerance: { target: 'children in care' },
  },
  {
    says: 'the proportion of children in care living more than 20 miles from home is relatively high',
    counted: { measure: 'distance_over20_pct' },
    published: {
      ...{ ...looked, when: MARCH, counts: [113, 351], value: 32, england: 21 },
      table: 'cla_at_31_march / Distance between home and placement / Placed more than 20 miles from home',
    },
    unknownBelow: true,
    tolerance: { target: 'more than 20 miles from home' },
  },
  {
    says: 'Fewer children living at considerable distance from Peterborough.',
    counted: { measure: 'distance_over20_outside_la_pct' },
    published: {
      ...{ ...looked, when: MARCH, counts: [108, 351], value: 31 },
      table: `cla_at_31_march / ${WHERE} / 4. Placed outside the LA boundary, more than 20 miles from home`,
    },
    unknownBelow: true,
    tolerance: 'by chance',
  },
  {
    says: 'staff make best use of limited placement options',
    counted: { measure: 'in_la_pct' },
    published: {
      ...{ ...looked, when: MARCH, counts: [129, 351], value: 37, england: 58 },
      table: 'cla_at_31_march / Locality of placement / Placed inside the local authority boundary',
    },
    unknownBelow: true,
    tolerance: 'by chance',
  },
  {
    says: 'most are living with foster carers who understand their needs',
    counted: { list: { place: 'foster' }, name: 'Living in a foster home' },
    published: {
      ...{ ...looked, when: MARCH, counts: [263, 351], value: 75, england: 71 },
      table: 'cla_at_31_march / Placement / Foster placements',
    },
    tolerance: 'by chance',
  },
  {
    says: 'Once in care, children rarely move other than in a planned way.',
    counted: { measure: 'placements_3plus_pct' },
    published: {
      ...{ ...looked, when: YEAR, counts: [33, 351], value: 9, england: 9 },
      table: 'placement_stability / CLA on 31 March / With 3 or more placements during the year',
    },
    tolerance: { target: 'three homes or more in the year' },
  },
  {
    says: 'children in care experience stable placements',
    counted: { measure: 'long_term_stability_pct' },
    published: {
      ...{ ...looked, when: MARCH, counts: [93, 128], value: 73, england: 70 },
      table:
        'placement_stability / Children looked after continuously for at least 2.5 years on 31 March aged under 16 years / Living with the same carer for at least 2 years',
    },
    tolerance: { target: 'long-term and settled' },
  },
  {
    says: 'Good attention is paid to the children’s physical and emotional well-being.',
    counted: { measure: 'health_assessment_pct' },
    published: {
      ...{ ...looked, when: YEAR, counts: [246, 262], value: 94, england: 91 },
      table:
        'health_sdq_substance_convictions / Health assessments: Children looked after all ages / Had their annual health assessment',
    },
    unknownBelow: true,
    tolerance: 'by chance',
  },
  {
    says: 'routinely monitoring children’s health and addressing any identified needs',
    counted: { measure: 'immunisations_pct' },
    published: {
      ...{ ...looked, when: YEAR, counts: [247, 262], value: 94, england: 86 },
      table:
        'health_sdq_substance_convictions / Health assessments: Children looked after all ages / Had their immunisations up to date',
    },
    unknownBelow: true,
    tolerance: 'by chance',
  },
  {
    says: 'routinely monitoring children’s health and addressing any identified needs',
    counted: { measure: 'dental_pct' },
    published: {
      ...{ ...looked, when: YEAR, counts: [141, 262], value: 54, england: 40 },
      table:
        'health_sdq_substance_convictions / Health assessments: Children looked after all ages / Had their teeth checked by a dentist',
    },
    unknownBelow: true,
    tolerance: 'by chance',
  },
  {
    says: 'Good attention is paid to the children’s physical and emotional well-being.',
    counted: { measure: 'sdq_concern_pct' },
    published: {
      ...{ of: 'England', source: 'looked', when: YEAR, counts: [12850, 34940], value: 37 },
      table: 'health_sdq_substance_convictions / Ages 5 to 16 years with SDQ score / SDQ score is a cause for concern',
    },
    tolerance: { target: 'questionnaire of concern' },
    note: 'Of Peterborough 113 of 195 had a score, 42 % of them of concern; the invented council is made like England here.',
  },
  {
    says: 'a highly effective response to children who go missing or who are at risk of exploitation',
    counted: { measure: 'missing_pct' },
    published: {
      ...{ of: 'Peterborough', source: 'tool', when: YEAR, value: 13, england: 10 },
      table: 'Children_missing / 2021',
    },
    unknownBelow: true,
    tolerance: { target: 'missing in the year' },
  },
  {
    says: 'more vulnerable groups, such as unaccompanied asylum-seeking children',
    counted: { measure: 'uasc_count' },
    published: {
      ...{ ...looked, when: MARCH, counts: [20, 351], value: 6, england: 5 },
      table: 'cla_at_31_march / Unaccompanied asylum-seeking children / UASC',
    },
    tolerance: { target: 'unaccompanied' },
  },
  {
    says: 'Social workers have manageable caseloads and the workforce is relatively stable.',
    counted: { measure: 'sw_caseload' },
    published: {
      ...{ of: 'Peterborough', source: 'workforce', when: SEPTEMBER, counts: [1023, 69.5], value: 14.7, england: 16.3 },
      table: 'workforce_30_september / caseload_fte',
    },
    tolerance: { ours: 1.5, why: 'a tenth; nobody publishes one' },
    note: 'Published of all social workers for children and all their cases, not of children in care alone.',
  },
  {
    says: 'Low turnover of staff is central to providing children with consistent, reliable support and care.',
    counted: { measure: 'sw_turnover_pct' },
    published: {
      ...{ of: 'Peterborough', source: 'workforce', when: SEPTEMBER, counts: [8, 129.5], value: 6.2, england: 15.4 },
      table: 'workforce_30_september / turnover_rate_fte',
    },
    tolerance: { ours: 3, why: 'about half; nobody publishes one' },
    note: 'Published of all social workers for children in the year to 30 September.',
  },
]

/** Of these no figure is published by council for 2021: the council’s own stands alone. */
export const OWN_ALONE: readonly { readonly says: string; readonly measure: string }[] = [
  { says: 'children in care have been seen regularly by their social workers', measure: 'visits_in_time_pct' },
  {
    says: 'Independent reviewing officers produce thorough and detailed review reports.',
    measure: 'reviews_in_time_pct',
  },
  {
    says: 'children’s wishes and feelings are often captured',
    measure: 'review_participation_pct',
  },
  { says: 'Children are routinely offered return home interviews.', measure: 'rhi_offered_pct' },
  { says: 'All children in care have up-to-date, good-quality personal education plans.', measure: 'pep_termly_pct' },
  { says: 'supported by social workers who know them and their histories', measure: 'sw_3plus_pct' },
]

/** What the letter asks for, and this record does not hold. */
export const NOT_HERE: readonly { readonly says: string; readonly because: string }[] = [
  {
    says: 'The quality and recording of supervision to evidence monitoring of children’s progress and experiences.',
    because: 'Supervision is on its own pages, child by child; no figure of it is kept yet.',
  },
  {
    says: 'Maximise the impact of audit activity on outcomes for children.',
    because: 'Audits of practice are not recorded in Kith yet.',
  },
]
