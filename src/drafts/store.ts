// The SQL of drafts: one author's unfinished writing, saved under the turn of the draft, ended, thrown away and taken back.
import { sql } from 'kysely'
import type { Asking } from '#database'
import { type Place, placeOf } from './saving.ts'
import { textOf, type Values, valuesOf } from './values.ts'

/** What a draft is of: the form, the child where it is about one, and what it corrects or hangs on. */
export type Subject = { readonly form: string; readonly child: string | null; readonly about: string | null }
export type DraftEnd = 'submitted' | 'withdrawn'

type Row = Subject & {
  readonly id: string
  readonly author: string
  readonly said: Buffer | null
  readonly revision: number
  readonly siblingOf: string | null
  readonly started: string
  readonly saved: string
  readonly ended: DraftEnd | null
  readonly endedAt: string | null
  readonly result: string | null
}
export type Draft = Omit<Row, 'said' | 'author'> & {
  /** undefined: forgotten after it was sent, or taken out of sight. */
  readonly values: Values | undefined
}

const COLUMNS = sql.raw(
  `id, author, form, child, about, said, revision, sibling_of as "siblingOf", started, saved, ended, ended_at as "endedAt", result`,
)

async function opened(asking: Asking, rows: readonly Row[]): Promise<readonly Draft[]> {
  const words = await asking.readWords(rows)
  return rows.map((row) => {
    const { id, form, child, about, revision, siblingOf, started, saved, ended, endedAt, result } = row
    const text = words.get(id)
    const values = text === undefined ? undefined : valuesOf(text)
    return { id, form, child, about, revision, siblingOf, started, saved, ended, endedAt, result, values }
  })
}

/** One of the asker's own; undefined: there is none that they may see. */
export async function draftById(asking: Asking, id: string): Promise<Draft | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from kith.draft where council = ${asking.who.council} and id = ${id} and author = ${asking.who.person}`.execute(
    asking.record,
  )
  return (await opened(asking, rows))[0]
}

/** The asker's unfinished writing, the last saved first; of one form and subject where these are given. */
export async function unfinished(asking: Asking, of?: Subject): Promise<readonly Draft[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from kith.draft
    where council = ${asking.who.council} and author = ${asking.who.person} and ended is null
      and (${of?.form ?? null}::text is null or form = ${of?.form ?? null}
        and child is not distinct from ${of?.child ?? null}::uuid and about is not distinct from ${of?.about ?? null}::uuid)
    order by saved desc, id`.execute(asking.record)
  return await opened(asking, rows)
}

/** Thrown away within the last 30 days, the latest first. */
export async function thrownAway(asking: Asking): Promise<readonly Draft[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from kith.draft
    where council = ${asking.who.council} and author = ${asking.who.person} and ended = 'withdrawn' and said is not null
    order by ended_at desc, id`.execute(asking.record)
  return await opened(asking, rows)
}

/** How many drafts the asker has open. */
export async function countUnfinished({ record, who }: Asking): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from kith.draft where council = ${who.council} and author = ${who.person} and ended is null`.execute(
    record,
  )
  return rows[0]?.n ?? 0
}

/** Waits for whoever is saving or sending this draft. Another person's draft is refused. */
export async function holdDraft(asking: Asking, id: string): Promise<Draft | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from kith.hold_draft(${id})`.execute(asking.record)
  return (await opened(asking, rows))[0]
}

export type Saving = Subject & {
  readonly id: string
  /** The revision that the window holds; 0 where it never saved. */
  readonly read: number
  readonly values: Values
}
export type Saved = {
  /** Another one than was asked for where the text went beside it. */
  readonly id: string
  readonly revision: number
  readonly place: Place
}

/** Saves what stands in one window. Nothing that another window saved is overwritten: the text then goes beside it. */
export async function saveDraft(asking: Asking, saving: Saving): Promise<Saved> {
  const held = await holdDraft(asking, saving.id)
  const place = placeOf(held && heldAs(held, saving), saving.read)
  if (held === undefined || place === 'new') return await first(asking, saving, null)
  if (place === 'there') return { id: held.id, revision: held.revision, place }
  if (place === 'beside') return await beside(asking, saving, held)
  const said = await asking.sealAgain(held.id, textOf(saving.values))
  if (said === undefined) return await beside(asking, saving, held)
  await write(asking, saving, { said, saves: held.revision + 1 })
  return { id: held.id, revision: held.revision + 1, place }
}

/** The draft of another form, or about something else, is never the same: the database refuses to write over it. */
const heldAs = (held: Draft, now: Saving) => ({
  revision: held.revision,
  ended: held.ended !== null,
  same: held.values !== undefined && isOf(held, now) && textOf(held.values) === textOf(now.values),
})
export const isOf = (one: Subject, other: Subject): boolean =>
  one.form === other.form && one.child === other.child && one.about === other.about

async function beside(asking: Asking, saving: Saving, held: Draft): Promise<Saved> {
  const [id = ''] = await asking.newIds(1)
  return { ...(await first(asking, { ...saving, id }, held.siblingOf ?? held.id)), place: 'beside' }
}

async function first(asking: Asking, saving: Saving, siblingOf: string | null): Promise<Saved> {
  const { said, wrapped } = await asking.sealFor(saving.id, textOf(saving.values))
  await write(asking, saving, { said, wrapped, siblingOf, saves: 1 })
  return { id: saving.id, revision: 1, place: 'new' }
}

type Save = {
  readonly said: string
  readonly wrapped?: string
  readonly siblingOf?: string | null
  readonly saves: number
}

async function write(asking: Asking, { id, form, child, about }: Saving, save: Save): Promise<void> {
  await sql`select kith.write_draft(${id}, ${form}, ${child}, ${about}, ${save.siblingOf ?? null}, ${save.saves}::int,
    ${save.said}::bytea, ${save.wrapped ?? null}::bytea)`.execute(asking.record)
}

/** `became`: the row of the record that a sent draft is now. */
export async function endDraft(asking: Asking, id: string, end: { how: DraftEnd; became?: string }): Promise<void> {
  await sql`select kith.end_draft(${id}, ${end.how}, ${end.became ?? null})`.execute(asking.record)
}

/** False where it is too late, or there is nothing to take back. */
export async function reopenDraft(asking: Asking, id: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select kith.reopen_draft(${id}) as open`.execute(asking.record)
  return rows[0]?.open === true
}

/** The words of drafts that were sent a day ago or thrown away a month ago; for the night's work. Returns how many. */
export async function forgetDrafts(asking: Asking): Promise<number> {
  const { rows } = await sql<{ n: number }>`select kith.forget_drafts() as n`.execute(asking.record)
  return rows[0]?.n ?? 0
}
