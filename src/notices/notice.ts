// What a notice is: to whom, about what, how and on which day; planned for a day, or decided against, by whom and why.
import type { Instant, IsoDay } from '#calendar'

export const RECIPIENTS = [
  'child',
  'parent',
  'somebody with parental responsibility',
  'somebody with contact',
  'carer',
  'carer before',
  'school',
  'virtual school',
  'GP',
  'health team',
  'area authority',
  'independent reviewing service',
  'Cafcass or court',
  'police',
  'somebody else',
] as const
export type Recipient = (typeof RECIPIENTS)[number]
export const NOT_TOLD_WHY = ['not yet', 'not needed', 'not safe', 'could not be reached'] as const
export type NotTold = (typeof NOT_TOLD_WHY)[number]
export const HOW_TOLD = ['in writing', 'in person', 'by telephone', 'by video', 'through somebody else'] as const
export type HowTold = (typeof HOW_TOLD)[number]
/** Who told them, where it is asked. */
export const TELLERS = [
  'our worker',
  'our night team',
  'carer or home',
  'school',
  'family',
  'the child',
  'somebody else',
] as const
export type Teller = (typeof TELLERS)[number]
export const TOLD_ABOUT = [
  'comes into care',
  'home',
  'home ended',
  'order or agreement',
  'missing',
  'leaves care',
  'something else',
] as const
export type ToldAbout = (typeof TOLD_ABOUT)[number]

export type NewNotice = {
  readonly recipient: Recipient
  readonly told: IsoDay | null
  /** The hour, where it is known. */
  readonly told_at: Instant | null
  readonly how: HowTold | null
  readonly teller: Teller | null
  readonly not_told: NotTold | null
  /** For which day, while it is not sent. */
  readonly planned: IsoDay | null
  /** When it was decided not to tell them, and by which worker; null: by whoever writes. */
  readonly decided: IsoDay | null
  readonly decidedBy: string | null
  /** Their name, how, or why not. */
  readonly said: string
}
