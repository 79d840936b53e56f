// For tests of forms: opens one as a browser does, posts it with its hidden fields, and makes teams with people in them.
import type { Browser, Served } from './council-served.ts'

const HERE = 'http://127.0.0.1:4444'
const HOST = { host: '127.0.0.1:4444' }
export type Fields = Readonly<Record<string, string | readonly string[]>>

function body(fields: Fields): URLSearchParams {
  const sent = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) sent.append(name, one)
  return sent
}
/** Every hidden field of the forms on a page, as a browser would send it. */
function hiddenIn(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
}
export type Shown = { readonly status: number; readonly html: string; readonly hidden: Record<string, string> }

export async function get(browser: Browser, path: string): Promise<Shown> {
  const answer = await browser.request(HERE + path, { headers: HOST })
  const html = await answer.text()
  return { status: answer.status, html, hidden: hiddenIn(html) }
}
export type Posted = { readonly status: number; readonly html: string; readonly to: string }
export async function post(browser: Browser, path: string, fields: Fields): Promise<Posted> {
  const answer = await browser.request(HERE + path, {
    method: 'POST',
    body: body(fields),
    headers: { ...HOST, 'content-type': 'application/x-www-form-urlencoded', origin: HERE },
  })
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' }
}
/** Opens a form anew and sends it. */
export async function send(browser: Browser, path: string, fields: Fields): Promise<Posted> {
  const { hidden } = await get(browser, `${path}?fresh=1`)
  return await post(browser, path, { ...hidden, ...fields, _do: 'send' })
}

export async function makeTeam(served: Served, name: string, under: string | null = null): Promise<string> {
  const [made] = await served.query<{ id: string }>(
    'insert into kith.team (council, name, under, recorded_by) values ($1, $2, $3, kith.new_id()) returning id',
    [served.council.council, name, under],
  )
  return made?.id ?? ''
}
type Joining = { readonly person: string; readonly team: string; readonly role: string }
export async function joinTeam(served: Served, { person, team, role }: Joining): Promise<void> {
  await served.query(
    `insert into kith.team_membership (council, person, team, role, during, recorded_by)
     values ($1, $2, $3, $4, '[2020-01-01,)', $2)`,
    [served.council.council, person, team, role],
  )
}
