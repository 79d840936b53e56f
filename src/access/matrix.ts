// The words of sight: scopes of a child's record, what may be done in them, and relations (held to the published matrix by a test).

export const scopes = [
  'header',
  'where',
  'family',
  'story',
  'plan',
  'legal',
  'reviews',
  'visits',
  'health',
  'learning',
  'missing',
  'documents',
  'matching',
  'oversight',
  'audit',
  'adoption',
  'duties',
] as const
/** A part of a child's record. */
export type Scope = (typeof scopes)[number]

export const actions = ['see', 'write', 'approve', 'takeOut'] as const
/** What may be done in a scope; `takeOut`: print, export, hand over. */
export type Action = (typeof actions)[number]

export const relations = [
  'allocated-worker',
  'co-worker',
  'cover',
  'duty',
  'out-of-hours',
  'manager-line',
  'director',
  'reviewing-officer',
  'virtual-school',
  'health-team',
  'placement-team',
  'supervising-worker',
  'sibling-worker',
  'business-support',
  'auditor',
  'quality-lead',
  'adoption-team',
  'analyst',
  'legal',
  'records-officer',
  'inspector',
  'member',
  'administrator',
  'carer',
  'child',
  'break-glass',
] as const
/** How somebody stands to a child, or to the whole council; from it follows what they see and may do. */
export type Relation = (typeof relations)[number]
export const isRelation = (name: string): name is Relation => relations.some((relation) => relation === name)
