// A child comes into care: what was typed of who, when, by what power, where they sleep and live, who works with them, and what is not known. Pure.
import { type ActionRefusal, mayRecordAction, type NewAction } from '#actions'
import { ageOn, type Instant, type IsoDay } from '#calendar'
import { comingInRefusalWords, mayComeIn, type NewChild } from '#children'
import type { Typed } from '#drafts'
import { type Fault, type Reading, reading } from '#forms'
import type { NewNotice } from '#notices'
import { noticesIn } from '#notices/pages'
import { ETHNICITIES, SEXES } from '#people'
import { NIGHT_KINDS, type NightKind } from '#placements'
import { homeIn, keptPostcodes, type NewHome, type Parts, postcodeIn } from './home.ts'
import { NEEDS, OFTEN_NOT_KNOWN } from './plain-words-data.ts'
import { type NewPower, POWERS_INTO_CARE, powerIn } from './power.ts'

export type Named = { readonly id: string; readonly name: string }
export type ArrivalGiven = {
  /** The id of a child who comes back; null: somebody new. */
  readonly again: string | null
  readonly name: string
  readonly born: IsoDay | null
  readonly teams: readonly Named[]
  readonly workers: readonly (Named & { readonly team: string })[]
  readonly me: string
}
type Code = { readonly kind: 'sex for the return' | 'ethnicity for the return'; readonly code: string }
export type NewArrival = {
  readonly who: NewChild
  readonly codes: readonly Code[]
  readonly since: IsoDay
  readonly at: Instant
  readonly need: string | null
  readonly said: Parts
  readonly power: NewPower
  readonly familyPostcode: string | null
  /** null: no home is found yet. */
  readonly home: NewHome | null
  readonly night: NightKind
  readonly team: string
  readonly worker: string | null
  readonly told: readonly NewNotice[]
  readonly notKnown: readonly NewAction[]
}

const values = (list: readonly { readonly value: string }[]): readonly string[] => list.map(({ value }) => value)

function bornIn(r: Reading): { readonly born: IsoDay | null; readonly basis: string } {
  const born = r.dayIfAny('born', 'the birth date')
  const notKnown = r.typed.ticked('born_not_known')
  if (born === null && !notKnown && r.typed.one('born') === '')
    r.fault('born', 'Write the birth date, or tick that it is not known.')
  if (born !== null && notKnown) r.fault('born', 'The birth date is known, or it is not. Clear one of the two.')
  return { born, basis: r.typed.one('born_basis') || 'told' }
}

function whoIn(r: Reading, given: ArrivalGiven, today: IsoDay): NewChild {
  const nobody = { names: [], birth: undefined }
  if (given.again !== null) return nobody
  const names = (['given', 'family', 'known as'] as const).flatMap((kind) => {
    const name = r.typed.one(kind.replace(' ', '_'))
    return name === '' ? [] : [{ kind, name, since: '' }]
  })
  const { born, basis } = bornIn(r)
  const may = mayComeIn({ names, birth: born === null ? undefined : { born, basis, standing: 'in force' } }, today)
  if ('ok' in may) return may.ok
  for (const refusal of may.refused)
    r.fault(refusal === 'nothing known' ? 'given' : 'born', comingInRefusalWords(refusal, today))
  return nobody
}

function codesIn(r: Reading, given: ArrivalGiven): readonly Code[] {
  if (given.again !== null) return []
  const sex = r.choiceIfAny('sex', values(SEXES))
  const ethnicity = r.choiceIfAny('ethnicity', values(ETHNICITIES))
  return [
    ...(sex === null ? [] : [{ kind: 'sex for the return' as const, code: sex }]),
    ...(ethnicity === null ? [] : [{ kind: 'ethnicity for the return' as const, code: ethnicity }]),
  ]
}

