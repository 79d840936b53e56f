// The SQL of decisions about homes, as one page shows them: all that stands, newest first.
import { type Asking, currentOf, type Version } from '#database'

export type HomeRecord = {
  readonly choices: readonly Version<'kith.home_choice'>[]
  readonly checks: readonly Version<'kith.home_check'>[]
  readonly decisions: readonly Version<'kith.placement_decision'>[]
  readonly far: readonly Version<'kith.home_distance'>[]
}
const newestFirst = <One>(list: readonly One[], dayOf: (one: One) => string): readonly One[] =>
  list.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))

export async function homeRecordOf(asking: Asking, child: string): Promise<HomeRecord> {
  return {
    choices: newestFirst(await currentOf(asking, 'kith.home_choice', child), ({ decided }) => decided),
    checks: newestFirst(await currentOf(asking, 'kith.home_check', child), ({ recorded }) => recorded),
    decisions: newestFirst(await currentOf(asking, 'kith.placement_decision', child), ({ since }) => since),
    far: newestFirst(await currentOf(asking, 'kith.home_distance', child), ({ on_day }) => on_day),
  }
}

export async function parentAssessmentsOf(
  asking: Asking,
  child: string,
): Promise<readonly Version<'kith.parent_assessment'>[]> {
  return newestFirst(await currentOf(asking, 'kith.parent_assessment', child), ({ completed }) => completed)
}
