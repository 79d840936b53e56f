// What is said where a child cannot come into the record as typed.
import type { IsoDay } from '#calendar'
import { personRefusalWords } from '#people'
import type { ComingInRefusal } from './coming-in.ts'

export function comingInRefusalWords(refusal: ComingInRefusal, today: IsoDay): string {
  if (refusal === 'nothing known') return 'Write a name or a birth date: without either nobody would find this child.'
  return personRefusalWords(refusal, today)
}
