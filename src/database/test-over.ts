// For tests that count sealed blocks: a writer still under way anywhere on the server, in another file's database too, holds the sealer back.
import { setTimeout as wait } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import { withClient } from '#postgres'

/** Waits until every entry of this database's access log could be sealed in one block. */
export async function everythingIsOver(connection: PoolConfig): Promise<void> {
  await withClient(connection, async (client) => {
    for (let turn = 0; turn < 2_000; turn += 1) {
      const { rowCount } = await client.query(
        'select from kith.access_entry where tx >= pg_snapshot_xmin(pg_current_snapshot()) limit 1',
      )
      if (rowCount === 0) return
      await wait(20)
    }
    throw new Error('Somebody has been writing on this server for forty seconds.')
  })
}
