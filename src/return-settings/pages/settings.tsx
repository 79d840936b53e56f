// What the return is checked against: how grave rules are and which providers there are; entered as a list or one by one, every bad row named.
import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import { Notice, PageHead, Stack } from '#look'
import { type Answer, page, redirect, type Visit } from '#web'
import {
  type Given,
  isOrigin,
  type NotTaken,
  providersIn,
  providerTyped,
  severitiesIn,
  severityTyped,
} from '../entered-lists.ts'
import { listText } from '../list-store.ts'
import { enterProviders, enterSeverities, providerOf, providersNow, severitiesEntered } from '../store.ts'
import { Bad, CODES, type FormName, HERE, Providers, Severity, type Wrong } from './settings-parts.tsx'

const TITLE = 'Rules and providers of the return'
const DONE: Readonly<Record<string, string>> = {
  severities: 'The list of rules was taken.',
  severity: 'The rule was saved.',
  providers: 'The list of providers was taken.',
  provider: 'The provider was saved.',
  off: 'The provider was taken off the list.',
}
const done = (what: keyof typeof DONE): Answer => redirect(`${HERE}?done=${what}`)

const Done: FC<{ what: string | undefined }> = ({ what = '' }) =>
  Object.hasOwn(DONE, what) ? (
    <Notice role="status">
      <p>{DONE[what]}</p>
    </Notice>
  ) : null

/** Beside the field, of many bad rows how many there are: they are named above. */
function besideField({ field, bad }: Wrong, asked: string): string | undefined {
  if (asked !== field) return undefined
  return bad.length === 1
    ? bad[0]?.line === 0
      ? bad[0].says
      : `Line ${bad[0]?.line}: ${bad[0]?.says}`
    : `${bad.length} rows are to be put right.`
}

async function settingsPage(visit: Visit, wrong?: Wrong): Promise<Answer> {
  const [entered, now] = await visit.door.as(
    visit.who,
    async (asking) => [await severitiesEntered(asking), await providersNow(asking)] as const,
  )
  const sent = (form: FormName) => ({
    of: (name: string) => (wrong?.form === form ? (visit.form[name]?.[0] ?? '') : ''),
    fault: (field: string) => (wrong?.form === form ? besideField(wrong, field) : undefined),
  })
  const main = (
    <>
      {wrong !== undefined && <Bad {...wrong} />}
      <PageHead
        title={TITLE}
        lead="What is entered here is seen at once on the pages of the return, and by the next check."
        actions={<a href="/settings/worker-numbers">Workers’ numbers</a>}
      />
      {wrong === undefined && <Done what={visit.query('done')} />}
      <Stack>
        <Severity entered={entered} sent={sent} wrong={wrong} />
        <Providers now={now} sent={sent} wrong={wrong} />
      </Stack>
    </>
  )
  return page({
    title: wrong === undefined ? TITLE : `Put right: ${TITLE}`,
    here: HERE,
    status: wrong ? 422 : 200,
    main,
  })
}

export const showSettings = async (visit: Visit): Promise<Answer> => await settingsPage(visit)

const one = (form: FormName, { field, says }: NotTaken): Wrong => ({ form, field, bad: [{ line: 0, says }] })

type Taking<Row> = { readonly form: 'severities' | 'providers'; readonly read: (text: string) => Given<Row> }
async function takeList<Row>(
  visit: Visit,
  { form, read }: Taking<Row>,
  keep: (asking: Asking, rows: readonly Row[]) => Promise<void>,
): Promise<Answer> {
  const list = await listText(visit.file(form))
  if ('says' in list) return await settingsPage(visit, one(form, { field: form, says: list.says }))
  const given = read(list.text)
  if ('bad' in given) return await settingsPage(visit, { form, field: form, bad: given.bad })
  await visit.door.as(visit.who, async (asking) => await keep(asking, given.rows))
  return done(form)
}

const NO_ORIGIN = 'Say where it is said.'

export async function takeSeverities(visit: Visit): Promise<Answer> {
  const origin = visit.field('origin') ?? ''
  if (!isOrigin(origin)) return await settingsPage(visit, one('severities', { field: 'origin-list', says: NO_ORIGIN }))
  const taking = { form: 'severities', read: (text: string) => severitiesIn(text, CODES) } as const
  return await takeList(visit, taking, async (asking, rows) => await enterSeverities(asking, rows, origin))
}

export async function takeProviders(visit: Visit): Promise<Answer> {
  const taking = { form: 'providers', read: providersIn } as const
  return await takeList(visit, taking, async (asking, rows) => await enterProviders(asking, rows, { list: true }))
}

const cellOf =
  (visit: Visit) =>
  (name: string): string =>
    (visit.field(name) ?? '').trim()

export async function takeSeverity(visit: Visit): Promise<Answer> {
  const origin = visit.field('origin') ?? ''
  const typed = severityTyped(cellOf(visit), CODES)
  if ('says' in typed) return await settingsPage(visit, one('severity', typed))
  if (!isOrigin(origin)) return await settingsPage(visit, one('severity', { field: 'origin-one', says: NO_ORIGIN }))
  await visit.door.as(visit.who, async (asking) => await enterSeverities(asking, [typed], origin))
  return done('severity')
}

export async function takeProvider(visit: Visit): Promise<Answer> {
  const gone = visit.field('what') === 'take off'
  const typed = providerTyped(cellOf(visit))
  if ('says' in typed) return await settingsPage(visit, one('provider', typed))
  const taken = await visit.door.as(visit.who, async (asking) => {
    const stands = gone ? await providerOf(asking, typed.urn) : typed
    if (stands === undefined) return false
    await enterProviders(asking, [stands], { list: false, gone })
    return true
  })
  if (!taken)
    return await settingsPage(
      visit,
      one('provider', { field: 'URN', says: 'No provider with this URN is on the list.' }),
    )
  return done(gone ? 'off' : 'provider')
}
