// The SQL of coming into care: everything that is written of the child at once, and the teams into which they may come.

import { mayDo } from '#access'
import { recordAction } from '#actions'
import { allocate, holdInTeam, teamOf } from '#allocations'
import type { IsoDay } from '#calendar'
import { receive } from '#children'
import { type Asking, Refused } from '#database'
import { type On, recordNotices } from '#notices'
import { recordIdentityCode } from '#people'
import { recordAddress, recordNight, startPeriod, startPlacement } from '#placements'
import { membershipsOf, type Team, teamById, teamsTo } from '#workforce'
import type { NewArrival } from './arrival.ts'
import { placingOf, recordPlace, recordPower, wordsIn } from './event-store.ts'

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
  const began = { began: since, need, today, ...wordsIn(arrival.said) }
  const period = orNothing(await startPeriod(asking, child, began))
  await recordPower(asking, child, arrival.power)
  const home = await familyHome(asking, child, arrival)
  let on: On | null = null
  if (arrival.home !== null) {
    const place = (await recordPlace(asking, child, arrival.home)) ?? null
    const placed = orNothing(await startPlacement(asking, child, placingOf(arrival.home, { home, place }, today)))
    on = { table: 'placement', line: placed.line }
  }
  await recordNight(asking, child, { kind: arrival.night, since: at, place: null })
  await holdInTeam(asking, child, { team, since })
  if (worker !== null) orNothing(await allocate(asking, child, { worker, part: 'allocated-worker', since, until: '' }))
  await recordNotices(asking, child, { notices: arrival.told, about: 'comes into care', on })
  const from = { table: 'care_period', line: period.line }
  for (const action of arrival.notKnown) await recordAction(asking, child, { ...action, from })
  return child
}

async function familyHome(asking: Asking, child: string, arrival: NewArrival): Promise<string | null> {
  const { familyPostcode: postcode } = arrival
  if (postcode === null) return null
  return (await recordAddress(asking, child, { kind: 'home', postcode, since: null })).line
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
