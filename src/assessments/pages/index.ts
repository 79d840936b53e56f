// The forms of assessments: of exploitation, the national referral, who a child is, and what they like to do.
import type { Form } from '#forms'
import { exploitationForms } from './exploitation.tsx'
import { identityForms } from './identity.tsx'
import { interestForms } from './interests.tsx'
import { slaveryForms } from './slavery.tsx'

export const assessmentForms: readonly Form[] = [
  ...exploitationForms,
  ...slaveryForms,
  ...identityForms,
  ...interestForms,
]
