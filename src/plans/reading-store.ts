// The SQL that reads plans: editions and where each stands, parts with who and when, texts still to be merged, what waits for approval.
import { type RawBuilder, sql } from 'kysely'
import { type Asking, among, historyOf, type Version } from '#database'
import type { PlanKind } from '#plan-kinds'
import type { PlanState } from './plan.ts'

export type Edition = {
  readonly plan: string
  readonly edition: string
  readonly child: string
  readonly kind: PlanKind
  readonly number: number
  readonly state: PlanState
  /** The row of that state; who took the step, and when. */
  readonly step: string
  readonly by: string
  readonly at: string
  /** Of an edition that was approved: exactly the versions that were, by whom and when. */
  readonly approved: Approved | undefined
}
export type Approved = {
  readonly step: string
  readonly versions: readonly string[]
  readonly by: string
  readonly at: string
  /** The day on which it was agreed: of an approval in Kith its own, of what is on paper the day that stands there. */
  readonly on: string
  /** It was agreed on paper: `by` wrote that down. `document`: the line of the paper, where it is among the documents. */
  readonly paper: { readonly document: string | null } | undefined
}

export type PartText = {
  readonly id: string
  readonly line: string
  readonly edition: string
  readonly part: string
  readonly version: number
  /** undefined: cleared by this version, or taken out of sight. */
  readonly text: string | undefined
  readonly outOfSight: boolean
  readonly by: string
  readonly at: string
}

type EditionRow = Pick<Edition, 'plan' | 'edition' | 'child' | 'kind' | 'number'>
type StateRow = {
  readonly id: string
  readonly edition: string
  readonly supersedes: string | null
  readonly state: PlanState
  readonly versions: string[] | null
  readonly by: string
  readonly at: string
  readonly on: string
  readonly on_paper: boolean
  readonly paper_document: string | null
}
type PartRow = Omit<PartText, 'text' | 'outOfSight'> & { readonly said: Buffer | null }

function approvedOf({ id: step, versions, by, at, on, on_paper, paper_document: document }: StateRow): Approved {
  return { ...{ step, versions: versions ?? [], by, at, on }, paper: on_paper ? { document } : undefined }
}

/** Two small questions: as one, with all its walls, it took thirty times as long to plan as to answer. */
async function editionsWhere(asking: Asking, which: RawBuilder<unknown>): Promise<readonly Edition[]> {
  const { council } = asking.who
  const found = await sql<EditionRow>`
    select e.plan, e.id as edition, e.child, p.kind, e.number
    from kith.plan_edition e join kith.plan p on p.council = e.council and p.id = e.plan
    where e.council = ${council} and ${which}
      and not exists (select from kith.plan r where r.council = e.council and r.child = e.child and r.line = e.plan and r.change = 'retraction')
    order by p.kind, e.plan, e.number desc`.execute(asking.record)
  const states = await sql<StateRow>`
    select id, edition, supersedes, state, versions, recorded_by as "by", recorded as at,
      coalesce(agreed, (recorded at time zone 'Europe/London')::date)::text as "on", on_paper, paper_document
    from kith.plan_state where council = ${council} and edition ${among(found.rows.map((row) => row.edition))}`.execute(
    asking.record,
  )
  const steps = Map.groupBy(states.rows, (row) => row.edition)
  return found.rows.flatMap((row) => {
    const taken = steps.get(row.edition) ?? []
    const last = taken.find(({ id }) => taken.every(({ supersedes }) => supersedes !== id))
    const approval = taken.find(({ state }) => state === 'approved')
    const approved = approval && approvedOf(approval)
    return last === undefined ? [] : [{ ...row, state: last.state, step: last.id, by: last.by, at: last.at, approved }]
  })
}

/** Every edition of every plan of the child, newest first within its kind. */
export async function editionsOf(asking: Asking, child: string): Promise<readonly Edition[]> {
  return await editionsWhere(asking, sql`e.child = ${child}`)
}

export async function editionById(asking: Asking, id: string): Promise<Edition | undefined> {
  return (await editionsWhere(asking, sql`e.id = ${id}`))[0]
}

/** The child whose plan it is; undefined: no such edition, or none that the asker sees. */
export async function childOfEdition(asking: Asking, id: string): Promise<string | undefined> {
  const found = await asking.record
    .selectFrom('kith.plan_edition')
    .select('child')
    .where('council', '=', asking.who.council)
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.child
}

