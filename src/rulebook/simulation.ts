// What somebody asks of a child who does not exist: read from the address, with words for what cannot be asked.
import { type IsoDay, numberOf, spokenDay, yearsAfter } from '#calendar'
import type { Arrival } from '#duties'
import { isLegalStatusCode, isPlaceCode } from '#placements'

export type TypedArrival = Readonly<Record<'on' | 'born' | 'age' | 'place' | 'status' | 'also', string>>
export type AskedArrival = Partial<Arrival> & Pick<Arrival, 'comesIntoCare'>

/** Kinds of homes that a form offers, by the code of the return. */
export const PLACES = {
  U6: 'Foster carers',
  U3: 'Foster carers who are relatives or friends',
  P1: 'A parent',
  K2: 'Children’s home',
  H5: 'Supported accommodation',
} as const
export const STATUSES = {
  V2: 'Section 20: by agreement',
  C1: 'Interim care order',
  C2: 'Care order',
  E1: 'Placement order',
  L1: 'Police protection',
  L2: 'Emergency protection order',
} as const
export const ALSO = {
  planned: 'The home was planned',
  temporaryApproval: 'The carers have temporary approval only',
  immediate: 'With a parent before the assessment is complete',
} as const

export type Faults = Readonly<Partial<Record<keyof TypedArrival, string>>>

export function arrivalAsked(
  typed: TypedArrival,
  today: IsoDay,
): { readonly ok: AskedArrival; readonly on: IsoDay } | { readonly faults: Faults } {
  const on = spokenDay(typed.on === '' ? 'today' : typed.on, today, 'ahead')
  const born = typed.born === '' ? undefined : spokenDay(typed.born, today, 'back')
  const age = /^(\d|1[0-7])$/.test(typed.age) ? Number(typed.age) : undefined
  const faults: { -readonly [Field in keyof TypedArrival]?: string } = {}
  if (on === undefined) faults.on = 'Write a day, as in today or 27 Nov.'
  if (typed.born !== '' && born === undefined) faults.born = 'Write a birth date, as in 8 Jun 2012, or leave it empty.'
  if (born !== undefined && on !== undefined && born > on)
    faults.born = 'The birth date is after the day they come into care.'
  if (born !== undefined && on !== undefined && yearsAfter(numberOf(born), 18) <= numberOf(on))
    faults.born = 'They are 18 or older on that day.'
  if (typed.age !== '' && age === undefined) faults.age = 'Write whole years, 0 to 17, or leave it empty.'
  if (typed.age !== '' && typed.born !== '') faults.age = 'Give an age or a birth date, not both.'
  const [place, status] = [typed.place || 'U6', typed.status || 'V2']
  if (!isPlaceCode(place)) faults.place = 'Choose a kind of home.'
  if (!isLegalStatusCode(status)) faults.status = 'Choose an order or agreement.'
  if (Object.keys(faults).length > 0 || on === undefined || !isPlaceCode(place) || !isLegalStatusCode(status))
    return { faults }
  const also = new Set(typed.also.split(' '))
  return {
    on,
    ok: {
      ...{ comesIntoCare: numberOf(on), place, status },
      ...(born === undefined ? {} : { born: numberOf(born) }),
      ...(age === undefined ? {} : { age }),
      ...{
        planned: also.has('planned'),
        temporaryApproval: also.has('temporaryApproval'),
        immediate: also.has('immediate'),
      },
    },
  }
}
