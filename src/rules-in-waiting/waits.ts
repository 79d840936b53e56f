// A rule that waits: its law is written down and its examples run, and the record cannot yet show what would raise or meet it.
import { day, type IsoDay } from '#calendar'
import { type Rule, type RuleDraft, rule } from '#law'

type Draft<Given, Answer> = Omit<RuleDraft<Given, Answer>, 'satisfiedBy' | 'decidedOn' | 'waitsFor' | 'inForce'> & {
  readonly inForce?: RuleDraft<Given, Answer>['inForce']
  /** The table and the fact that are missing. */
  readonly waitsFor: string
}

const NOTHING_YET = { fact: 'none yet', table: 'none', words: 'Nothing that the record holds yet.' } as const

export const waits = <Given extends { readonly on: IsoDay }, Answer>(
  draft: Draft<Given, Answer>,
): Rule<Given, Answer> =>
  rule<Given, Answer>({
    inForce: { from: day('2011-04-01') },
    ...draft,
    satisfiedBy: NOTHING_YET,
    decidedOn: ({ on }) => on,
  })

/** A provision that has been enacted and not commenced, as far as was found: it holds on no day. */
export const notYet = (provision: string) => ({ from: day('2026-04-29'), notYet: provision })

/** Met by a fact or by a recorded reason; else still owed. */
export type Owed = 'met' | 'excused' | 'owed' | 'notOwed'
export const ON = { on: day('2026-06-01') } as const