/** Of one plan: the edition that stands (approved), and the one being written. */
export function standingAndWritten(all: readonly Edition[]): {
  readonly standing: Edition | undefined
  readonly written: Edition | undefined
} {
  return {
    standing: all.find(({ state }) => state === 'approved'),
    written: all.find(({ state }) => state !== 'approved' && state !== 'replaced'),
  }
}

async function texts(asking: Asking, rows: readonly PartRow[]): Promise<readonly PartText[]> {
  const words = await asking.readWords(rows)
  return rows.map(({ said, ...row }) => {
    const text = words.get(row.id)
    return { ...row, text, outOfSight: said !== null && text === undefined }
  })
}

const columns = sql`p.id, p.line, p.edition, p.part, p.version, p.said, p.recorded_by as "by", p.recorded as at`

/** The latest version of each part, over all editions; or of the parts named. */
export async function latestParts(
  asking: Asking,
  plan: string,
  parts?: readonly string[],
): Promise<readonly PartText[]> {
  const { council } = asking.who
  const named = parts === undefined ? sql`true` : sql`p.part = any (${parts}::text[])`
  const { rows } = await sql<PartRow>`
    select distinct on (p.part) ${columns} from kith.plan_part p
    where p.council = ${council} and p.plan = ${plan} and ${named} order by p.part, p.version desc`.execute(
    asking.record,
  )
  return await texts(asking, rows)
}

async function versionsById(asking: Asking, ids: readonly string[]): Promise<readonly PartText[]> {
  const { rows } = await sql<PartRow>`
    select ${columns} from kith.plan_part p where p.council = ${asking.who.council} and p.id ${among(ids)} order by p.part collate "C"`.execute(
    asking.record,
  )
  return await texts(asking, rows)
}

/** Versions by part and number, as a form names what it read. */
export async function versionsRead(
  asking: Asking,
  plan: string,
  read: readonly { readonly part: string; readonly read: number }[],
): Promise<readonly PartText[]> {
  const { rows } = await sql<PartRow>`
    select ${columns} from kith.plan_part p
      join unnest(${read.map(({ part }) => part)}::text[], ${read.map((one) => one.read)}::int[]) as r (part, version)
        on r.part = p.part and r.version = p.version
    where p.council = ${asking.who.council} and p.plan = ${plan}`.execute(asking.record)
  return await texts(asking, rows)
}

/** What an edition says: where it was approved the versions that were, else the latest of each part. */
export async function partsOfEdition(asking: Asking, of: Edition): Promise<readonly PartText[]> {
  return of.approved === undefined
    ? await latestParts(asking, of.plan)
    : await versionsById(asking, of.approved.versions)
}

/** The approved words of a plan at a moment; undefined: none was approved then. */
export async function planAsApproved(
  asking: Asking,
  plan: string,
  at: string,
): Promise<{ readonly edition: string; readonly parts: readonly PartText[] } | undefined> {
  const { rows } = await sql<{ edition: string; versions: string[] }>`
    select edition, versions from kith.plan_state
    where council = ${asking.who.council} and plan = ${plan} and state = 'approved' and date_trunc('milliseconds', recorded) <= ${at}::timestamptz
    order by recorded desc, id desc limit 1`.execute(asking.record)
  const found = rows[0]
  if (found === undefined) return undefined
  return { edition: found.edition, parts: await versionsById(asking, found.versions) }
}

/** What had been written of a plan by a moment, approved or not. */
export async function planAsWritten(asking: Asking, plan: string, at: string): Promise<readonly PartText[]> {
  const { rows } = await sql<PartRow>`
    select distinct on (p.part collate "C") ${columns} from kith.plan_part p
    where p.council = ${asking.who.council} and p.plan = ${plan} and date_trunc('milliseconds', p.recorded) <= ${at}::timestamptz
    order by p.part collate "C", p.version desc`.execute(asking.record)
  return await texts(asking, rows)
}

