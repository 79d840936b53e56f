// Indicators on how practice is looked after: each child thought about in supervision, and audits from the draw to what changed.
import type { DayNumber } from '#calendar'
import type { AuditInYear, ChildYear, Practice, Year } from './child-year.ts'
import { type Definition, lacking, type Standing } from './definition.ts'
import { currentPeriod } from './in-care.ts'

const fourWeeks = 28
const percent = { unit: 'percent', decimals: 0, polarity: 'high' } as const
const within = (day: DayNumber | undefined, { first, last }: Year) => day !== undefined && day >= first && day <= last

function discussed(child: ChildYear, year: Year): Standing {
  const { last } = year
  const period = currentPeriod(child, year)
  if (!period || !child.practice || last - period.since < fourWeeks) return 'outside'
  const { full, days, from } = child.practice.discussed
  if (full !== undefined) return full + days >= last ? 'above' : 'below'
  if (from === undefined) return lacking('supervision of whoever works with them')
  return from + days >= last ? lacking('supervision before it was recorded here') : 'below'
}

const supervision: Definition = {
  ...percent,
  id: 'supervision_in_time_pct',
  name: 'Thought about in supervision in time',
  numerator: 'children who were fully thought about in supervision within the interval that holds for them',
  denominator: 'children looked after on the last day, for four weeks or longer',
  denominatorKey: 'cla for four weeks',
  ofTheDay: true,
  note: 'The interval is the one decided for the child, or the council’s own; the published idea has four weeks for everybody. One line that nothing has changed does not count. It says that there was a discussion, not how good it was: that is what samples of supervision are for. Of children whose worker’s supervision is not recorded here it is not known.',
  stands: discussed,
}

type Count = { readonly above: number; readonly of: number }
type Counts = (practice: Practice, year: Year) => Count
const NOTHING: Count = { above: 0, of: 0 }
/** Counts audits, or what came of them, of any child: one can have several. */
const counting = (counts: Counts): Pick<Definition, 'stands' | 'adds' | 'addsBelow'> => {
  const of = ({ practice }: ChildYear, year: Year) => (practice === undefined ? NOTHING : counts(practice, year))
  return {
    stands: (child, year) => {
      const found = of(child, year)
      if (found.of === 0) return 'outside'
      return found.above > 0 ? 'above' : 'below'
    },
    adds: (child, year) => of(child, year).above,
    addsBelow: (child, year) => of(child, year).of,
  }
}
const share =
  <One>(
    all: (practice: Practice) => readonly One[],
    is: { of: (one: One, year: Year) => boolean; above: (one: One) => boolean },
  ): Counts =>
  (practice, year) => {
    const every = all(practice)
    // Of most children there is nothing, and there are many children.
    if (every.length === 0) return NOTHING
    const own = every.filter((one) => is.of(one, year))
    return { above: own.filter(is.above).length, of: own.length }
  }

const isModerated = ({ moderated, second }: AuditInYear, year: Year) => second !== undefined && within(moderated, year)
const GOOD: readonly (string | undefined)[] = ['outstanding', 'good']
const MANY = 'A child with several counts several times.'
const audits = ({ audits: all }: Practice) => all

const ofAudits: readonly Omit<Definition, 'ofAudits'>[] = [
  {
    ...percent,
    id: 'audit_completed_pct',
    name: 'Audits done on time',
    numerator: 'audits that were handed in by their day',
    denominator: 'audits that fell due in the year',
    denominatorKey: 'audits due',
    note: MANY,
    ...counting(
      share(audits, {
        of: ({ due }, year) => within(due, year),
        above: ({ due, handedIn }) => handedIn !== undefined && handedIn <= due,
      }),
    ),
  },
  {
    ...percent,
    id: 'audit_good_plus_pct',
    name: 'Audits graded good or better',
    numerator: 'audits whose second grade is good or outstanding',
    denominator: 'audits that were given a second grade in the year',
    denominatorKey: 'audits moderated',
    note: `${MANY} The second grade is the one that is reported; how often it differs from the first is a figure of its own. All audits count, whether drawn at random or chosen: the board’s report tells them apart, and has no trend but of those drawn.`,
    ...counting(share(audits, { of: isModerated, above: ({ second }) => GOOD.includes(second) })),
  },
  {
    ...percent,
    polarity: 'none',
    id: 'audit_moderation_change_pct',
    name: 'Grade changed by the second reader',
    numerator: 'audits whose second grade differs from the first',
    denominator: 'audits that were given a second grade in the year',
    denominatorKey: 'audits moderated',
    note: MANY,
    ...counting(share(audits, { of: isModerated, above: ({ first, second }) => first !== second })),
  },
  {
    ...percent,
    id: 'audit_actions_on_time_pct',
    name: 'Actions of audits done and checked on time',
    numerator: 'actions of which somebody else read in the record, by their day, that they were done',
    denominator: 'actions of audits that fell due in the year',
    denominatorKey: 'audit actions due',
    note: 'Done counts only when somebody else has read the record again. An action without a day is left out.',
    ...counting(
      share(({ auditActions }) => auditActions, {
        of: ({ due }, year) => within(due, year),
        above: ({ due, verified }) => verified !== undefined && verified <= due,
      }),
    ),
  },
  {
    ...percent,
    id: 'audit_impact_evidenced_pct',
    name: 'Better after an audit',
    numerator:
      'audits after which what was worst was graded better, or that were closed with a difference for the child',
    denominator: 'audits that asked for another look which fell due in the year',
    denominatorKey: 'audits to be looked at again',
    note: `${MANY} After inadequate and requires improvement, the weeks being the council’s. Closed: every action verified by somebody else, and what is different for the child written down. Some would improve by chance.`,
    ...counting(share(audits, { of: ({ againDue }, year) => within(againDue, year), above: ({ better }) => better })),
  },
]

export const oversightIndicators: readonly Definition[] = [
  supervision,
  ...ofAudits.map((one): Definition => ({ ...one, ofAudits: true })),
]
