// For tests of a child's pages: the served council on its own day, with the told stories of the demonstration, and one of its children.

import { day } from '#calendar'
import type { Who } from '#database'
import { tellStories } from '#demonstration'
import { type Served, servedCouncil } from './council-served.ts'

export type ToldCouncil = Served & {
  /** Cass, whose years are told. */
  readonly cass: string
  /** The allocated worker. */
  readonly worksWith: Who
}

const stand = async ({ query, council }: Served, on: string): Promise<void> => {
  await query('update door.council set stands_on = $2 where council = $1', [council.council, on])
  await query('select kith.refresh_sight(council, id) from kith.child where council = $1 order by id', [
    council.council,
  ])
}

export async function toldCouncil(name: string): Promise<ToldCouncil> {
  const served = await servedCouncil(name)
  await stand(served, '2027-03-31')
  await tellStories(served.door, served.council.council, day('2027-03-31'))
  const [found] = await served.query<{ child: string; worker: string }>(
    `select i.child, a.worker from kith.child_identifier_current i
       join kith.allocation_current a on a.council = i.council and a.child = i.child
     where i.value = 'SYN000267' and a.role = 'allocated-worker' and a.during @> date '2027-03-31'`,
  )
  if (found === undefined) throw new Error('The told child is not there.')
  return { ...served, cass: found.child, worksWith: { council: served.council.council, person: found.worker } }
}
