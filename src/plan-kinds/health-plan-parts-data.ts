// What a health plan holds: Schedule 1 paragraph 1 of the care planning regulations, as data.
import { carePlanning2010, guidance } from '#law'
import type { PlanPart } from './part.ts'

const law = {
  cites: carePlanning2010('5(1)(b)(i) and Schedule 1 paragraph 1'),
  level: 'regulation',
  verification: 'knowledge',
} as const

export const HEALTH_PLAN_PARTS = [
  {
    part: 'how-they-are',
    name: 'How the child is',
    asks: 'In body, in feelings and in mind.',
    needed: 'always',
    ...law,
  },
  {
    part: 'history',
    name: 'Health so far',
    asks: 'The child’s own and, as far as it can be known, the family’s. What it means for how they grow.',
    needed: 'always',
    ...law,
  },
  {
    part: 'care-now',
    name: 'The care they get now',
    asks: 'Doctor, dentist and optician; checks; treatment; vaccinations; advice on keeping well.',
    needed: 'always',
    ...law,
  },
  {
    part: 'changes',
    name: 'What will change',
    asks: 'What is planned, what it waits for, and by when.',
    needed: 'where it applies',
    ...law,
  },
  {
    part: 'carers',
    name: 'What those at home do',
    asks: 'What whoever looks after the child does to keep them well, and who else helps.',
    needed: 'always',
    ...law,
  },
  {
    part: 'consent',
    name: 'Who says yes to treatment',
    asks: 'Who may consent to what, and what the child understands and decides alone.',
    needed: 'where it applies',
    cites: carePlanning2010('7(4)'),
    level: 'regulation',
    verification: 'knowledge',
  },
  {
    part: 'wishes-child',
    name: 'What the child wishes and feels',
    asks: 'In their own words where we have them: on their health, and on who knows about it.',
    needed: 'good practice',
    cites: guidance('Promoting the health and wellbeing of looked-after children (2015)', ''),
    level: 'statutory-guidance',
    verification: 'knowledge',
  },
] as const satisfies readonly PlanPart[]
