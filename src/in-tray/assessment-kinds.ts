// The kinds of assessment that somebody else may be asked to approve: what each is called, its forms and the tab on which it is read. Pure.

export const ASSESSMENT = 'assessment approved'

/** By the table that holds it; `path`: below `/children/:child/`, as in its own forms. */
export const ASSESSMENT_KINDS = {
  exploitation_assessment: { called: 'what is known of exploitation', path: 'exploitation', tab: 'missing' },
  identity_talk: { called: 'a talk about who they are', path: 'who-they-are', tab: 'who-they-are' },
  needs_assessment: { called: 'what they need when they leave care', path: 'needs-assessments', tab: 'leaving-care' },
  age_assessment: { called: 'an assessment of age', path: 'age-assessments', tab: 'here-alone' },
  parent_assessment: { called: 'an assessment of a parent', path: 'parent-assessments', tab: 'home-decisions' },
} as const
export type AssessmentKind = keyof typeof ASSESSMENT_KINDS
export const isAssessmentKind = (table: string): table is AssessmentKind => Object.hasOwn(ASSESSMENT_KINDS, table)
