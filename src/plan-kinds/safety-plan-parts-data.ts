// What a safety plan holds. No law lists its parts: they are ours, and each edition says what it was changed because of.
import { guidance } from '#law'
import type { PlanPart } from './part.ts'

const ours = { cites: guidance('How Kith is used', ''), level: 'practice', verification: 'knowledge' } as const

export const SAFETY_PLAN_PARTS = [
  {
    part: 'because',
    name: 'Why it is written or changed now',
    asks: 'What happened, or what the child told us, and on which day. Each edition says it anew.',
    needed: 'always',
    afresh: true,
    ...ours,
  },
  {
    part: 'worries',
    name: 'What we worry about',
    asks: 'What could happen, where, when, and who with. Say what is known and what is not.',
    needed: 'always',
    ...ours,
  },
  {
    part: 'wishes-child',
    name: 'What the child says',
    asks: 'In their own words where we have them: what worries them, what helps, what they ask for.',
    needed: 'always',
    ...ours,
  },
  {
    part: 'helps',
    name: 'What keeps the child safe already',
    asks: 'People, places and habits that help. Who the child would ring.',
    needed: 'always',
    ...ours,
  },
  {
    part: 'step',
    name: 'Who does what',
    one: 'Step',
    asks: 'One step at a time. A step that nobody owns is no step.',
    needed: 'always',
    fields: { does: 'What is done?', who: 'Who does it?', by: 'From when, or by when?' },
    ...ours,
  },
  {
    part: 'if-missing',
    name: 'If the child is missing, or not safe',
    asks: 'Whom to ring first, where to look, what to tell the police, and what not to do.',
    needed: 'always',
    cites: guidance('Children who run away or go missing from home or care (2014)', ''),
    level: 'statutory-guidance',
    verification: 'knowledge',
  },
  {
    part: 'looked-at',
    name: 'When we look at it again',
    asks: 'On which day, who with, and what would make it sooner.',
    needed: 'always',
    ...ours,
  },
] as const satisfies readonly PlanPart[]
