// The SQL of getting care: referrals, consent, and practices; and what the Health page shows of the three.
import type { IsoDay } from '#calendar'
import { type Asking, currentOf, type Version, writerOf } from '#database'
import { isOpen } from './referral.ts'

export const referrals = writerOf('kith.health_referral')
export const consents = writerOf('kith.health_consent')
export const practices = writerOf('kith.practice')

type Referral = Version<'kith.health_referral'>
export type HealthCare = {
  /** Those that wait, the longest wait first; then those that are over, the latest first. */
  readonly waiting: readonly Referral[]
  readonly over: readonly Referral[]
  readonly consents: readonly Version<'kith.health_consent'>[]
  readonly practices: readonly Version<'kith.practice'>[]
}
const by =
  <Row>(key: (row: Row) => IsoDay | string) =>
  (a: Row, b: Row) =>
    key(a) < key(b) ? -1 : 1

export async function healthCareOf(asking: Asking, child: string): Promise<HealthCare> {
  const asked = [...(await currentOf(asking, 'kith.health_referral', child))].sort(by(({ asked }) => asked))
  const answers = await currentOf(asking, 'kith.health_consent', child)
  const registered = await currentOf(asking, 'kith.practice', child)
  return {
    waiting: asked.filter(isOpen),
    over: asked.filter((one) => !isOpen(one)).toReversed(),
    consents: [...answers].sort(by(({ decided }) => decided)).toReversed(),
    practices: [...registered].sort(by(({ since }) => since)).toReversed(),
  }
}
