// The SQL of whether the place of a placement is kept from somebody.
import { sql } from 'kysely'

/** Of a `placement_current p`: it has an address with a decision on who may know it, or which the asker may not read. */
export const PLACE_KEPT = sql<boolean>`(p.place is not null and (
  select a.audience is null and a.must_not_know is null and a.audience_decision is null from kith.address_current a
  where a.council = p.council and a.child = p.child and a.line = p.place) is not true)`
