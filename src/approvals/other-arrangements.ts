// Rules PL-16 and PL-17: in which homes that are neither foster nor children's homes a child may live, by age and day.
import { ageOn, day, type IsoDay } from '#calendar'
import { carePlanning2010, rule, unknown } from '#law'

const PLACED = { fact: 'placement and birth date', table: 'kith.placement, kith.birth_claim' } as const

export type Setting = 'supportedAccommodation' | 'independent' | 'hospital' | 'residential' | 'college'
export interface UnderSixteenGiven {
  readonly born: IsoDay | undefined
  readonly began: IsoDay
  readonly setting: Setting
}
export type Allowed = { readonly kind: 'allowed' | 'notAllowed' }

const underSixteen = (born: IsoDay, began: IsoDay): boolean => ageOn(born, began) < 16
const among = (born: string, began: string, setting: Setting): UnderSixteenGiven => ({
  born: day(born),
  began: day(began),
  setting,
})

export const underSixteenOnlyListed = rule<UnderSixteenGiven, Allowed>({
  id: 'PL-16',
  name: 'Under 16: where other arrangements are allowed',
  says: 'A child under 16 is not placed in supported or independent accommodation. Of other arrangements only those on a list are allowed: a care home, hospital, residential family centre, school, or a registered holiday scheme.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('27A'), carePlanning2010('27B')],
  inForce: { from: day('2021-09-09') },
  satisfiedBy: { ...PLACED, words: 'The child lives in a home of another kind.' },
  trigger: 'the day this placement began',
  responsible: 'The council',
  waitsFor: 'What an “other placement” of the return is: placements of that kind are not judged.',
  decidedOn: ({ began }) => began,
  apply: ({ born, began, setting }) => {
    if (setting === 'hospital' || setting === 'residential') return { kind: 'allowed' }
    if (born === undefined) return unknown('the birth date')
    return { kind: underSixteen(born, began) ? 'notAllowed' : 'allowed' }
  },
  examples: [
    {
      name: 'the day before the 16th birthday',
      vector: 'PL-16#1',
      given: among('2010-06-10', '2026-06-09', 'supportedAccommodation'),
      expect: { kind: 'notAllowed' },
    },
    {
      name: 'on the 16th birthday: the rule for 16 and 17 takes over',
      vector: 'PL-16#2',
      given: among('2010-06-10', '2026-06-10', 'supportedAccommodation'),
      expect: { kind: 'allowed' },
    },
    {
      name: 'a hospital is on the list',
      vector: 'PL-16#3',
      given: among('2012-01-01', '2026-06-10', 'hospital'),
      expect: { kind: 'allowed' },
    },
    {
      name: 'born on leap day: 16 on 29 February 2028',
      vector: 'PL-16#4',
      given: among('2012-02-29', '2028-02-29', 'supportedAccommodation'),
      expect: { kind: 'allowed' },
    },
    {
      name: 'before there was such a rule',
      given: among('2010-06-10', '2021-09-08', 'supportedAccommodation'),
      expect: { kind: 'notInForce', from: day('2021-09-09'), until: undefined },
    },
  ],
})

export interface RegisteredGiven {
  readonly on: IsoDay
  readonly age: number
  readonly setting: Setting
  /** undefined: no registration is recorded. */
  readonly registered: boolean | undefined
}

export const registeredAccommodation = rule<RegisteredGiven, Allowed>({
  id: 'PL-17',
  name: '16 and 17: registered supported accommodation',
  says: 'At 16 and 17 supported accommodation is only with a provider registered for it, or in excepted accommodation such as a further education college. Registration has to stand on every day.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('27C')],
  inForce: { from: day('2023-10-28') },
  satisfiedBy: { ...PLACED, words: 'The registration number of the provider, recorded with the home.' },
  trigger: 'the day this placement began',
  responsible: 'The council',
  waitsFor:
    'A register of supported accommodation with the days on which each registration stood: a number that is recorded is taken as standing.',
  decidedOn: ({ on }) => on,
  apply: ({ age, setting, registered }) => {
    if (age < 16) return { kind: 'notAllowed' }
    if (setting !== 'supportedAccommodation') return { kind: 'allowed' }
    if (registered === undefined) return unknown('the registration of whoever provides the home')
    return { kind: registered ? 'allowed' : 'notAllowed' }
  },
  examples: [
    {
      name: 'registered',
      vector: 'PL-17#1',
      given: { on: day('2026-06-10'), age: 17, setting: 'supportedAccommodation', registered: true },
      expect: { kind: 'allowed' },
    },
    {
      name: 'not registered',
      vector: 'PL-17#2',
      given: { on: day('2026-06-10'), age: 17, setting: 'supportedAccommodation', registered: false },
      expect: { kind: 'notAllowed' },
    },
    {
      name: 'a further education college is excepted',
      vector: 'PL-17#3',
      given: { on: day('2026-06-10'), age: 16, setting: 'college', registered: false },
      expect: { kind: 'allowed' },
    },
    {
      name: 'no registration is recorded',
      given: { on: day('2026-06-10'), age: 17, setting: 'supportedAccommodation', registered: undefined },
      expect: { kind: 'unknown', missing: 'the registration of whoever provides the home' },
    },
  ],
})
