// The return's codes as people say them: kinds of home, why a home ended, needs. From the return's guide.
import type { PlaceCode } from '#placements'

export type Said = { readonly value: string; readonly text: string }
const said = (codes: Readonly<Record<string, string>>): readonly Said[] =>
  Object.entries(codes).map(([value, text]) => ({ value, text }))

/** Kinds of home that the return takes today; temporary moves are nights away, not homes. */
export const HOMES = said({
  U6: 'Foster carer',
  U4: 'Foster carer, long term',
  U5: 'Foster carer who may adopt them',
  U3: 'Relative or friend who fosters them',
  U1: 'Relative or friend who fosters them, long term',
  U2: 'Relative or friend who fosters them and may adopt them',
  P1: 'With their own parents, or somebody with parental responsibility',
  K2: "Children's home",
  K1: "Secure children's home",
  K3: 'Supported accommodation',
  P3: 'Home that comes with a job',
  R1: 'Residential care home',
  R2: 'Hospital or another place of treatment',
  R3: 'Family centre, or home for parent and baby',
  R5: 'Young offender institution or prison',
  S1: 'Residential school',
  A4: 'With people who will adopt them, with consent',
  A6: 'With people who will adopt them, by placement order',
  A3: 'With their foster carer who will adopt them, with consent',
  A5: 'With their foster carer who will adopt them, by placement order',
  Z11: 'Another kind of home, not regulated',
  Z12: 'Another kind of home, while it is being registered',
  Z13: 'Another kind of home, as a court said',
  Z14: 'Another kind of home',
} satisfies Partial<Record<PlaceCode, string>>)

export const WHY_HOME_ENDED = said({
  CARPL: 'It was planned in the care plan',
  CHILD: 'They asked to move',
  CREQB: 'The carer asked, since caring for them had become too hard',
  CREQO: 'The carer asked, for a reason of their own',
  LAREQ: 'We, or the council of that area, asked',
  ALLEG: 'An allegation was looked into',
  STAND: 'The care was not good enough',
  APPRR: 'The carer’s approval ended',
  CLOSE: 'The home closed',
  PLACE: 'Only the standing of the home changed; they stay where they are',
  CUSTOD: 'They went into custody',
  OTHER: 'Another reason',
})

export const NEEDS = said({
  N1: 'Abuse or neglect',
  N2: 'The child’s disability',
  N3: 'A parent’s illness or disability',
  N4: 'Family under acute stress',
  N5: 'Family life has broken down or is chronically hard',
  N6: 'What the child did in the community',
  N7: 'Low income',
  N8: 'No parent is here',
})

/** What is often not known on the first night; each becomes an action on the record. */
export const OFTEN_NOT_KNOWN = {
  born: ['their birth date', 'that every day we owe them is counted right'],
  'parental-responsibility': ['who has parental responsibility', 'that the right people are asked and told'],
  'must-not-know': ['who must not know where they are', 'that they are safe where they are'],
  medicines: ['allergies, medicines and health needs', 'that they are well and safe tonight'],
  gp: ['their GP, dentist and NHS number', 'that health is arranged without gaps'],
  school: ['their school and who to ring there', 'that learning goes on'],
  family: ['their brothers, sisters and who matters to them', 'that they do not lose the people they love'],
  language: ['their language, faith and culture', 'that they are at home with who they are'],
  comfort: ['what comforts them, food and bedtime', 'that the first nights are kinder'],
  belongings: ['where their clothes and precious things are', 'that what is theirs comes with them'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

export const textOf = (list: readonly Said[], value: string | null): string =>
  list.find((one) => one.value === value)?.text ?? 'not known'
