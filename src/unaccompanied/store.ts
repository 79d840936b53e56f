// The SQL of a child who came here alone, as one page shows it: all that stands, newest first.
import { type Asking, currentOf, type Version } from '#database'

export type AloneRecord = {
  readonly arrivals: readonly Version<'kith.arrival_alone'>[]
  readonly ages: readonly Version<'kith.age_assessment'>[]
  readonly applications: readonly Version<'kith.status_application'>[]
  readonly tracing: readonly Version<'kith.family_tracing'>[]
}

const newestFirst = <One>(list: readonly One[], dayOf: (one: One) => string): readonly One[] =>
  list.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))

export async function aloneRecordOf(asking: Asking, child: string): Promise<AloneRecord> {
  return {
    arrivals: newestFirst(await currentOf(asking, 'kith.arrival_alone', child), ({ came_to_us }) => came_to_us),
    ages: newestFirst(await currentOf(asking, 'kith.age_assessment', child), ({ doubted }) => doubted),
    applications: newestFirst(await currentOf(asking, 'kith.status_application', child), ({ made }) => made),
    tracing: newestFirst(await currentOf(asking, 'kith.family_tracing', child), ({ happened }) => happened),
  }
}
