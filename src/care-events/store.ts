// The SQL of events of care: who agreed, who was told, and all that is written at once when a child comes into care.

import { mayDo } from '#access'
import { recordAction } from '#actions'
import { allocate, holdInTeam, teamOf } from '#allocations'
import type { IsoDay } from '#calendar'
import { receive } from '#children'
import {
  type Asking,
  changeFrom,
  currentOf,
  Refused,
  recordFirst,
  type Superseded,
  type Version,
  type Written,
  writeParts,
} from '#database'
import { recordIdentityCode } from '#people'
import { recordAddress, recordBasis, recordNight, startPeriod, startPlacement } from '#placements'
import { membershipsOf, type Team, teamById, teamsTo } from '#workforce'
import type { NewArrival } from './arrival.ts'
import type { NewHome, Parts } from './home.ts'
import type { NewTold, ToldAbout } from './told.ts'

export async function recordTold(
  asking: Asking,
  child: string,
  { said, about, ...told }: NewTold & { readonly about: ToldAbout },
): Promise<Written> {
  return await recordFirst(asking, 'kith.told', { child, columns: { ...told, about }, words: said })
}
export async function toldOf(asking: Asking, child: string): Promise<readonly Version<'kith.told'>[]> {
  return await currentOf(asking, 'kith.told', child)
}

export type NewAgreement = {
  readonly basis: string
  readonly by: string
  readonly given: IsoDay
  readonly name: string
}
export async function recordAgreement(
  asking: Asking,
  child: string,
  { name, ...columns }: NewAgreement,
): Promise<Written> {
  return await recordFirst(asking, 'kith.agreement', { child, columns, words: name })
}
export async function withdrawAgreement(
  asking: Asking,
  id: string,
  withdrawn: IsoDay,
): Promise<Superseded<'kith.agreement'>> {
  return await changeFrom(asking, 'kith.agreement', { id, columns: { withdrawn } })
}
export async function agreementsOf(asking: Asking, child: string): Promise<readonly Version<'kith.agreement'>[]> {
  return await currentOf(asking, 'kith.agreement', child)
}
export async function basesOf(asking: Asking, child: string): Promise<readonly Version<'kith.legal_basis'>[]> {
  return await currentOf(asking, 'kith.legal_basis', child)
}

/** The address of a home, with who may know it; undefined: no postcode was given. */
export async function recordPlace(
  asking: Asking,
  child: string,
  { postcode, since, kept }: Pick<NewHome, 'postcode' | 'since' | 'kept'>,
): Promise<string | undefined> {
  if (postcode === null) return undefined
  const audience = kept === null ? {} : { audience: { ...kept, decided: since } }
  return (await recordAddress(asking, child, { kind: 'placement', postcode, since, ...audience })).line
}

const detailOf = ({ sameCarers, planned, why }: NewHome, ends: { home: string | null; place: string | null }) => ({
  ...ends,
  ...{ provider: null, registration: null, startReason: why, sameCarers, planned },
})
export const placingOf = (home: NewHome, ends: { home: string | null; place: string | null }, today: IsoDay) => ({
  typed: { kind: home.kind, since: home.since, until: '' },
  detail: detailOf(home, ends),
  today,
  ...wordsOf(home.parts),
})

/** Takes back everything of this transaction: what follows from a part that was refused must not stand. */
function orNothing<Value>(decided: { readonly ok: Value } | { readonly refused: readonly string[] }): Value {
  if ('refused' in decided) throw new Refused('against a rule of the table', decided.refused[0])
  return decided.ok
}

/** Everything in one transaction: if one part is refused, nothing of it stands. Returns the child. */
export async function comeIntoCare(
  asking: Asking,
  arrival: NewArrival,
  { again, today }: { readonly again: string | null; readonly today: IsoDay },
): Promise<string> {
  const { team, worker, since, at, need } = arrival
  const child = await receive(asking, { team, on: since, who: again === null ? { new: arrival.who } : { again } })
  for (const code of arrival.codes) await recordIdentityCode(asking, child, code)
  const began = { began: since, need, today, ...wordsOf(arrival.said) }
  const period = orNothing(await startPeriod(asking, child, began))
  await recordPower(asking, child, arrival)
  const home = await familyHome(asking, child, arrival)
  if (arrival.home !== null) {
    const place = (await recordPlace(asking, child, arrival.home)) ?? null
    orNothing(await startPlacement(asking, child, placingOf(arrival.home, { home, place }, today)))
  }
  await recordNight(asking, child, { kind: arrival.night, since: at, place: null })
  await holdInTeam(asking, child, { team, since })
  if (worker !== null) orNothing(await allocate(asking, child, { worker, part: 'allocated-worker', since, until: '' }))
  for (const told of arrival.told) await recordTold(asking, child, { ...told, about: 'comes into care' })
  const from = { table: 'care_period', line: period.line }
  for (const action of arrival.notKnown) await recordAction(asking, child, { ...action, from })
  return child
}

function wordsOf(parts: Parts): { readonly words?: string } {
  const words = writeParts(parts)
  return words === undefined ? {} : { words }
}

async function familyHome(asking: Asking, child: string, arrival: NewArrival): Promise<string | null> {
  const { familyPostcode: postcode } = arrival
  if (postcode === null) return null
  return (await recordAddress(asking, child, { kind: 'home', postcode, since: null })).line
}

async function recordPower(asking: Asking, child: string, { power, since: given }: NewArrival): Promise<void> {
  const { agreed, parts, ...basis } = power
  const { line } = await recordBasis(asking, child, { ...basis, ...wordsOf(parts) })
  for (const { by, name } of agreed) await recordAgreement(asking, child, { basis: line, by, given, name })
}

/** Teams into which a child may come back: those that the asker receives for; else, for who writes the child's orders, the child's own. */
export async function teamsForReturn(asking: Asking, child: string): Promise<readonly Team[]> {
  const receiving = await teamsTo(asking, 'receive')
  if (receiving.length > 0 || !(await mayDo(asking, child, ['write', 'legal']))) return receiving
  const own = await teamOf(asking, child)
  const team = own === undefined ? await ownTeam(asking) : await teamById(asking, own.team)
  return team === undefined ? [] : [team]
}

async function ownTeam(asking: Asking): Promise<Team | undefined> {
  const mine = (await membershipsOf(asking, asking.who.person)).find(({ until }) => until === null)
  return mine === undefined ? undefined : await teamById(asking, mine.team)
}
