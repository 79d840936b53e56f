// Rules CV-02 and CV-03: when a visit by telephone or video could count, and the trail of approval that it needed.
import { type DayNumber, day, type IsoDay, numberOf } from '#calendar'
import { carePlanning2010, enacted, rule } from '#law'
import { wasRelaxed } from './relaxations.ts'

const FROM = day('2020-09-25')
/** Whether 30 September 2021 itself is inside is not confirmed: taken as inside. */
const LAST = day('2021-09-30')
const [FIRST_DAY, LAST_DAY] = [numberOf(FROM), numberOf(LAST)]

/** `authorised`: a coronavirus reason, the nominated officer's recommendation followed, and a record of it. */
export function countsVirtually(on: DayNumber, authorised: boolean): boolean {
  if (wasRelaxed(on)) return true
  return authorised && on >= FIRST_DAY && on <= LAST_DAY
}

const COMMON = {
  satisfiedBy: {
    fact: 'visit',
    table: 'kith.visit',
    words: 'The mode of the visit, its day, and who approved it.',
  },
  trigger: 'the day of the visit',
} as const
const amended = enacted(
  'Adoption and Children (Coronavirus) (Amendment) (No 2) Regulations 2020 (SI 2020/909)',
  'regulation 4',
)

export interface VirtualGiven {
  readonly on: IsoDay
  readonly coronavirusReason: boolean
  readonly recommended: boolean
  readonly recorded: boolean
}
export type VisitAnswer = { readonly kind: 'visit' | 'notAVisit' }
const held = (on: string, facts: Partial<VirtualGiven> = {}): VirtualGiven => ({
  on: day(on),
  coronavirusReason: true,
  recommended: true,
  recorded: true,
  ...facts,
})

export const virtualVisits = rule<VirtualGiven, VisitAnswer>({
  ...COMMON,
  id: 'CV-02',
  name: 'Visits by telephone or video, 2020 to 2021',
  says: 'From 25 September 2020 to 30 September 2021 a visit could be by telephone, video or other electronic means only for a coronavirus reason, on the recommendation of a nominated officer, and recorded. After that a virtual contact is never a visit.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('28(1A) to (1E)'), carePlanning2010('48(4) to (6)'), amended],
  inForce: { from: FROM },
  responsible: 'The council’s representative; the nominated officer',
  decidedOn: ({ on }) => on,
  apply: ({ on, coronavirusReason, recommended, recorded }) => {
    const authorised = coronavirusReason && recommended && recorded
    return { kind: countsVirtually(numberOf(on), authorised) ? 'visit' : 'notAVisit' }
  },
  examples: [
    {
      name: 'by telephone, for a coronavirus reason, as recommended, recorded',
      vector: 'CV-02#1',
      given: held('2020-11-10'),
      expect: { kind: 'visit' },
    },
    {
      name: 'without a coronavirus reason',
      vector: 'CV-02#2',
      given: held('2020-11-10', { coronavirusReason: false }),
      expect: { kind: 'notAVisit' },
    },
    {
      name: 'the day after the last one',
      vector: 'CV-02#3',
      given: held('2021-10-01'),
      expect: { kind: 'notAVisit' },
    },
    {
      name: 'nobody recommended it',
      vector: 'CV-02#4',
      given: held('2021-09-29', { recommended: false }),
      expect: { kind: 'notAVisit' },
    },
    { name: 'the day before the last one', given: held('2021-09-29'), expect: { kind: 'visit' } },
  ],
})

export interface TrailGiven {
  readonly on: IsoDay
  readonly approved: boolean
}

export const approvalTrail = rule<TrailGiven, { readonly kind: 'statutoryVisit' | 'contactOnly' }>({
  ...COMMON,
  id: 'CV-03',
  name: 'Record of approvals in the pandemic',
  says: 'A virtual visit of that time that comes in without its approval is kept as a contact, and satisfies no duty; with its approval it is a visit.',
  level: 'practice',
  verification: 'secondary',
  cites: [amended],
  inForce: { from: FROM },
  responsible: 'The nominated officer',
  decidedOn: ({ on }) => on,
  apply: ({ on, approved }) => ({ kind: countsVirtually(numberOf(on), approved) ? 'statutoryVisit' : 'contactOnly' }),
  examples: [
    {
      name: 'without approval: a contact',
      vector: 'CV-03#1',
      given: { on: day('2020-11-10'), approved: false },
      expect: { kind: 'contactOnly' },
    },
    {
      name: 'with approval: a visit',
      vector: 'CV-03#2',
      given: { on: day('2020-11-10'), approved: true },
      expect: { kind: 'statutoryVisit' },
    },
  ],
})
