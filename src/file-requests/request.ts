// A request for one's own file: from which day its month runs, by which day it is answered, and its words.
import type { IsoDay } from '#calendar'
import { fileAnswered } from '#retention'

export const ASKERS = {
  themselves: 'They themselves',
  'a parent for them': 'A parent for them',
  'a solicitor or advocate for them': 'A solicitor or advocate for them',
  'somebody else for them': 'Somebody else for them',
} as const
export const IDENTITIES = {
  'known to us': 'Known to us: nothing has to be shown',
  'asked for': 'Asked for, and not shown yet',
  shown: 'Shown',
} as const
export const OUTCOMES = {
  'handed over': 'All of it was handed over',
  'handed over in part': 'Handed over, with something left out',
  refused: 'Refused',
  withdrawn: 'Withdrawn by who asked',
} as const
export const HANDED = {
  'in person': 'In person',
  'by post': 'By post, signed for',
  electronically: 'Electronically, protected',
  'read here': 'Read here, with a copy to take',
} as const
export const SUPPORT = {
  taken: 'Offered, and taken',
  'not wanted': 'Offered, and not wanted',
  'not offered': 'Not offered',
} as const
/** Where each is said; a lawyer has not read them, and nor have we read their text here. */
export const LEFT_OUT = {
  'other people': 'Words about other people (Data Protection Act 2018, Schedule 2 paragraphs 16 and 17)',
  'serious harm': 'Likely to do serious harm (Schedule 3, social work data)',
  'health not asked': 'Health data on which no health professional was asked (Schedule 3)',
  'legal advice': 'Legal advice (Schedule 2 paragraph 19)',
  'crime or court': 'A crime, a court or proceedings (Schedule 2 paragraphs 2 and 5; Schedule 3)',
  adoption: 'An adoption record (Schedule 4)',
} as const
export type LeftOut = keyof typeof LEFT_OUT

export type Clocked = {
  readonly asked: IsoDay
  readonly identity: keyof typeof IDENTITIES
  readonly shownOn: IsoDay | null
  readonly extendedOn: IsoDay | null
}
/** By the rule of the law; undefined: it waits for what shows who they are, or the rule cannot say. */
export function answerBy({ asked, identity, shownOn, extendedOn }: Clocked): IsoDay | undefined {
  if (identity === 'asked for') return undefined
  const answer = fileAnswered.ask({ asked, shown: shownOn ?? undefined, extended: extendedOn !== null })
  return answer.kind === 'due' ? answer.day : undefined
}
/** By when they have to be told that it takes longer. */
export const tellBy = (of: Clocked): IsoDay | undefined => answerBy({ ...of, extendedOn: null })
