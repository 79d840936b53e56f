// The SQL of proceedings and of panels on secure accommodation, as one page shows them: all that stands, newest first.
import { type Asking, currentOf, type Version } from '#database'

export type CourtRecord = {
  readonly proceedings: readonly Version<'kith.proceedings'>[]
  readonly secure: readonly Version<'kith.secure_panel'>[]
  readonly guardians: readonly Version<'kith.guardianship_notice'>[]
}
const newestFirst = <One>(list: readonly One[], dayOf: (one: One) => string): readonly One[] =>
  list.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))

export async function courtRecordOf(asking: Asking, child: string): Promise<CourtRecord> {
  return {
    proceedings: newestFirst(await currentOf(asking, 'kith.proceedings', child), ({ issued }) => issued),
    secure: newestFirst(await currentOf(asking, 'kith.secure_panel', child), ({ held }) => held),
    guardians: newestFirst(await currentOf(asking, 'kith.guardianship_notice', child), ({ received }) => received),
  }
}
