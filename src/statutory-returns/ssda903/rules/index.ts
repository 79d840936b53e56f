// Every rule of the return, family by family.
import type { Rule } from '../rule.ts'
import { dateRules } from './dates/valid-dates.ts'

export const ssda903Rules: readonly Rule[] = [...dateRules]
