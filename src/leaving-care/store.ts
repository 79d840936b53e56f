// The SQL of leaving care as one page shows it: all that stands in the record, and the days that say who somebody is.
import { type DayNumber, day, numberOf, parseDay } from '#calendar'
import { type Asking, currentOf, type Version } from '#database'
import { legalStatusesOf, periodsOf } from '#placements'
import type { CareDays, LeaverEnd } from './eligible.ts'

export type LeaverRecord = {
  readonly assessments: readonly Version<'kith.needs_assessment'>[]
  readonly asks: readonly Version<'kith.pathway_review_ask'>[]
  readonly reviews: readonly Version<'kith.pathway_review'>[]
  readonly contacts: readonly Version<'kith.leaver_contact'>[]
  readonly homes: readonly Version<'kith.leaver_home'>[]
  readonly staying: readonly Version<'kith.staying_put'>[]
  readonly years: readonly Version<'kith.care_leaver_answer'>[]
  readonly ends: readonly Version<'kith.leaving_care_end'>[]
}

const newestFirst = <One>(list: readonly One[], dayOf: (one: One) => string): readonly One[] =>
  list.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))

/** Everything newest first. */
export async function leaverRecordOf(asking: Asking, child: string): Promise<LeaverRecord> {
  return {
    assessments: newestFirst(await currentOf(asking, 'kith.needs_assessment', child), ({ completed }) => completed),
    asks: newestFirst(await currentOf(asking, 'kith.pathway_review_ask', child), ({ asked }) => asked),
    reviews: newestFirst(await currentOf(asking, 'kith.pathway_review', child), ({ held }) => held),
    contacts: newestFirst(await currentOf(asking, 'kith.leaver_contact', child), ({ happened }) => happened),
    homes: newestFirst(await currentOf(asking, 'kith.leaver_home', child), ({ since }) => since),
    staying: newestFirst(await currentOf(asking, 'kith.staying_put', child), ({ happened }) => happened),
    years: newestFirst(await currentOf(asking, 'kith.care_leaver_answer', child), ({ year_ending }) => year_ending),
    ends: newestFirst(await currentOf(asking, 'kith.leaving_care_end', child), ({ since }) => since),
  }
}

/** Since when nothing after care is owed by us: another council has the record. */
async function overOf({ record, who }: Asking, child: string): Promise<DayNumber | undefined> {
  const found = await record
    .selectFrom('kith.record_transfer_current')
    .select((eb) => eb.fn.min('given_on').as('since'))
    .where('council', '=', who.council)
    .where('child', '=', child)
    .executeTakeFirst()
  const since = typeof found?.since === 'string' ? parseDay(found.since) : undefined
  return since && numberOf(since)
}

/** What stands of its end after care, as days. */
async function endsOf(asking: Asking, child: string): Promise<readonly LeaverEnd[]> {
  const all = await currentOf(asking, 'kith.leaving_care_end', child)
  return all.map(({ kind, since, until }) => ({
    ...{ kind, since: numberOf(day(since)), until: until === null ? undefined : numberOf(day(until)) },
  }))
}

/** Periods of care in order, without series of short breaks: these do not count (regulation 40). */
export async function careDaysOf(asking: Asking, child: string): Promise<readonly CareDays[]> {
  const statuses = await legalStatusesOf(asking, child)
  const inBreaks = (on: DayNumber): boolean =>
    statuses.some(
      ({ code, from, until }) => (code === 'V3' || code === 'V4') && from <= on && (until === undefined || on < until),
    )
  const [over, ends] = [await overOf(asking, child), await endsOf(asking, child)]
  return (await periodsOf(asking, child))
    .flatMap(({ since, until, endReason: reason }) => {
      const from = since === null ? undefined : numberOf(since)
      if (from === undefined || inBreaks(from)) return []
      return [{ from, until: until === null ? undefined : numberOf(until), reason: reason ?? undefined, over, ends }]
    })
    .toSorted((a, b) => a.from - b.from)
}
