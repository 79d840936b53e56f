// The two days a reader may ask for: the day asked about, and until when the record is taken as known.
import {
  addDays,
  dayInReach,
  formatDay,
  type Instant,
  type IsoDay,
  LONDON_CLOCK_KNOWN_FROM,
  londonMidnight,
} from '#calendar'

export interface AskedDays {
  readonly on: IsoDay
  /** The last day whose entries count; undefined: everything known now. */
  readonly known: IsoDay | undefined
  readonly knownAt: Instant | undefined
  /** What the fields of the form show: what was typed, also where it is wrong. */
  readonly written: { readonly on: string; readonly known: string }
  readonly wrong: { readonly on?: string; readonly known?: string }
}

interface Written {
  readonly on: string | undefined
  readonly known: string | undefined
}

function oneDay(written: string | undefined, today: IsoDay): { day?: IsoDay; wrong?: string } {
  if (written === undefined || written === '') return {}
  const day = dayInReach(written)
  if (day === undefined) return { wrong: 'Give a real day, as in 2027-03-31' }
  return day > today ? { wrong: `Give a day up to today, ${formatDay(today)}` } : { day }
}

function knownUntil(written: string | undefined, today: IsoDay): { day?: IsoDay; wrong?: string } {
  const heard = oneDay(written, today)
  if (heard.day === undefined || heard.day >= LONDON_CLOCK_KNOWN_FROM) return heard
  return { wrong: `Give a day from ${formatDay(LONDON_CLOCK_KNOWN_FROM)} on` }
}

/** Days after today are refused: nobody knows what will have been done by then. */
export function askedDays({ on, known }: Written, today: IsoDay): AskedDays {
  const asked = oneDay(on, today)
  const heard = knownUntil(known, today)
  return {
    on: asked.day ?? today,
    known: heard.day,
    knownAt: heard.day === undefined ? undefined : londonMidnight(addDays(heard.day, 1)),
    written: { on: on === undefined || on === '' ? today : on, known: known ?? '' },
    wrong: {
      ...(asked.wrong === undefined ? {} : { on: asked.wrong }),
      ...(heard.wrong === undefined ? {} : { known: heard.wrong }),
    },
  }
}
