// For tests of the family: what was decided, or a failed test; and Aaliyah's people in the record.
import assert from 'node:assert/strict'
import type { Asking } from '#database'
import { TODAY } from './examples.ts'
import { type Decided, mayRecordPerson, type TypedPerson } from './person.ts'
import { recordPerson } from './store.ts'

export function allowed<Value, Refusal>(decided: Decided<Value, Refusal>): Value {
  assert.ok('ok' in decided, 'refused' in decided ? decided.refused.join(', ') : '')
  return decided.ok
}
export const refusedFor = <Value, Refusal>(decided: Decided<Value, Refusal>): readonly Refusal[] =>
  'refused' in decided ? decided.refused : []

/** The line of somebody written onto this child's record. */
export async function written(asking: Asking, child: string, typed: TypedPerson): Promise<string> {
  return (await recordPerson(asking, child, allowed(mayRecordPerson(typed, TODAY)))).line
}
