// The words of sight: the scopes of a child's record and what may be done in them (held to the published matrix by a test).

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
