// What is published of children looked after on 31 March 2021, of a council like the one that is invented: the shares that it meets.
// Department for Education, Children looked after in England including adoptions 2021 (Open Government Licence): Peterborough;
// where a figure of so small a council is not published, the rest is shared out, and said so.

/** Of children looked after on 31 March 2021: 351. */
export const AGES = { 'under 1': 18, '1 to 4': 41, '5 to 9': 49, '10 to 15': 159, '16 and over': 84 } as const
export const STATUSES = { C2: 202, C1: 57, E1: 42, V2: 50 } as const
/** Not published: 22 others. They live with their parents, or somewhere that has no name in the table. */
export const PLACES = {
  foster: 263,
  'supported accommodation': 36,
  "children's home": 18,
  'other residential': 9,
  adoption: 21,
  parents: 4,
} as const
export const PROVIDERS = { PR1: 152, PR2: 18, PR4: 156, PR5: 21, PR0: 4 } as const
/** Not published apart: N3 and N6, 8 of 351 between them; nobody for N7. */
export const NEEDS = { N1: 279, N2: 8, N3: 4, N4: 7, N5: 27, N6: 4, N8: 22 } as const
/** Not published: another ethnic group and not yet known, 4 between them. */
export const ETHNICITIES = { White: 267, Mixed: 38, Asian: 27, Black: 15, Other: 3, Unknown: 1 } as const
export const LOCALITIES = { inside: 129, outside: 222 } as const
/** The same children by locality and distance; of two cells that are not published the totals say 5 and 5. */
export const WHEREABOUTS = {
  'inside, near': 108,
  'outside, near': 109,
  'inside, far': 5,
  'outside, far': 108,
  'inside, unknown': 16,
  'outside, unknown': 5,
} as const
export const MALE = 0.58
export const ALONE = 20 / 351
/** Looked after for a year or more; of those under 16, for two and a half years or more. */
export const A_YEAR = 0.73
export const LONG_TERM = 0.46
/** Of these long-term children, in one home for two years. */
export const SETTLED = 0.7
/** Homes in the year to 31 March: three or more, and two. */
export const THREE_HOMES = 0.09
export const TWO_HOMES = 0.24
/** Of 4 to 16 year olds looked after for a year: a questionnaire came back; of these by score. */
export const SDQ_RECEIVED = 0.8
export const SDQ_BANDS = { '0-13': 0.51, '14-16': 0.12, '17-40': 0.37 } as const
/** Missing at some time of the year, of all who were in care in it; of England 10. */
export const MISSING = 0.13
/** Health of the year, of those looked after for a year: 246, 247 and 141 of 262, and 32 of 32 under five. */
export const HEALTH_YEAR = { assessed: 0.94, immunised: 0.94, teeth: 0.54, development: 1 } as const
/** On 30 September 2021, of all social workers for children: children for each full post. */
export const CHILDREN_A_POST = 14.7

/** The ten that a council of 351 has to meet, with their tolerance: `../shared/specs/synthetic-population.json`. */
export const TARGETS = {
  'children in care': [351, 0],
  male: [0.58, 0.03],
  'a year or more': [0.73, 0.04],
  'long-term, of those under 16': [0.46, 0.05],
  'three homes or more in the year': [0.09, 0.02],
  'long-term and settled': [0.7, 0.05],
  'more than 20 miles from home': [0.32, 0.04],
  'questionnaire of concern': [0.37, 0.05],
  'missing in the year': [0.11, 0.03],
  unaccompanied: [0.06, 0.02],
} as const satisfies Record<string, readonly [number, number]>
export type Target = keyof typeof TARGETS
