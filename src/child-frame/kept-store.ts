// The SQL of whether an end of a placement's distance, where the child is placed or came from, is kept from somebody.
import { type RawBuilder, sql } from 'kysely'
import { keptOf } from '#audiences'

/** Of a `placement_current p`: it has an address with a decision on who may know it, or which the asker may not read. */
const keptAt = (end: string): RawBuilder<boolean> => sql<boolean>`(${sql.ref(end)} is not null and (
  select not ${keptOf('a')} from kith.address_current a
  where a.council = p.council and a.child = p.child and a.line = ${sql.ref(end)}) is not true)`
export const PLACE_KEPT = keptAt('p.place')
/** Then whether its area is another council's is told to nobody by a duty. */
export const AN_END_KEPT = sql<boolean>`(${PLACE_KEPT} or ${keptAt('p.home')})`
