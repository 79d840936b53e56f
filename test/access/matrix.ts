// The published matrix as the tests read it: relation, scope, action. Never taken from the database.
import material from '../material/access-matrix.json' with { type: 'json' }

export const actions = ['see', 'write', 'approve', 'takeOut'] as const
export type Action = (typeof actions)[number]
export type MatrixLine = { readonly relation: string } & Readonly<Record<Action, readonly string[]>>

export const scopes: readonly string[] = Object.keys(material.scopes)
export const matrix: readonly MatrixLine[] = material.relations
