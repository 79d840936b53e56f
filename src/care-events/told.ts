// Who was told of a change in a child's life, when, or why not: read from the rows of a form. Pure.
import type { Instant, IsoDay } from '#calendar'
import type { Reading } from '#forms'

export const RECIPIENTS = [
  'parent',
  'somebody with parental responsibility',
  'carer',
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
export const TOLD_ABOUT = [
  'comes into care',
  'home',
  'order or agreement',
  'missing',
  'leaves care',
  'something else',
] as const
export type ToldAbout = (typeof TOLD_ABOUT)[number]

export type NewTold = {
  readonly recipient: Recipient
  readonly told: IsoDay | null
  /** The hour, where it is known. */
  readonly told_at: Instant | null
  readonly not_told: NotTold | null
  /** Who exactly, how, or why not. */
  readonly said: string
}

/** One row of the form, or nothing where it was left empty. A day or why not, never both. */
function toldIn(r: Reading): NewTold | undefined {
  const [who, day, why] = [r.typed.one('told_who'), r.typed.one('told_day'), r.typed.one('told_why')]
  const said = r.typed.one('told_said')
  if (who === '' && day === '' && why === '' && said === '') return undefined
  const recipient = r.choice('told_who', RECIPIENTS, 'Say who it is about: a parent, the school, the GP …')
  const what = 'the day on which they were told'
  const timed = day !== '' && r.typed.one('told_day_time') !== ''
  const { day: told, at: told_at } = timed
    ? r.moment('told_day', what)
    : { day: r.dayIfAny('told_day', what), at: null }
  const not_told = r.choiceIfAny('told_why', NOT_TOLD_WHY)
  if (day === '' && not_told === null) r.fault('told_day', 'Write the day on which they were told, or say why not.')
  if (day === '' && r.typed.one('told_day_time') !== '') r.fault('told_day', 'Write the day beside the time.')
  if (day !== '' && not_told !== null)
    r.fault('told_why', 'They were told, or they were not. Leave one of the two empty.')
  if (not_told === 'not safe' && said === '') r.fault('told_said', 'Say why telling them would not be safe.')
  return { recipient, told, told_at, not_told, said }
}

export const TOLD_ROWS = ['told_who', 'told_day', 'told_day_time', 'told_why', 'told_said'] as const
/** Every row of a form that was not left empty. */
export const allToldIn = (r: Reading): readonly NewTold[] =>
  r.rows('told_who').flatMap((row) => {
    const told = toldIn(row)
    return told === undefined ? [] : [told]
  })
