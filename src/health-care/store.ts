// The SQL of getting care: referrals, consent, and practices; and what the Health page shows of the three.
import type { IsoDay } from '#calendar'
import { type Asking, currentOf, type Version, writerOf } from '#database'
import { isOpen } from './referral.ts'

export const referrals = writerOf('kith.health_referral')
export const referralSteps = writerOf('kith.referral_step')
export const consents = writerOf('kith.health_consent')
export const practices = writerOf('kith.practice')

/** With where it was taken further, the first first. */
type Referral = Version<'kith.health_referral'> & { readonly steps: readonly Version<'kith.referral_step'>[] }
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

/** Refused, it waits again while somebody above is asked. */
const waits = (one: Referral): boolean =>
  isOpen(one) || (one.outcome === null && one.steps.some(({ answer }) => answer === null))

export async function healthCareOf(asking: Asking, child: string): Promise<HealthCare> {
  const asked = [...(await currentOf(asking, 'kith.health_referral', child))].sort(by(({ asked }) => asked))
  const steps =
    asked.length === 0 ? [] : [...(await currentOf(asking, 'kith.referral_step', child))].sort(by(({ taken }) => taken))
  const all = asked.map((one): Referral => ({ ...one, steps: steps.filter(({ referral }) => referral === one.line) }))
  const answers = await currentOf(asking, 'kith.health_consent', child)
  const registered = await currentOf(asking, 'kith.practice', child)
  return {
    waiting: all.filter(waits),
    over: all.filter((one) => !waits(one)).toReversed(),
    consents: [...answers].sort(by(({ decided }) => decided)).toReversed(),
    practices: [...registered].sort(by(({ since }) => since)).toReversed(),
  }
}
