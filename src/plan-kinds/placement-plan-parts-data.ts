// What a placement plan holds: regulation 9 and Schedule 2 of the care planning regulations, with who decides what, as data.
import { carePlanning2010 } from '#law'
import type { PlanPart } from './part.ts'

const schedule = (paragraph: string) =>
  ({
    cites: carePlanning2010(`9 and Schedule 2 ${paragraph}`),
    level: 'regulation',
    verification: 'knowledge',
  }) as const

/** Asked for where the child moved before the plan was made. */
export const WHY_LATE = 'late-because'
/** What a carer may decide is asked for by name: the rule of who decides what looks for it. */
export const DELEGATED = 'decides'

export const PLACEMENT_PLAN_PARTS = [
  {
    part: WHY_LATE,
    name: 'Why it was not made before the move',
    asks: 'Where the child moved before the plan was made, in an emergency or not: why that was so.',
    needed: 'where it applies',
    cites: carePlanning2010('9(2)'),
    level: 'regulation',
    verification: 'primary',
  },
  {
    part: 'every-day',
    name: 'Every day',
    asks: 'How this home looks after the child: food, sleep, pocket money, what they enjoy, what helps on a hard day.',
    needed: 'always',
    ...schedule('paragraph 1'),
  },
  {
    part: 'family-time',
    name: 'Family time from here',
    asks: 'Who the child sees, how often, where, who takes them, and any order about it.',
    needed: 'always',
    ...schedule('paragraph 1'),
  },
  {
    part: 'health',
    name: 'Health from here',
    asks: 'Doctor and dentist near this home, treatment, who gives what, and who takes the child.',
    needed: 'always',
    ...schedule('paragraph 1'),
  },
  {
    part: 'education',
    name: 'School from here',
    asks: 'Which school, how the child gets there, who goes to meetings, who helps with homework.',
    needed: 'always',
    ...schedule('paragraph 1'),
  },
  {
    part: 'visits',
    name: 'Visits, advice and support',
    asks: 'How often we visit, who else visits, and how the child and the carers reach us in between.',
    needed: 'always',
    ...schedule('paragraph 1'),
  },
  {
    part: DELEGATED,
    name: 'Who decides what',
    one: 'Decision',
    asks: 'Haircuts, sleepovers, trips, photographs, medicine, the dentist, school, faith, phones. One line for each.',
    needed: 'always',
    fields: { what: 'What is decided?', who: 'Who may decide it?', why: 'Why so, and who is told?' },
    cites: carePlanning2010('Schedule 2 paragraph 3'),
    level: 'regulation',
    verification: 'secondary',
  },
  {
    part: 'must-know',
    name: 'What those at home must know',
    asks: 'What they were told of the child’s history, worries and needs, to keep everybody safe.',
    needed: 'always',
    ...schedule('paragraph 2'),
  },
  {
    part: 'ends',
    name: 'How long, and how it may end',
    asks: 'How long it is meant to last, what we do if it becomes hard, and how much notice each gives.',
    needed: 'always',
    ...schedule('paragraph 2'),
  },
  {
    part: 'wishes-child',
    name: 'What the child wishes and feels',
    asks: 'In their own words where we have them: on this home and on who decides what.',
    needed: 'always',
    cites: carePlanning2010('9'),
    level: 'regulation',
    verification: 'knowledge',
  },
] as const satisfies readonly PlanPart[]
