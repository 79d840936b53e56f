// What is said where a plan cannot be begun, written, sent or approved.
import { LONGEST_TEXT, type PlanRefusal } from './plan.ts'

const WORDS: Readonly<Record<PlanRefusal, string>> = {
  'kind unknown': 'Choose which plan it is.',
  'parts not known yet': 'The education plan is written under learning.',
  'there is one already': 'The child has this plan already. Open it and begin a new edition.',
  'still being written': 'This edition is still being written. Carry on with it.',
  'part unknown': 'This plan has no such part.',
  'text too long': `Write ${LONGEST_TEXT.toLocaleString('en-GB')} characters or fewer.`,
  'parts missing': 'More parts are asked for. Write something in each, even if it is not known yet.',
  'sent already': 'This was sent for approval already.',
  'not sent for approval': 'This was not sent for approval.',
  'approved already': 'This edition is approved. Begin a new one to change it.',
  'may not approve': 'You cannot approve this plan. Their manager can.',
  'your own work': 'You wrote or sent some of this. Somebody else has to approve it.',
  'changed since you read it': 'Somebody changed the plan after you opened it. Read it again.',
  'say why': 'Say why you send it back.',
  'not yours to write down':
    'Somebody else writes it down: a manager, director, reviewing officer or worker who wrote and sent none of it.',
  'agreed before the edition before': 'An earlier edition was agreed after that day. Read the day on the paper again.',
}
export const planRefusalWords = (refusal: PlanRefusal): string => WORDS[refusal]
