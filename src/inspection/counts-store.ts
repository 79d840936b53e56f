// Counts every child by each of the ways in which they leave the council, and by the record itself, which no way is asked for.
import { sql } from 'kysely'
import { rowsOf } from '#annex-a'
import { addMonths, type IsoDay } from '#calendar'
import { departmentsIdOf, sentToDepartment, toldOf, yearBegan } from '#daily-payload'
import type { Asking } from '#database'
import { collectionOf, returnOfChild } from '#return-making'
import { aroundChildren, idOf, type KnownChild, knownChildren, periodsOf, rowsOfChild } from '#safeguarding-dataset'
import { type CountedChild, type Reconciled, reconcile, type Standing } from './reconciliation.ts'

type Counting = {
  readonly on: IsoDay
  readonly around: Awaited<ReturnType<typeof aroundChildren>>
  readonly sent: ReadonlySet<string>
  readonly kith: ReadonlyMap<string, Standing>
}

/** By periods of care alone, in one statement of their own: what the files say is compared with this. */
async function countedByRecord({ record, who }: Asking, on: IsoDay): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<{ child: string; day: boolean; year: boolean }>`
    select coalesce(j.goes_on, c.child) as child,
      bool_or(coalesce(c.began, c.began_by) <= ${on}::date and (c.ended is null or c.ended > ${on}::date)) as day,
      bool_or(coalesce(c.began, c.began_by) <= ${on}::date and (c.ended is null or c.ended >= ${yearBegan(on)}::date)) as year
    from kith.care_period_current c
      left join kith.joins_known(${who.council}::smallint, 'infinity'::timestamptz) j on j.child = c.child
    where c.council = ${who.council} group by 1`.execute(record)
  return new Map(rows.map(({ child, day, year }) => [child, { onTheDay: day, atAll: year }]))
}

const NOT_IN: Standing = { onTheDay: false, atAll: false }

function inReturn(known: KnownChild, on: IsoDay): Standing & { readonly leaver: boolean } {
  const year = Number(yearBegan(on).slice(0, 4)) + 1
  const made = returnOfChild(known, collectionOf(year, on))
  const episodes = made?.rows.get('Episodes') ?? []
  return {
    onTheDay: episodes.some(({ cells }) => cells.DEC === undefined),
    atAll: made !== undefined,
    leaver: episodes.length === 0 && made !== undefined,
  }
}

function inAnnexA(known: KnownChild, { around, on }: Counting): Standing {
  const lists = rowsOf({ known, around, on, areaOf: () => undefined })
  const six = lists.get(6)
  // Of the list of children in need the status says who is looked after; list 8 holds the same children.
  return { onTheDay: lists.has(8) && (six?.includes('a) Looked after child') ?? false), atAll: lists.has(8) }
}

function inDataset(known: KnownChild, { around, on }: Counting): Standing {
  const episodes = rowsOfChild(known, { on, around }).get('ssd_cla_episodes') ?? []
  return {
    onTheDay: episodes.some((row) => row.clae_cla_episode_ceased_date === undefined),
    atAll: episodes.length > 0,
  }
}

function inPayload(known: KnownChild, { around, on, sent, kith }: Counting): Standing {
  if (kith.get(known.child)?.atAll !== true && !sent.has(known.child)) return NOT_IN
  const told = toldOf(known, around, on)
  const social = told?.body.social_care_episodes
  const placements = (Array.isArray(social) ? social : []).flatMap((one) => one.child_looked_after_placements ?? [])
  return { onTheDay: placements.some((one) => one.end_date === undefined), atAll: told !== undefined }
}

function countedIn(known: KnownChild, counting: Counting): CountedChild {
  const { on, kith } = counting
  const { leaver, ...made } = inReturn(known, on)
  const last = periodsOf(known, on).at(-1)?.until
  return {
    child: known.child,
    shown: idOf(known),
    kith: kith.get(known.child) ?? NOT_IN,
    files: {
      return: made,
      'annex-a': inAnnexA(known, counting),
      ssd: inDataset(known, counting),
      payload: inPayload(known, counting),
    },
    leftBeforeSixMonths: last !== undefined && last < addMonths(on, -6),
    leaverOfTheReturn: leaver,
    departmentTakesId: departmentsIdOf(known) !== undefined,
  }
}

/** By the service, from the whole record: a count under one person's sight would be another. */
export async function reconciled(asking: Asking, on: IsoDay): Promise<Reconciled> {
  const counting: Counting = {
    on,
    around: await aroundChildren(asking),
    sent: await sentToDepartment(asking),
    kith: await countedByRecord(asking, on),
  }
  const children: CountedChild[] = []
  for await (const batch of knownChildren(asking, { on, why: 'whether each child is counted the same', names: false }))
    for (const known of batch) children.push(countedIn(known, counting))
  return reconcile(children)
}

/** Which of these children the asker may know of; the log says that they were shown. */
export async function openAmong(
  { record, who, noteEach }: Asking,
  children: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from kith.child where council = ${who.council}::smallint and id = any (${children}::uuid[])`.execute(
    record,
  )
  const open = new Set(rows.map(({ id }) => id))
  await noteEach('shown as counted otherwise in a file', [...open])
  return open
}
