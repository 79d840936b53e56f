// Everything that is owed of one home by how it was decided.
import type { Basis, Duty } from '#ledger'
import { EMERGENCY_BASES, emergencyDuties, parentDuties } from './emergencies.ts'
import { EXAM_BASES } from './exam-years.ts'
import { type HomeCase, NO_HOME_FACTS } from './home-case.ts'
import { CHECK_BASES, checkDuties } from './home-checks.ts'
import { CHOSEN, choiceDuty } from './home-choice.ts'
import { DECIDED_BASES, decisionDuties } from './long-term.ts'

export const HOME_DECISION_BASES: readonly Basis[] = [
  CHOSEN,
  ...CHECK_BASES,
  ...EMERGENCY_BASES,
  ...EXAM_BASES,
  ...DECIDED_BASES,
]

export function homeDecisionDuties(out: Duty[], known: HomeCase): void {
  choiceDuty(out, known)
  checkDuties(out, known)
  parentDuties(out, known)
  if (known.facts === NO_HOME_FACTS) return
  emergencyDuties(out, known)
  decisionDuties(out, known)
}
