// The SQL of what came of a note: decisions, actions and the child's words, those that go with it when it is taken back, and those that stay.
import { sql } from 'kysely'
import { scopesOpen } from '#access'
import { actionsOf } from '#actions'
import { type Asking, firstHands, retract, type Version } from '#database'
import { decisionsOf } from '#decisions'
import { viewsOf } from '#views'

type NoteTable = 'kith.note' | 'kith.story_note'
type CameTable = 'kith.decision' | 'kith.action' | 'kith.view'
export type CameOf = {
  readonly table: CameTable
  readonly id: string
  readonly line: string
  /** 'A decision', for the page. */
  readonly kind: string
  readonly words: string
  /** Where it stands. */
  readonly at: string
}
export type CameOfNote = {
  readonly goes: readonly CameOf[]
  /** Somebody has gone on from it, or the asker does not write that part. */
  readonly stays: readonly CameOf[]
}
const GONE = 'Taken out of sight.'

async function allOf(asking: Asking, { table, note }: Which): Promise<readonly CameOf[]> {
  const { child, line } = note
  const hung = (on: { readonly table: string; readonly line: string } | null): boolean =>
    on?.line === line && `kith.${on.table}` === table
  const first = (await firstHands(asking, table, [note])).get(line)
  const [plan, views] = [`/children/${child}/plan`, `/children/${child}/views`]
  const decisions = (await decisionsOf(asking, child)).filter(({ on }) => hung(on))
  const actions = (await actionsOf(asking, child)).filter(({ from }) => hung(from))
  // The words name no note: they are those that the same hand wrote at the same moment.
  const said = (await viewsOf(asking, child)).filter(({ wrote }) => wrote.at === first?.at && wrote.by === first.by)
  return [
    ...decisions.map(({ id, line: of, said: words }) => ({
      ...({
        table: 'kith.decision',
        id,
        line: of,
        kind: 'A decision',
        words: words?.decision ?? GONE,
        at: plan,
      } as const),
    })),
    ...actions.map(({ id, line: of, what }) => ({
      ...({ table: 'kith.action', id, line: of, kind: 'An action', words: what ?? GONE, at: plan } as const),
    })),
    ...said.map(({ id, line: of, words }) => ({
      ...({ table: 'kith.view', id, line: of, kind: 'What they said', words: words ?? GONE, at: views } as const),
    })),
  ]
}

type Which = { readonly table: NoteTable; readonly note: Version<NoteTable> }
export async function cameOfNote(asking: Asking, which: Which): Promise<CameOfNote> {
  const all = await allOf(asking, which)
  if (all.length === 0) return { goes: [], stays: [] }
  const { child } = which.note
  const writes = await scopesOpen(asking, child, ['write', ['plan', 'story']])
  const { rows } = await sql<{ line: string }>`
    select gone_on as line from kith.gone_on(${child}::uuid, ${all.map(({ line }) => line)}::uuid[])`.execute(
    asking.record,
  )
  const goneOn = new Set(rows.map(({ line }) => line))
  const goes = all.filter(
    ({ table, line }) => writes.has(table === 'kith.view' ? 'story' : 'plan') && !goneOn.has(line),
  )
  return { goes, stays: all.filter((one) => !goes.includes(one)) }
}

/** Called by whoever has just taken the note back: nobody else writes of the child meanwhile. */
export async function retractCameOf(asking: Asking, which: Which, reason: string): Promise<void> {
  for (const { table, id } of (await cameOfNote(asking, which)).goes) {
    const done = await retract(asking, table, { id, reason })
    if ('refused' in done) throw new Error('What came of a note was changed apart from it.')
  }
}