/** Every version of a part, first to last. */
export async function partHistory(
  asking: Asking,
  { plan, part }: { readonly plan: string; readonly part: string },
): Promise<readonly Version<'kith.plan_part'>[]> {
  const first = await asking.record
    .selectFrom('kith.plan_part')
    .select('id')
    .where('council', '=', asking.who.council)
    .where('plan', '=', plan)
    .where('part', '=', part)
    .where('version', '=', 1)
    .executeTakeFirst()
  return first === undefined ? [] : await historyOf(asking, 'kith.plan_part', first.id)
}

export type Unmerged = {
  readonly id: string
  readonly child: string
  readonly plan: string
  readonly kind: PlanKind
  readonly edition: string
  readonly part: string
  readonly read: number
  readonly because: 'somebody was first' | 'edition approved'
  readonly text: string | undefined
  readonly by: string
  readonly at: string
}

/** Of one person across children, of one plan, or what one person kept of one part as they had read it. */
type UnmergedOf =
  | { readonly person: string }
  | { readonly plan: string }
  | { readonly plan: string; readonly person: string; readonly part: string; readonly read: number }

/** Texts that are neither merged nor withdrawn, oldest first. */
export async function unmergedTexts(asking: Asking, of: UnmergedOf): Promise<readonly Unmerged[]> {
  const whose = sql.join(
    [
      'plan' in of ? sql`u.plan = ${of.plan}` : sql`true`,
      'person' in of ? sql`u.recorded_by = ${of.person}` : sql`true`,
      'part' in of ? sql`u.part = ${of.part} and u.read_version = ${of.read}` : sql`true`,
    ],
    sql` and `,
  )
  const { rows } = await sql<Omit<Unmerged, 'text'> & { said: Buffer | null }>`
    select u.id, u.child, u.plan, p.kind, u.edition, u.part, u.read_version as read, u.because, u.said, u.recorded_by as "by", u.recorded as at
    from kith.plan_unmerged_current u join kith.plan p on p.council = u.council and p.id = u.plan
    where u.council = ${asking.who.council} and ${whose}
      and not exists (select from kith.plan_part m where m.council = u.council and m.merges = u.id)
    order by u.recorded, u.id`.execute(asking.record)
  const words = await asking.readWords(rows)
  return rows.map((row) => {
    const { id, child, plan, kind, edition, part, read, because, by, at } = row
    return { id, child, plan, kind, edition, part, read, because, by, at, text: words.get(id) }
  })
}

export type Waiting = Edition & {
  /** The asker wrote or sent some of it, so that somebody else has to approve it. */
  readonly yours: boolean
}

/** Plans that the asker may approve, or could if it were not their own work; longest waiting first, from `after` on. */
export async function plansToApprove(
  asking: Asking,
  { most = 50, after }: { readonly most?: number; readonly after?: string } = {},
): Promise<readonly Waiting[]> {
  const { council, person } = asking.who
  const later =
    after === undefined
      ? sql`true`
      : sql`(s.recorded, s.id) > (select recorded, id from kith.plan_state where council = ${council} and id = ${after})`
  const { rows } = await sql<{ edition: string }>`
    select s.edition from kith.plan_state_current s
    where s.council = ${council} and s.state = 'sent for approval' and kith.may(s.child, 'approve', 'plan') and ${later}
    order by s.recorded, s.id limit ${most}`.execute(asking.record)
  const all = await editionsWhere(asking, sql`e.id ${among(rows.map(({ edition }) => edition))}`)
  const waiting: Waiting[] = []
  for (const { edition } of rows) {
    const found = all.find((one) => one.edition === edition)
    if (found) waiting.push({ ...found, yours: (await handsIn(asking, found)).has(person) })
  }
  return waiting
}

/** What whoever took this step wrote with it. */
export async function stepWords(asking: Asking, step: string): Promise<string | undefined> {
  return (await historyOf(asking, 'kith.plan_state', step))[0]?.words
}

/** Everybody whose hand is in an edition: who wrote what stands or was written in it, and who sent it. */
export async function handsIn(asking: Asking, of: Edition): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`
    select distinct p.recorded_by as person from kith.plan_part p
    where p.council = ${asking.who.council} and p.plan = ${of.plan}
      and (p.edition = ${of.edition} or not exists (select from kith.plan_part n where n.council = p.council and n.supersedes = p.id))`.execute(
    asking.record,
  )
  return new Set([of.by, ...rows.map(({ person }) => person)])
}
