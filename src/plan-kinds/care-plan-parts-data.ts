// What the law asks of a care plan, part by part: regulation 5 and Schedule 1 of the care planning regulations, as data.
import { carePlanning2010, guidance } from '#law'
import type { PlanPart } from './part.ts'

const law = (provision: string) =>
  ({ cites: carePlanning2010(provision), level: 'regulation', verification: 'primary' }) as const
const schedule = carePlanning2010('5(1)(b)(v) and Schedule 1 paragraph 3')

export const CARE_PLAN_PARTS = [
  {
    part: 'permanence',
    name: 'The long-term plan',
    asks: 'Where the child will grow up, who with, and why.',
    needed: 'always',
    ...law('5(1)(a)'),
  },
  {
    part: 'permanence-alternative',
    name: 'If the long-term plan cannot happen',
    asks: 'What we will do instead, and when we will decide.',
    needed: 'good practice',
    cites: guidance('Children Act 1989 Guidance, Volume 2', 'chapter 2'),
    level: 'statutory-guidance',
    verification: 'secondary',
  },
  {
    part: 'health',
    name: 'Health',
    asks: 'How the child is, their health history, the care they get, what will change, and who does what.',
    needed: 'always',
    ...law('5(1)(b)(i) and Schedule 1 paragraph 1'),
  },
  {
    part: 'education',
    name: 'Education and training',
    asks: 'Their schooling so far, what they get now, what will change, what they enjoy, and who does what.',
    needed: 'always',
    ...law('5(1)(b)(ii) and Schedule 1 paragraph 2'),
  },
  {
    part: 'emotional-behavioural',
    name: 'Feelings and behaviour',
    asks: 'What the child needs to feel safe and settled, and how we will meet it.',
    needed: 'always',
    ...law('5(1)(b)(iii)'),
  },
  {
    part: 'identity',
    name: 'Identity',
    asks: 'Religion, race, culture and language: what they mean to this child, and what we will do.',
    needed: 'always',
    ...law('5(1)(b)(iv)'),
  },
  {
    part: 'family',
    name: 'Family and friends',
    asks: 'Who matters to the child, and how we will keep them close.',
    needed: 'always',
    ...law('5(1)(b)(v)'),
  },
  {
    part: 'family-time',
    name: 'Family time',
    asks: 'Who the child sees, how often, where, who takes them, and any order about it.',
    needed: 'where it applies',
    cites: schedule,
    level: 'regulation',
    verification: 'knowledge',
  },
  {
    part: 'brothers-and-sisters',
    name: 'Brothers and sisters',
    asks: 'Whether they live together. If not, why, and how they keep in touch.',
    needed: 'where it applies',
    cites: schedule,
    level: 'regulation',
    verification: 'knowledge',
  },
  {
    part: 'social-presentation',
    name: 'How the child comes across to others',
    asks: 'What helps the child to be at ease with other people.',
    needed: 'always',
    ...law('5(1)(b)(vi)'),
  },
  {
    part: 'self-care',
    name: 'Looking after themselves',
    asks: 'What the child does for themselves, and what they will learn next.',
    needed: 'always',
    ...law('5(1)(b)(vii)'),
  },
  {
    part: 'placement-plan',
    name: 'The placement plan',
    asks: 'Which placement plan holds now, and from which day.',
    needed: 'where it applies',
    ...law('5(1)(c)'),
  },
  {
    part: 'reviewing-officer',
    name: 'The reviewing officer',
    asks: 'Their name.',
    needed: 'always',
    ...law('5(1)(d)'),
  },
  {
    part: 'wishes-child',
    name: 'What the child wishes and feels',
    asks: 'In their own words where we have them: on these arrangements, and on any change.',
    needed: 'always',
    ...law('5(1)(e)'),
  },
  {
    part: 'wishes-others',
    name: 'What parents and others wish and feel',
    asks: 'Parents, others with parental responsibility, and anybody else who matters here.',
    needed: 'always',
    ...law('5(1)(e)'),
  },
  {
    part: 'protection-status',
    name: 'Trafficking, or seeking asylum alone',
    asks: 'If either is so, or may be so: say that here, and what the child needs because of it.',
    needed: 'where it applies',
    ...law('5(1)(f)'),
  },
  {
    part: 'outcome',
    name: 'Outcomes: how we will know it works',
    one: 'Outcome',
    needed: 'good practice',
    asks: 'What will be different for the child.',
    fields: {
      different: 'What will be different for the child?',
      known: 'How will we know?',
      steps: 'Who does what, by when?',
    },
    cites: guidance('How Kith is used', ''),
    level: 'practice',
    verification: 'knowledge',
  },
] as const satisfies readonly PlanPart[]
