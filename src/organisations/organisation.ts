// An organisation beside the council, and what was agreed with it: what an agreement may be for, what that gives, and whether it runs on a day.
import { addDays, type IsoDay } from '#calendar'

export const KINDS = {
  'health service': 'A health service',
  'charity or company': 'A charity or a company',
  agency: 'An agency of carers',
  inspectorate: 'An inspectorate',
  lawyers: 'Lawyers',
  'members of the council': 'Members of the council',
  other: 'Something else',
} as const
export type Kind = keyof typeof KINDS

type PurposeWords = { readonly words: string; readonly gives: string; readonly relations: readonly string[] }
/** As the database has them in `reference.purpose`; a test holds both to each other. */
export const PURPOSES = {
  health: {
    words: 'Health of children in care',
    gives: 'Their nurses and doctors see and write the health of the children who are given to them.',
    relations: ['health-team'],
  },
  'return interviews': {
    words: 'Talks with children who were missing',
    gives:
      'Of the children who are given to them: where they live, their family, orders, and what is known of being missing.',
    relations: ['out-of-hours'],
  },
  advocacy: {
    words: 'Advocacy',
    gives: 'They can sign in, and see no child: the table of who may see what has no line for advocates yet.',
    relations: [],
  },
  'carers of an agency': {
    words: 'Carers of an agency',
    gives: 'Of the children who live with the agency’s carers: where, what a carer must know, and their story.',
    relations: ['supervising-worker'],
  },
  inspection: {
    words: 'Inspection',
    gives: 'They read the records of the children whom the council names, and write nothing.',
    relations: ['inspector'],
  },
  'counts for members': {
    words: 'Counts for members of the council',
    gives: 'Counts alone: no record of a child.',
    relations: ['member'],
  },
  'legal advice': {
    words: 'Legal advice',
    gives: 'Of the children who are given to them: orders, family, plans and documents.',
    relations: ['legal'],
  },
} as const satisfies Readonly<Record<string, PurposeWords>>
export type Purpose = keyof typeof PURPOSES

const isPurpose = (name: string): name is Purpose => Object.hasOwn(PURPOSES, name)
export const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name)
/** In the order of the list; a name that is none is left out. */
export function purposesIn(names: readonly string[]): readonly Purpose[] {
  return Object.keys(PURPOSES).filter((name): name is Purpose => isPurpose(name) && names.includes(name))
}
export const purposeWords = (names: readonly string[]): string =>
  purposesIn(names)
    .map((name) => PURPOSES[name].words)
    .join(', ')

/** `until`: exclusive. */
type Span = { readonly since: IsoDay; readonly until: IsoDay }
export type State = 'to come' | 'runs' | 'over'
export function stateOn({ since, until }: Span, today: IsoDay): State {
  if (until <= since || until <= today) return 'over'
  return since > today ? 'to come' : 'runs'
}
export const lastDayOf = ({ until }: Pick<Span, 'until'>): IsoDay => addDays(until, -1)
/** From today on nobody of theirs sees anything; an agreement that had not begun has no day at all. */
export const endedFrom = ({ since }: Pick<Span, 'since'>, today: IsoDay): IsoDay => (since > today ? since : today)
