// Education of an invented child at an invented school, as it is typed on 23 November 2026.
import { day } from '#calendar'
import type { TypedPlan, TypedTerm } from './record-education.ts'

export const TODAY = day('2026-11-23')
export const SCHOOL = { name: 'Testshire Community School', urn: '999901' }
export const AUTUMN: TypedTerm = { name: 'autumn 2026', first: '2026-09-02', last: '2026-12-18' }
export const SPRING: TypedTerm = { name: 'spring 2027', first: '2027-01-05', last: '2027-03-25' }
export const BEGUN: TypedPlan = { stage: 'initiated', happened: '2026-09-10', quality: '' }
export const READY: TypedPlan = { stage: 'effective', happened: '2026-10-08', quality: 'good' }
