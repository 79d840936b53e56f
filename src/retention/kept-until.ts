// Rules RE-01, RE-03, RE-05 and RE-07: until when the records of a child, of an adoption, of a care leaver and of a worker's own part are kept.
import { addYears, attainsAge, day, type IsoDay } from '#calendar'
import { carePlanning2010, enacted, guidance, named, rule, unknown } from '#law'

export interface KeptUntil {
  readonly kind: 'keptUntil'
  readonly day: IsoDay
}
const kept = (text: string): KeptUntil => ({ kind: 'keptUntil', day: day(text) })

export interface LifeGiven {
  readonly born: IsoDay | undefined
  readonly died: IsoDay | undefined
}
const YEARS = 75
const AFTER_DEATH = 15

/** Died under 18: 15 years, kept to the later reading of “beginning with”. Else the 75th anniversary of birth. */
function keptFor({ born, died }: LifeGiven) {
  if (born === undefined) return unknown('the birth date')
  if (died !== undefined && died < attainsAge(born, 18))
    return { kind: 'keptUntil', day: addYears(died, AFTER_DEATH) } as const
  return { kind: 'keptUntil', day: attainsAge(born, YEARS) } as const
}

const COMMON = {
  inForce: { from: day('1900-01-01') },
  trigger: 'the birth date',
  responsible: 'The council',
} as const
const NOTHING_DESTROYED = 'Nothing of it is destroyed before that day, nor while a legal hold stands.'

export const caseRecordKept = rule<LifeGiven, KeptUntil>({
  ...COMMON,
  id: 'RE-01',
  name: 'Child’s record kept',
  says: 'The case record is kept until the 75th anniversary of the birth or, where the child died before 18, for 15 years beginning with the day of the death.',
  level: 'regulation',
  verification: 'secondary',
  cites: [carePlanning2010('50'), guidance('Children Act 1989 Guidance, Volume 3 (2025)', 'paragraph 4.27')],
  satisfiedBy: { fact: 'birth date', table: 'kith.birth_claim, kith.retention_event', words: NOTHING_DESTROYED },
  decidedOn: ({ born }) => born,
  apply: keptFor,
  examples: [
    { name: 'seventy-five years', given: { born: day('2010-05-01'), died: undefined }, expect: kept('2085-05-01') },
    { name: 'born on leap day', given: { born: day('2012-02-29'), died: undefined }, expect: kept('2087-03-01') },
    {
      name: 'died as a child: kept to the later of the two readings',
      given: { born: day('2015-01-01'), died: day('2026-03-31') },
      expect: kept('2041-03-31'),
    },
    {
      name: 'died at 19: not before 18',
      vector: 'RE-01#4',
      given: { born: day('2010-05-01'), died: day('2030-01-01') },
      expect: kept('2085-05-01'),
    },
  ],
})

export const adoptionRecordKept = rule<{ readonly ordered: IsoDay }, KeptUntil>({
  ...COMMON,
  id: 'RE-03',
  name: 'Adoption record kept',
  says: 'The adoption record is kept at least 100 years from the adoption order; where no order was made, as long as the agency considers right.',
  level: 'regulation',
  verification: 'primary',
  cites: [
    enacted(
      'Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005 (SI 2005/888)',
      'regulation 6',
    ),
    enacted('Adoption Agencies Regulations 2005 (SI 2005/389)', 'regulation 40'),
  ],
  satisfiedBy: { fact: 'adoption order', table: 'kith.care_period', words: NOTHING_DESTROYED },
  trigger: 'the day of the adoption order',
  responsible: 'The adoption agency',
  decidedOn: ({ ordered }) => ordered,
  apply: ({ ordered }) => ({ kind: 'keptUntil', day: attainsAge(ordered, 100) }),
  examples: [{ name: 'ordered on leap day', given: { ordered: day('2028-02-29') }, expect: kept('2128-02-29') }],
})

export type LeaverGiven =
  | { readonly asks: 'kept'; readonly born: IsoDay }
  | { readonly asks: 'file'; readonly on: IsoDay }

export const careLeaverRecordKept = rule<
  LeaverGiven,
  KeptUntil | { readonly kind: 'accessRequest'; readonly withSupport: true }
>({
  ...COMMON,
  id: 'RE-05',
  name: 'Care leaver’s access to records',
  says: 'Needs assessments and pathway plans are kept until the 75th anniversary of the birth, or 15 years from a death before 18. A care leaver who asks for their file is answered like any other request for one’s own data, and offered support.',
  level: 'regulation',
  verification: 'primary',
  cites: [
    enacted('Care Leavers (England) Regulations 2010 (SI 2010/2571)', 'regulation 10(2)'),
    guidance('Children Act 1989 Guidance, Volume 3 (2025)', 'paragraphs 4.22 to 4.28'),
  ],
  satisfiedBy: { fact: 'birth date', table: 'kith.birth_claim, kith.retention_event', words: NOTHING_DESTROYED },
  waitsFor: 'A table of requests to see one’s own file, with the day of each answer.',
  decidedOn: (given) => (given.asks === 'kept' ? given.born : given.on),
  apply: (given) =>
    given.asks === 'kept'
      ? { kind: 'keptUntil', day: attainsAge(given.born, YEARS) }
      : { kind: 'accessRequest', withSupport: true },
  examples: [
    { name: 'seventy-five years', given: { asks: 'kept', born: day('2007-09-01') }, expect: kept('2082-09-01') },
    {
      name: 'a care leaver wants their file',
      vector: 'RE-05#2',
      given: { asks: 'file', on: day('2026-06-01') },
      expect: { kind: 'accessRequest', withSupport: true },
    },
  ],
})

const YEARS_OF_STAFF = 6
/** No text that we read sets it: councils keep what is personal of staff as long as a claim on the contract may be brought. */
export const ownPartKept = rule<{ readonly left: IsoDay | undefined }, KeptUntil>({
  ...COMMON,
  id: 'RE-07',
  name: 'A worker’s own part of supervision kept',
  says: 'The personal part of supervision is kept for six years from the day on which the worker left. Supervision of a child belongs to the child’s record and is kept as long as that.',
  level: 'practice',
  verification: 'knowledge',
  cites: [
    named('Councils’ own schedules of retention, for records of staff'),
    enacted('Limitation Act 1980', 'section 5'),
    enacted('UK General Data Protection Regulation', 'Article 5(1)(e)'),
  ],
  satisfiedBy: {
    fact: 'end of membership',
    table: 'kith.team_membership, kith.disposal',
    words: 'Nothing of it is destroyed before that day; then two people decide.',
  },
  trigger: 'the last day of their last membership of a team',
  responsible: 'Whoever keeps records',
  decidedOn: ({ left }) => left,
  apply: ({ left }) =>
    left === undefined
      ? unknown('the day on which they left')
      : { kind: 'keptUntil', day: addYears(left, YEARS_OF_STAFF) },
  examples: [
    { name: 'six years', given: { left: day('2027-03-31') }, expect: kept('2033-03-31') },
    { name: 'left on leap day', given: { left: day('2028-02-29') }, expect: kept('2034-02-28') },
  ],
})
