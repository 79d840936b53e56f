// Puts the invented people where they belong: into teams before the return is read, around its children afterwards.
import { addMonths, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { CREW, type Crew, everybodyOf } from './caseloads.ts'
import {
  BUSINESS_SUPPORT,
  CHOOSABLE,
  COUNCIL_WIDE,
  DUTY_WORKER,
  EACH_CHILD,
  HEAD_OF_SERVICE,
  PLACEMENT_WORKER,
  SERVICE,
  SUPERVISING_WORKER,
} from './people-data.ts'
import {
  addMembers,
  allocateReviewingOfficers,
  type Member,
  peopleNamed,
  standInCouncil,
  standToChildren,
  teamNamed,
  workersWith,
  workersWithoutTeam,
} from './people-store.ts'

/** Somebody whom one may choose to be. */
export type DemonstrationPerson = { readonly person: string; readonly name: string; readonly part: string }

type Found = (person: { readonly code: string }) => string
async function everybody(asking: Asking, crew: Crew): Promise<Found> {
  const ids = await workersWith(asking, everybodyOf(crew))
  return ({ code }) => ids.get(code) ?? ''
}

async function teamsOf(
  asking: Asking,
  crew: Crew,
): Promise<{ readonly service: string; readonly teams: readonly string[] }> {
  const service = await teamNamed(asking, SERVICE, null)
  const teams: string[] = []
  for (const { name } of crew.teams) teams.push(await teamNamed(asking, name, service))
  return { service, teams }
}

/** How much of a full post each reviewing officer, and each social worker, works. */
const POSTS = [1, 1, 0.6] as const
const inTurn = <T>(of: readonly T[], index: number): T | undefined => of[index % of.length]

/** Before the return: so that its allocations find everybody in their team. */
export async function placePeople(asking: Asking, crew: Crew = CREW): Promise<void> {
  const id = await everybody(asking, crew)
  const { service, teams } = await teamsOf(asking, crew)
  const members: Member[] = [{ person: id(HEAD_OF_SERVICE), team: service, role: 'manager' }]
  for (const [index, worker] of crew.workers.entries())
    members.push({
      person: id(worker),
      team: inTurn(teams, index) ?? '',
      role: 'worker',
      share: inTurn(POSTS, index) ?? 1,
    })
  for (const [index, team] of teams.entries()) {
    const manager = crew.teams[index]?.manager
    if (manager !== undefined) members.push({ person: id(manager), team, role: 'manager' })
    members.push({ person: id(BUSINESS_SUPPORT), team, role: 'business-support' })
    members.push({ person: id(DUTY_WORKER), team, role: 'duty' })
  }
  // Beside the service, since reviewing is independent of it.
  const reviewing = await teamNamed(asking, 'Reviewing service', null)
  for (const [index, officer] of crew.officers.entries())
    members.push({ person: id(officer), team: reviewing, role: 'worker', share: inTurn(POSTS, index) ?? 1 })
  for (const [index, { code, ...left }] of crew.leavers.entries())
    members.push({ person: id({ code }), team: inTurn(teams, index) ?? '', role: 'worker', ...left })
  await addMembers(asking, members)
  await standInCouncil(
    asking,
    COUNCIL_WIDE.map(({ code, relation }) => ({ person: id({ code }), relation, reason: 'role' })),
  )
}

/** After the return, and at each start: whoever has come into care, or been given to somebody new, is seen to. */
export async function surroundChildren(asking: Asking, on: IsoDay, crew: Crew = CREW): Promise<void> {
  const id = await everybody(asking, crew)
  const { teams } = await teamsOf(asking, crew)
  const astray = await workersWithoutTeam(asking, on)
  await addMembers(
    asking,
    astray.map((person, index) => ({ person, team: inTurn(teams, index) ?? '', role: 'worker' })),
  )
  const eachChild = EACH_CHILD.map(({ code, relation, reason }) => ({ person: id({ code }), relation, reason }))
  const moved = { relation: 'placement-team', reason: 'request for a home', movedSince: addMonths(on, -2) }
  const supervises = { ...moved, relation: 'supervising-worker', reason: 'role' }
  const placing = [
    { person: id(PLACEMENT_WORKER), ...moved },
    { person: id(SUPERVISING_WORKER), ...supervises },
  ]
  await standToChildren(asking, [...eachChild, ...placing], on)
  await allocateReviewingOfficers(asking, crew.officers.map(id), on)
}

/** In the order of the list; the reader of the page sees names and parts, and no code. */
export async function choosablePeople(asking: Asking): Promise<readonly DemonstrationPerson[]> {
  const found = await peopleNamed(
    asking,
    CHOOSABLE.map(({ code }) => code),
  )
  return CHOOSABLE.flatMap(({ code, part }) => {
    const one = found.find(({ key }) => key === code)
    return one === undefined ? [] : [{ person: one.person, name: one.name, part }]
  })
}
