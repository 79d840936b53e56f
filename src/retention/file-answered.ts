// Rule RE-04: by when a request for one's own file is answered.
import { addMonths, day, type IsoDay, nextWorkingDayOnOrAfter } from '#calendar'
import { BANK_HOLIDAYS_MISSING, type Due, due, enacted, guidance, rule, unknown } from '#law'

export interface FileAsked {
  /** The day on which they asked. */
  readonly asked: IsoDay
  /** The day on which they showed who they are, where that had to be asked for; undefined: it had not. */
  readonly shown: IsoDay | undefined
  /** They were told within the first month, with why, that it takes longer. */
  readonly extended: boolean
}
const MONTHS = { first: 1, extended: 3 } as const

export const fileAnswered = rule<FileAsked, Due>({
  id: 'RE-04',
  name: 'A request for one’s own file answered',
  says: 'Who asks for what is held of them is answered within one month; within three where it is complex or there are many, and they are told so within the first month, with why. Where we have to know who they are, the month runs from the day on which they show it. A last day that is no working day becomes the next one that is.',
  level: 'statute',
  verification: 'knowledge',
  cites: [
    enacted('UK General Data Protection Regulation', 'Articles 12(3), 12(6) and 15'),
    enacted('Data Protection Act 2018', 'section 54'),
    guidance('Information Commissioner’s guidance on the right of access', 'how long there is to comply'),
  ],
  inForce: { from: day('2018-05-25') },
  trigger: 'the day on which they asked, or on which they showed who they are',
  satisfiedBy: {
    fact: 'answer',
    table: 'kith.file_request',
    words: 'The answer, with what was left out and why; or, in the first month, that it takes longer.',
  },
  responsible: 'Whoever of the council answers the request',
  decidedOn: ({ asked }) => asked,
  apply: ({ asked, shown, extended }) => {
    const last = addMonths(shown ?? asked, extended ? MONTHS.extended : MONTHS.first)
    const by = nextWorkingDayOnOrAfter(last)
    return by === undefined ? unknown(BANK_HOLIDAYS_MISSING) : { kind: 'due', day: by }
  },
  examples: [
    {
      name: 'the month ends on Good Friday',
      given: { asked: day('2026-03-03'), shown: undefined, extended: false },
      expect: due('2026-04-07'),
    },
    {
      name: 'February has no 31st, and its 28th is a Saturday',
      given: { asked: day('2026-01-31'), shown: undefined, extended: false },
      expect: due('2026-03-02'),
    },
    {
      name: 'told that it takes longer',
      given: { asked: day('2026-01-31'), shown: undefined, extended: true },
      expect: due('2026-04-30'),
    },
    {
      name: 'they had to show who they are',
      given: { asked: day('2026-03-03'), shown: day('2026-03-10'), extended: false },
      expect: due('2026-04-10'),
    },
    {
      name: 'bank holidays of that year are not published',
      given: { asked: day('2028-12-05'), shown: undefined, extended: false },
      expect: unknown(BANK_HOLIDAYS_MISSING),
    },
  ],
})
