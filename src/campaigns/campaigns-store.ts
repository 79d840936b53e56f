// The SQL of campaigns: each with what was counted and the homes that came of it, as the asker may know them.

import { day, type IsoDay } from '#calendar'
import { homesCalled, homesOn } from '#carers'
import {
  type CouncilLine,
  councilLines,
  lineVersion,
  type NewCouncilLine,
  takeBackLine,
  writeCouncilLine,
} from '#council-lines'
import type { Asking } from '#database'
import { type CameOf, type Count, type Facts, LOOKS_FOR, type LooksFor } from './campaign.ts'

const CAMPAIGN = { table: 'kith.recruitment_campaign', words: ['title', 'why', 'carers', 'learned'] } as const
const COUNT = { table: 'kith.campaign_count', words: ['said'] } as const
const HOME = { table: 'kith.campaign_home', words: ['why'] } as const
type CampaignLine = CouncilLine<typeof CAMPAIGN.table, (typeof CAMPAIGN.words)[number]>
export type CountLine = CouncilLine<typeof COUNT.table, (typeof COUNT.words)[number]> & Count
export type HomeLine = CouncilLine<typeof HOME.table, (typeof HOME.words)[number]>

export type Plan = Omit<Facts, 'counts' | 'came'> &
  Pick<CampaignLine, 'id' | 'line' | 'area' | 'words' | 'recorded' | 'recorded_by'> & { readonly looksFor: LooksFor }
export type Campaign = Plan & {
  readonly counts: readonly CountLine[]
  readonly came: readonly (CameOf & { readonly row: HomeLine; readonly called: string })[]
}
const isLooked = (text: string): text is LooksFor => Object.hasOwn(LOOKS_FOR, text)
const orNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))
const byDay = (a: Count, b: Count): number => (a.counted < b.counted ? -1 : 1)

export type ListedHome = { readonly home: string; readonly called: string }
/** Homes of the list, by what they are called. */
export async function homesToChoose(asking: Asking, today: IsoDay): Promise<readonly ListedHome[]> {
  const homes = await homesOn(asking, today)
  const called = await homesCalled(
    asking,
    homes.map(({ home }) => home),
  )
  return homes
    .map(({ home: { line } }) => ({ home: line, called: called.get(line) ?? '' }))
    .toSorted((a, b) => (a.called < b.called ? -1 : 1))
}

async function cameOf(asking: Asking, today: IsoDay) {
  const rows = await councilLines(asking, HOME)
  if (rows.length === 0) return new Map<string, Campaign['came']>()
  const homes = new Map((await homesOn(asking, today)).map((one) => [one.home.line, one]))
  const chosen = [...new Set(rows.map(({ household }) => household))].flatMap((line) => homes.get(line) ?? [])
  const called = await homesCalled(
    asking,
    chosen.map(({ home }) => home),
  )
  // Two people may have said it at one moment: a home comes of a campaign once.
  const once = new Map(rows.toReversed().map((row) => [`${row.campaign} ${row.household}`, row]))
  const came = [...once.values()].map((row) => {
    const one = homes.get(row.household)
    const approved = one?.approvals.map(({ since }) => since).toSorted()[0]
    const lives = one?.takers.filter(({ takes }) => takes === 'lives') ?? []
    return {
      ...{ row, home: row.household, called: called.get(row.household) ?? 'A home that is not on the list any more' },
      ...{ approved: approved === undefined ? undefined : day(approved), places: one?.terms?.places ?? undefined },
      children: lives.length,
      campaign: row.campaign,
    }
  })
  return Map.groupBy(came, ({ campaign }) => campaign)
}

const planOf = ({ looks_for: looks, began, ends, ...row }: CampaignLine): Plan => ({
  ...{ ...row, looksFor: isLooked(looks) ? looks : 'anybody', began: day(began), ends: orNull(ends) },
})
/** As it was when somebody read it. */
export async function planRead(asking: Asking, id: string): Promise<Plan | undefined> {
  const row = await lineVersion(asking, CAMPAIGN, id)
  return row && planOf(row)
}

/** What stands, the latest begun first; of one line, or all. */
export async function campaigns(asking: Asking, today: IsoDay, line?: string): Promise<readonly Campaign[]> {
  const rows = await councilLines(asking, CAMPAIGN, line)
  if (rows.length === 0) return []
  const counts = Map.groupBy(
    (await councilLines(asking, COUNT)).map((row): CountLine => ({ ...row, counted: day(row.counted) })),
    ({ campaign }) => campaign,
  )
  const came = await cameOf(asking, today)
  return rows
    .map((row) => ({
      ...planOf(row),
      ...{ counts: (counts.get(row.line) ?? []).toSorted(byDay), came: came.get(row.line) ?? [] },
    }))
    .toSorted((a, b) => (a.began < b.began ? 1 : -1))
}

export type NewCampaign = NewCouncilLine<typeof CAMPAIGN.table, (typeof CAMPAIGN.words)[number]>
export const writeCampaign = async (asking: Asking, written: NewCampaign): Promise<string> =>
  await writeCouncilLine(asking, CAMPAIGN.table, written)
export type NewCount = NewCouncilLine<typeof COUNT.table, (typeof COUNT.words)[number]>
export const writeCount = async (asking: Asking, written: NewCount): Promise<string> =>
  await writeCouncilLine(asking, COUNT.table, written)
/** The campaign from which it came, said once of a home. */
export const writeCame = async (asking: Asking, campaign: string, household: string): Promise<string> =>
  await writeCouncilLine(asking, HOME.table, { columns: { campaign, household }, words: {} })

type HangsOn = { readonly kind: 'count'; readonly of: CountLine } | { readonly kind: 'home'; readonly of: HomeLine }
/** What hangs on a campaign and stands, by its line. */
export async function hangsOn(asking: Asking, line: string): Promise<HangsOn | undefined> {
  const [count] = await councilLines(asking, COUNT, line)
  if (count !== undefined) return { kind: 'count', of: { ...count, counted: day(count.counted) } }
  const [home] = await councilLines(asking, HOME, line)
  return home && { kind: 'home', of: home }
}
export const takeBack = async (asking: Asking, hanging: HangsOn, why: string): Promise<string> =>
  hanging.kind === 'count'
    ? await takeBackLine(asking, COUNT.table, { of: hanging.of, why })
    : await takeBackLine(asking, HOME.table, { of: hanging.of, why })
