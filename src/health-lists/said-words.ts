// What a list says of one thing, in words for a page.
import { dayWords } from '#calendar'
import { ANSWERS, ASKED_BY, ASKED_FOR, OUTCOMES, SEEN_BY } from '#health-care'

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...{ asked_for: ASKED_FOR, asked_by: ASKED_BY, answer: ANSWERS, seen_by: SEEN_BY },
  outcome: { ...OUTCOMES, seen: 'Seen', refused: 'The child said no' },
  kind: { initial: 'First assessment', review: 'Review' },
  by_role: { doctor: 'A doctor', nurse: 'A nurse', midwife: 'A midwife', other: 'Somebody else' },
}
/** null: not said. Days are written as days. */
export function saidWords(field: string, value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return 'Not said'
  return WORDS[field]?.[value] ?? (/^\d{4}-\d\d-\d\d$/.test(value) ? dayWords(value) : value)
}
