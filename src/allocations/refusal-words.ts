// What is said where somebody cannot be allocated, or an allocation cannot end.
import { formatDay, type IsoDay } from '#calendar'
import type { AllocationRefusal } from './allocation.ts'

const WORDS: Readonly<Record<AllocationRefusal, (today: IsoDay) => string>> = {
  'part unknown': () => 'Say in which part: allocated worker, alongside, cover, or reviewing officer.',
  'since no day': () => 'Write the first day, for example 23 Nov 2026.',
  'until no day': () => 'Write the end, for example 23 Nov 2026.',
  'ends before it starts': () => 'The end has to be after the first day.',
  'cover needs an end': () => 'Say until when they cover: cover always ends.',
  'works with the child already': () => 'They work with this child in this part already for some of that time.',
  'another is allocated': () => 'Somebody else holds this part for some of that time. End theirs first.',
  'ended already': () => 'This had ended already.',
  'end after today': (today) => `The end cannot be after today, ${formatDay(today)}.`,
}
export const allocationRefusalWords = (refusal: AllocationRefusal, today: IsoDay): string => WORDS[refusal](today)
