// What another birth date of one child would move, counted by the rules from what the asker may see of the record.
import { scopesOpen } from '#access'
import { numberOf } from '#calendar'
import { birthMoves } from '#duties'
import type { ReckonBirth } from '#people'
import { factsKnown } from './store.ts'

/** The parts of the record from which duties are counted. */
const READ = ['header', 'where', 'legal', 'reviews', 'visits', 'health', 'learning', 'missing', 'plan'] as const

export const reckonBirth: ReckonBirth = async (asking, { child, today }) => {
  const [facts] = await factsKnown(asking, [child], undefined)
  if (facts === undefined) return undefined
  const open = await scopesOpen(asking, child, ['see', READ])
  return {
    inPart: READ.some((scope) => !open.has(scope)),
    moves: (born) => birthMoves(facts, born === undefined ? undefined : numberOf(born), numberOf(today)),
  }
}
