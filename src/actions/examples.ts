// Actions for an invented child, as they are typed on 23 November 2026.
import { day } from '#calendar'
import type { TypedAction, TypedOutcome } from './record-action.ts'

export const TODAY = day('2026-11-23')
export const SWIMMING: TypedAction = {
  owner: { worker: null, service: 'The swimming club' },
  what: 'Find a place in the Saturday group.',
  intended: 'Jordan swims with friends each week.',
  due: '2026-12-04',
  noDueWhy: '',
  origin: 'visit',
  from: null,
  whoMayKnow: null,
}
export const DONE: TypedOutcome = {
  outcome: 'done',
  happened: '2026-11-22',
  said: 'Jordan has swum twice and wants to go on.',
}
