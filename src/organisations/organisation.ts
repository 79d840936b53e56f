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
    gives:
      'Of children who are named: who they are, where they live, health, plans and what is due. Health is written, too.',
    relations: ['health-team'],
  },
  'return interviews': {
    words: 'Talks with children who were missing',
    gives:
      'Of children who are named: who they are, where they live, family, orders, being missing and what is due. Being missing, visits and where they sleep are written, too.',
    relations: ['out-of-hours'],
  },
  advocacy: {
    words: 'Advocacy',
    gives: 'Signing in, and no child yet: the table of who may see what has no line for advocates.',
    relations: [],
  },
  'carers of an agency': {
    words: 'Carers of an agency',
    gives:
      'Of children who are named: who they are, where they live, the search for a home, their story and what is due. Where they live is written, too.',
    relations: ['supervising-worker'],
  },
  inspection: {
    words: 'Inspection',
    gives: 'Of children who are named: the record without adoption, to read.',
    relations: ['inspector'],
  },
  'counts for members': {
    words: 'Counts for members of the council',
    gives: 'Counts alone, and no record of a child.',
    relations: ['member'],
  },
  'legal advice': {
    words: 'Legal advice',
    gives:
      'Of children who are named: who they are, orders, plans, family and documents. Orders and documents are written, too.',
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