function workIn(r: Reading, { teams, workers }: ArrivalGiven): Pick<NewArrival, 'team' | 'worker'> {
  const team = teams.find(({ id }) => id === r.typed.one('team'))
  if (team === undefined) r.fault('team', 'Choose the team that works with them from now on.')
  const picked = r.typed.one('worker')
  const worker = workers.find(({ id, team: of }) => id === picked && of === team?.id)
  if (picked !== '' && worker === undefined)
    r.fault('worker', 'Choose a worker of the team above, or leave it for later.')
  return { team: team?.id ?? '', worker: worker?.id ?? null }
}

function notKnownIn(r: Reading, called: string, whose: { worker: string | null; team: string }): readonly NewAction[] {
  const due = r.dayAheadIfAny('not_known_by', 'the day')
  const ticked = r.typed.all('not_known')
  const listed = Object.entries(OFTEN_NOT_KNOWN).flatMap(([one, words]) => (ticked.includes(one) ? [words] : []))
  const more = r.typed.all('not_known_more').filter((text) => text.trim() !== '')
  const all = [...listed, ...more.map((text) => [text.trim(), `that we know ${called} better`] as const)]
  const owner = whose.worker === null ? { worker: null, service: whose.team } : { worker: whose.worker, service: '' }
  return all.flatMap(([what, intended]) => {
    const action = { what: `Find out: ${what}`, intended, owner, origin: 'other', from: null, whoMayKnow: null }
    const days = due === null ? { due: '', noDueWhy: 'the day is not known yet' } : { due, noDueWhy: '' }
    const may = mayRecordAction({ ...action, ...days }, r.today)
    if ('ok' in may) return [may.ok]
    if (may.refused.includes('due before today' satisfies ActionRefusal))
      r.fault('not_known_by', 'Choose today or a day ahead.')
    return []
  })
}

const SAYS_HOME = 'Choose the kind of home, or tick that no home is found yet.'

function whereIn(r: Reading, since: IsoDay): Pick<NewArrival, 'home' | 'night' | 'familyPostcode'> {
  const night = r.choice('night', NIGHT_KINDS, 'Say where they sleep tonight.')
  const familyPostcode = postcodeIn(r, 'family_postcode')
  const none = r.typed.ticked('no_home_yet')
  if (none && r.typed.one('home_kind') !== '') r.fault('home_kind', SAYS_HOME)
  return { night, familyPostcode, home: none ? null : homeIn(r, since, false) }
}

/** A section 20 agreement by the child alone asks that they are 16 or 17 (Children Act 1989 s.20(11)). */
function checkOwnAgreement(r: Reading, power: NewPower, born: IsoDay | null): void {
  if (!power.agreed.some(({ by }) => by === 'the child, at 16 or 17')) return
  const age = born === null ? undefined : ageOn(born, power.since)
  if (age !== undefined && age < 16) r.fault('agreed', 'They are under 16, so a parent has to agree.')
}

export function decideArrival(
  typed: Typed,
  given: ArrivalGiven,
  today: IsoDay,
): { readonly ok: NewArrival } | { readonly faults: readonly Fault[] } {
  const r = reading(typed, today)
  const who = whoIn(r, given, today)
  const codes = codesIn(r, given)
  const { day: since, from: at } = r.moment('since', 'the day on which they came into care')
  const need = r.choiceIfAny('need', values(NEEDS))
  const power = powerIn(r, POWERS_INTO_CARE, { since })
  checkOwnAgreement(r, power, given.born ?? who.birth?.born ?? null)
  const where = whereIn(r, since)
  const work = workIn(r, given)
  const told = noticesIn(r, {
    about: 'comes into care',
    keptPostcodes: where.home === null ? [] : keptPostcodes(where.home),
  })
  const called = given.again === null ? typed.one('known_as') || typed.one('given') || 'this child' : given.name
  const team = given.teams.find(({ id }) => id === work.team)?.name ?? ''
  const notKnown = notKnownIn(r, called, { worker: work.worker, team })
  const said = { time: typed.one('since_time'), why: typed.words('why_now') }
  return r.result(() => ({ who, codes, since, at, need, said, power, ...where, ...work, told, notKnown }))
}
