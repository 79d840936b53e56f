// Councils: made by the owner of the database, each with the service workers that act in it.
import type pg from 'pg'
import { withClient } from '#postgres'
import { withoutDetail } from './refusals.ts'

export type NewCouncil = {
  /** The authority code, such as E06000053, or a short code of capitals and figures. */
  readonly code: string
  readonly name: string
  readonly demonstration?: boolean
}

/** Makes a council and returns its number; of two makers of the same code the second is refused. */
export async function makeCouncil(connection: pg.ClientConfig, council: NewCouncil): Promise<number> {
  return await withClient(connection, async (client) => {
    try {
      const { rows } = await client.query<{ council: number }>('select door.make_council($1, $2, $3) as council', [
        council.code,
        council.name,
        council.demonstration ?? false,
      ])
      return rows[0]?.council ?? 0
    } catch (error) {
      throw withoutDetail(error)
    }
  })
}
