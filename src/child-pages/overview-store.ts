// The SQL of the overview: the latest of each part of the record, a few small questions under the reader's own sight.
import { sql } from 'kysely'
import { addDays, day, type IsoDay, londonMidnight } from '#calendar'
import { type Frame, inScope } from '#child-frame'
import type { Asking } from '#database'
import { PLAN_IN_LINES, partsOf } from '#plan-kinds'
import type { GoodNews, OverviewFacts, OverviewNight, OverviewPerson, OverviewView, OverviewVisit } from './overview.ts'

type Said = { readonly id: string; readonly said: Buffer | null }
type Of = { readonly asking: Asking; readonly child: string }

type ViewRow = Said & Omit<OverviewView, 'words' | 'happened'> & { readonly happened: string }
async function latestView({ asking, child }: Of): Promise<ViewRow | null> {
  const { rows } = await sql<ViewRow>`
    select id, happened, how, about, audience, said from kith.view_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and whose = 'child'
    order by happened desc, line desc limit 1`.execute(asking.record)
  return rows[0] ?? null
}

async function lastVisits({ asking, child }: Of): Promise<readonly OverviewVisit[]> {
  const { council } = asking.who
  const { rows } = await sql<{
    happened: string
    by: string
    visitor: string | null
    seen: boolean | null
    alone: boolean | null
  }>`
    select v.happened, v.visitor_role as by, v.seen, v.alone,
      (select coalesce(w.name, w.code) from kith.worker w where w.council = v.council and w.id = v.visitor) as visitor
    from kith.visit_current v where v.council = ${council}::smallint and v.child = ${child}::uuid
    order by v.happened desc, v.line desc limit 1`.execute(asking.record)
  return rows.map((row) => ({ ...row, happened: day(row.happened), visitor: row.visitor ?? undefined }))
}

type PersonRow = Said & { readonly line: string; readonly relation: string }
async function peopleAround({ asking, child }: Of): Promise<readonly PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select id, line, relation, said from kith.family_person_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and not gap and died <> 'died' order by line limit 12`.execute(
    asking.record,
  )
  return rows
}

/** What was told last of a night and holds at the end of the day. */
async function lastNight({ asking, child }: Of, today: IsoDay): Promise<OverviewNight> {
  const at = londonMidnight(addDays(today, 1))
  const { rows } = await sql<{ kind: string; since: string }>`
    select kind, since from kith.night_place_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and since <= ${at}::timestamptz
      and (until is null or until > ${at}::timestamptz) order by since desc, line desc limit 1`.execute(asking.record)
  return rows[0]
}

type NewsRow = Said & { readonly happened: string }
/** Of the latest good news, the first paragraph that the reader may read. */
async function latestNews({ asking, child }: Of): Promise<NewsRow | null> {
  const { rows } = await sql<{ happened: string } & (Said | { readonly id: null })>`
    select n.happened, p.id, p.said from (
      select council, child, line, happened from kith.story_note_current
      where council = ${asking.who.council}::smallint and child = ${child}::uuid and kind = 'good news' order by happened desc, line desc limit 1) n
    left join lateral (
      select id, said from kith.story_note_paragraph_current p
      where p.council = n.council and p.child = n.child and p.note = n.line order by p.place limit 1) p on true`.execute(
    asking.record,
  )
  const [news] = rows
  return news === undefined || news.id === null ? null : news
}

const partName = (part: string): string => partsOf('care plan').find((one) => one.part === part)?.name ?? part

export async function overviewFacts(asking: Asking, frame: Frame, today: IsoDay): Promise<OverviewFacts> {
  const of = { asking, child: frame.id }
  const { sees } = frame
  const [view, people, news, visits, night] = await Promise.all([
    inScope(sees.has('story'), async () => await latestView(of)),
    inScope(sees.has('family'), async () => await peopleAround(of)),
    inScope(sees.has('story'), async () => await latestNews(of)),
    inScope(sees.has('visits'), async () => await lastVisits(of)),
    inScope(sees.has('where'), async () => await lastNight(of, today)),
  ])
  const parts = frame.plan?.lines ?? []
  const words = await asking.readWords([...(view ? [view] : []), ...(people ?? []), ...(news ? [news] : []), ...parts])
  const byPart = new Map(parts.map((row) => [row.part, words.get(row.id)]))
  return {
    view: view && { ...view, happened: day(view.happened), words: words.get(view.id) },
    visits,
    people: people?.map((row): OverviewPerson => ({ ...row, words: words.get(row.id) })),
    night,
    goodNews: news && ({ happened: day(news.happened), words: words.get(news.id) } satisfies GoodNews),
    planLines: PLAN_IN_LINES.flatMap((part) =>
      byPart.has(part) ? [{ name: partName(part), words: byPart.get(part) }] : [],
    ),
  }
}
