// What a pathway plan holds: Schedule 8 of the care planning regulations, and the same matters after care, as data.
import { carePlanning2010, enacted } from '#law'
import type { PlanPart } from './part.ts'

const schedule = (paragraph: string) =>
  ({
    cites: carePlanning2010(`43 and Schedule 8 paragraph ${paragraph}`),
    level: 'regulation',
    verification: 'knowledge',
  }) as const

export const PATHWAY_PLAN_PARTS = [
  {
    part: 'wishes-child',
    name: 'What they wish and feel',
    asks: 'In their own words: what they want from the next years, and what they do not want.',
    needed: 'always',
    cites: carePlanning2010('43'),
    level: 'regulation',
    verification: 'knowledge',
  },
  { part: 'adviser', name: 'Their personal adviser', asks: 'Their name.', needed: 'always', ...schedule('1') },
  {
    part: 'support',
    name: 'How often we see them, and how we support them',
    asks: 'What they can count on: how often, how, and who else is there for them.',
    needed: 'always',
    ...schedule('2'),
  },
  {
    part: 'home',
    name: 'Where they live',
    asks: 'Now and next; whether it suits them; staying put or close to those who looked after them.',
    needed: 'always',
    ...schedule('3'),
  },
  {
    part: 'learning',
    name: 'Learning and training',
    asks: 'What they do, what they want to do, who helps and who pays.',
    needed: 'always',
    ...schedule('4'),
  },
  {
    part: 'work',
    name: 'Work',
    asks: 'How we help them to find work, or to keep it.',
    needed: 'where it applies',
    ...schedule('5'),
  },
  {
    part: 'people',
    name: 'Family and friends',
    asks: 'Who matters to them, and how we help to keep them close.',
    needed: 'always',
    ...schedule('6'),
  },
  {
    part: 'skills',
    name: 'Skills for living on their own',
    asks: 'What they can do, what they learn next, who with and by when.',
    needed: 'always',
    ...schedule('7'),
  },
  {
    part: 'money',
    name: 'Money',
    asks: 'What they have, what we pay, bank account, National Insurance number, savings.',
    needed: 'always',
    ...schedule('8'),
  },
  {
    part: 'health',
    name: 'Health',
    asks: 'In body, in feelings and in mind: what they need, and who they go to.',
    needed: 'always',
    ...schedule('9'),
  },
  {
    part: 'if-it-fails',
    name: 'If it does not work',
    asks: 'What we do if a home, a course or a job ends early. Whom they ring that night.',
    needed: 'always',
    ...schedule('10'),
  },
  {
    part: 'protection-status',
    name: 'Trafficking, or seeking asylum alone',
    asks: 'If either is so, or may be so: say that here, with what they need because of it.',
    needed: 'where it applies',
    cites: carePlanning2010('42(2)(ba)'),
    level: 'regulation',
    verification: 'secondary',
  },
  {
    part: 'outcome',
    name: 'Outcomes: how we will know it works',
    one: 'Outcome',
    asks: 'What will be different for them.',
    needed: 'always',
    fields: {
      different: 'What will be different?',
      known: 'How will we know?',
      steps: 'Who does what, by when?',
    },
    cites: enacted('Care Leavers (England) Regulations 2010 (SI 2010/2571)', 'regulation 6'),
    level: 'regulation',
    verification: 'knowledge',
  },
] as const satisfies readonly PlanPart[]
