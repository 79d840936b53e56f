// Rule TI-10: which visit rule governs on a day.
import { day, type IsoDay } from '#calendar'
import { adoptionAgencies2005, carePlanning2010, rule } from '#law'

/** Bits, so that a whole council can be asked day by day. */
export const CIRCUMSTANCES = {
  shortBreaks: 1,
  placedForAdoption: 2,
  /** Regulation 24. */
  temporaryApproval: 4,
  interimCareOrderWithParent: 8,
  careOrderWithParent: 16,
  /** Regulation 19. */
  immediateWithParent: 32,
  /** In care, and another person is responsible for where the child lives. */
  anotherResponsible: 64,
} as const
export type Circumstance = keyof typeof CIRCUMSTANCES

const REGIMES = [
  { id: 'shortBreaks', words: 'regulation 48' },
  { id: 'adoption', words: 'Adoption Agencies Regulations, regulation 36(4)' },
  { id: 'temporaryOrInterim', words: 'regulation 28(4)' },
  { id: 'careOrderWithParent', words: 'regulation 28(5)' },
  { id: 'immediateWithParent', words: 'regulation 28(3)' },
  { id: 'anotherResponsible', words: 'regulation 28(6)' },
  { id: 'ordinary', words: 'regulation 28(2)' },
] as const
export type Regime = (typeof REGIMES)[number]['id']

function listed(bits: number): readonly Regime[] {
  if (bits & CIRCUMSTANCES.shortBreaks) return ['shortBreaks']
  if (bits & CIRCUMSTANCES.placedForAdoption) return ['adoption']
  const apply: Regime[] = []
  if (bits & (CIRCUMSTANCES.temporaryApproval | CIRCUMSTANCES.interimCareOrderWithParent))
    apply.push('temporaryOrInterim')
  if (bits & CIRCUMSTANCES.careOrderWithParent) apply.push('careOrderWithParent')
  if (bits & CIRCUMSTANCES.immediateWithParent) apply.push('immediateWithParent')
  if (bits & CIRCUMSTANCES.anotherResponsible) apply.push('anotherResponsible')
  return apply.length === 0 ? ['ordinary'] : apply
}

const ALL: readonly (readonly Regime[])[] = Array.from({ length: 128 }, (_, bits) => listed(bits))
const ORDINARY_ONLY: readonly Regime[] = ['ordinary']

/** Several where several of 28(3) to 28(6) apply: the earliest due day then wins. */
export function governing(bits: number): readonly Regime[] {
  return ALL[bits] ?? ORDINARY_ONLY
}

export interface GoverningGiven {
  readonly on: IsoDay
  readonly circumstances: readonly Circumstance[]
}

const given = (...circumstances: readonly Circumstance[]): GoverningGiven => ({ on: day('2026-04-01'), circumstances })

export const governingVisitRule = rule<GoverningGiven, readonly Regime[]>({
  id: 'TI-10',
  name: 'Which visit rule governs',
  says: 'Short breaks first, then placed for adoption, then temporary approval, interim or full care order with a parent, immediate placement with a parent, another person responsible, and otherwise the ordinary rule. Where two apply, the earlier date wins.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('28(2)'), carePlanning2010('48'), adoptionAgencies2005('36(4)')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: { fact: 'visit', table: 'kith.visit', words: 'It decides which rule a visit satisfies.' },
  trigger: 'the day asked about',
  responsible: 'The council',
  decidedOn: ({ on }) => on,
  apply: ({ circumstances }) => governing(circumstances.reduce((bits, name) => bits | CIRCUMSTANCES[name], 0)),
  examples: [
    { name: 'nothing special', given: given(), expect: ['ordinary'] },
    {
      name: 'temporary approval, meant to last to 18, fourteen months on: still 28(4)',
      vector: 'TI-10#1',
      given: given('temporaryApproval'),
      expect: ['temporaryOrInterim'],
    },
    {
      name: 'care order, living with a parent under regulation 19: the stricter of 28(3) and 28(5)',
      vector: 'TI-10#2',
      given: given('careOrderWithParent', 'immediateWithParent'),
      expect: ['careOrderWithParent', 'immediateWithParent'],
    },
    {
      name: 'interim care order with a parent',
      given: given('interimCareOrderWithParent'),
      expect: ['temporaryOrInterim'],
    },
    {
      name: 'short breaks come before all else',
      given: given('shortBreaks', 'placedForAdoption', 'temporaryApproval'),
      expect: ['shortBreaks'],
    },
    {
      name: 'placed for adoption comes before regulation 28',
      given: given('placedForAdoption', 'temporaryApproval'),
      expect: ['adoption'],
    },
    { name: 'another person responsible', given: given('anotherResponsible'), expect: ['anotherResponsible'] },
  ],
})
