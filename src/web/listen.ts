// Listening: at a free port where 0 is asked for.
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export type Listening = { readonly address: string; readonly close: () => Promise<void> }
type Where = { readonly port: number; readonly host: string }

/** Longer than what stands before Kith keeps a connection for its next request, so that none is closed as it is used. */
const KEPT_OPEN = 65_000

/** Rejects when the port is taken. */
export async function listen(app: Hono, { port, host }: Where): Promise<Listening> {
  return await new Promise((resolve, reject) => {
    const serverOptions = { keepAliveTimeout: KEPT_OPEN }
    const server = serve({ fetch: app.fetch, port, hostname: host, serverOptions }, (at) => {
      resolve({ address: `http://${host}:${at.port}`, close: async () => await closed(server) })
    })
    server.once('error', reject)
  })
}

async function closed(server: ReturnType<typeof serve>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    // Browsers keep connections open that nobody uses any more.
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
