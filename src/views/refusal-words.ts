// What is said where a view, what followed from it, or letting others know cannot be taken.
import { formatDay, type IsoDay } from '#calendar'
import type { AnswerRefusal, OpeningRefusal } from './after-a-view.ts'
import type { ViewRefusal } from './record-view.ts'

type Refusal = ViewRefusal | OpeningRefusal | AnswerRefusal
const WORDS: Readonly<Record<Refusal, (today: IsoDay) => string>> = {
  'whose unknown': () => 'Say whose words these are: the child, a parent, or a carer.',
  'the child is nobody else': () => 'These are the child’s own words. Name nobody else.',
  'view no day': () => 'Write the day on which it was said, for example 2026-11-23.',
  'view after today': (today) => `It cannot have been said after today, ${formatDay(today)}.`,
  'how unknown': () => 'Say how: said, wrote, drew, signed, or through somebody.',
  'about what unknown': () => 'Say what it is about: home, family time, school, …',
  'their words missing': () => 'Write it in their words. For a drawing, say what they said of it.',
  'hearer unknown': () => 'Choose who may know from the list.',
  'nobody hears': () => 'Choose at least one person who may know.',
  'further than told': () => 'That is further than they were told. Ask them, and say that they agreed.',
  'nobody new hears': () => 'Everybody chosen may read this already.',
  'power unknown': () => 'Say what allows this: safety, a court order, or the law.',
  'decided no day': () => 'Write the day of the decision, for example 2026-11-23.',
  'decided after today': (today) => `It cannot have been decided after today, ${formatDay(today)}.`,
  'told, or why not yet': () => 'Say when the child was told, or why not yet. Not both.',
  'why missing': () => 'Say why others have to know.',
  'view changed meanwhile': () => 'Somebody changed this while you wrote. Read it again.',
  'told no day': () => 'Write the day on which they were told, or leave it empty.',
  'told after today': (today) => `They cannot have been told after today, ${formatDay(today)}.`,
  'told before it was decided': () => 'They cannot have been told before it was decided.',
  'answer unknown': () => 'Say whether something changed.',
  'answer no day': () => 'Write the day on which this was decided, for example 2026-11-23.',
  'answer after today': (today) => `It cannot have been decided after today, ${formatDay(today)}.`,
  'what we did missing': () => 'Say what we did, or why nothing changed.',
  'who decided missing': () => 'Say who decided.',
}
export const viewRefusalWords = (refusal: Refusal, today: IsoDay): string => WORDS[refusal](today)
