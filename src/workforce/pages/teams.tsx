// The teams of the council, for administrators: all of them with who manages them, and one with everybody who is or was in it.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { Card, capital, DutyTable, EmptyState, NotKnown, PageHead, Pages, pageOf } from '#look'
import { type Answer, notFound, type Place, page, type Route, route, type Visit } from '#web'
import { TEAM_PARTS } from '../membership.ts'
import { everyTeam, membershipsIn, type NamedMembership, type TeamShown } from '../teams-store.ts'

export const TEAMS = '/settings/teams'
export const MAY = { as: ['administrator'] } as const

/** Each under the one above it, by name; of a team whose own is not among them, at the top. */
function inOrder(teams: readonly TeamShown[]): readonly (TeamShown & { readonly deep: number })[] {
  const known = new Set(teams.map(({ id }) => id))
  const under = Map.groupBy(teams, ({ under: above }) => (above !== null && known.has(above) ? above : ''))
  const from = (above: string, deep: number): readonly (TeamShown & { readonly deep: number })[] =>
    (under.get(above) ?? []).flatMap((team) => [{ ...team, deep }, ...from(team.id, deep + 1)])
  return from('', 0)
}
const people = (count: number) => (count === 0 ? 'Nobody' : count === 1 ? '1 person' : `${count} people`)

const TeamsTable: FC<{ readonly teams: readonly (TeamShown & { readonly deep: number })[] }> = ({ teams }) => (
  <DutyTable
    caption="Teams, each under the one above it"
    columns={['Team', 'Managed by', 'Work with children', 'Others']}
    rows={teams.map(({ id, name, deep, managers, workers, others }) => ({
      head: (
        <>
          {deep > 0 && <span aria-hidden="true">{'– '.repeat(deep)}</span>}
          <a href={`${TEAMS}/${id}`}>{name}</a>
        </>
      ),
      cells: [
        managers.length === 0 ? <NotKnown words="Nobody today" /> : managers.join(', '),
        people(workers),
        people(others),
      ],
    }))}
  />
)

async function showTeams({ door, who, today, query }: Visit): Promise<Answer> {
  const teams = inOrder(await door.as(who, async (asking) => await everyTeam(asking, today)))
  const { rows, ...at } = pageOf(teams, Number(query('page') ?? 1))
  const main = (
    <>
      <PageHead
        title="Teams"
        lead="Who manages a team sees the children of everybody in it, and of every team under it."
      />
      <p>
        <a href={`${TEAMS}/add`}>Add a team</a> · <a href={`${TEAMS}/workers/add`}>Add somebody who works here</a>
      </p>
      <Card title="Teams" count={teams.length} flush>
        {teams.length === 0 ? (
          <EmptyState title="No team yet">
            Until there is one, nobody manages anybody, and no child can be brought into care.
          </EmptyState>
        ) : (
          <TeamsTable teams={rows} />
        )}
      </Card>
      <Pages {...at} of={teams.length} to={(number) => `${TEAMS}?page=${number}`} links />
    </>
  )
  return page({ title: 'Teams', here: TEAMS, main })
}

export const partWords = (part: string): string => Object.entries(TEAM_PARTS).find(([one]) => one === part)?.[1] ?? part
/** As a share of a full post, in per cent. */
export const percentOf = (share: string | null): number | null =>
  share === null ? null : Math.round(Number(share) * 100)
const shareWords = (share: string | null) =>
  share === null ? <NotKnown words="Not said" /> : `${percentOf(share)} % of a full post`

const People: FC<{ readonly people: readonly NamedMembership[]; readonly caption: string }> = ({ people, caption }) => (
  <DutyTable
    caption={caption}
    columns={['Name', 'What they do', 'Since', 'Until', 'How much', 'What to do']}
    rows={people.map(({ id, name, part, since, until, share }) => ({
      head: name,
      cells: [
        capital(partWords(part)),
        dayWords(since),
        until === null ? 'Goes on' : dayWords(until),
        shareWords(share),
        <a href={`${TEAMS}/memberships/${id}`}>
          Change<span class="govuk-visually-hidden">: {name}</span>
        </a>,
      ],
    }))}
  />
)
const isOver = ({ until }: NamedMembership, today: IsoDay) => until !== null && until <= today

async function showTeam({ door, who, today, part, query }: Visit): Promise<Answer> {
  const id = part('about')
  const known = await door.as(who, async (asking) => ({
    teams: await everyTeam(asking, today),
    people: await membershipsIn(asking, id),
  }))
  const team = known.teams.find((one) => one.id === id)
  if (team === undefined) return notFound
  const above = known.teams.find((one) => one.id === team.under)
  const below = known.teams.filter(({ under }) => under === id)
  const [here, before] = [
    known.people.filter((one) => !isOver(one, today)),
    known.people.filter((one) => isOver(one, today)),
  ]
  const { rows, ...at } = pageOf(before, Number(query('page') ?? 1))
  const main = (
    <>
      <PageHead title={team.name} lead={above === undefined ? 'Under no other team.' : `Under ${above.name}.`} />
      <p>
        <a href={`${TEAMS}/${id}/join`}>Somebody joins</a> · <a href={TEAMS}>All teams</a>
      </p>
      {below.length > 0 && (
        <p>
          Under it:{' '}
          {below.map((one, n) => (
            <>
              {n > 0 && ', '}
              <a href={`${TEAMS}/${one.id}`}>{one.name}</a>
            </>
          ))}
          .
        </p>
      )}
      <Card title="In the team, or joining" count={here.length} flush>
        {here.length === 0 ? (
          <EmptyState title="Nobody">Nobody is in this team today, and nobody is about to join.</EmptyState>
        ) : (
          <People people={here} caption={`Who is in ${team.name}, or joins it`} />
        )}
      </Card>
      {before.length > 0 && (
        <Card title="Were in the team" count={before.length} flush>
          <People people={rows} caption={`Who was in ${team.name}`} />
        </Card>
      )}
      <Pages {...at} of={before.length} to={(number) => `${TEAMS}/${id}?page=${number}`} links />
    </>
  )
  return page({ title: team.name, here: TEAMS, main })
}

export const teamsRoutes = (): readonly Route[] => [
  route('GET', TEAMS, { may: MAY, log: 'read the teams' }, showTeams),
  route('GET', `${TEAMS}/:about{[0-9a-f-]{36}}`, { may: MAY, log: 'read who is in a team' }, showTeam),
]
export const teamsPlaces: readonly Place[] = [{ to: TEAMS, words: 'Teams', for: ['administrator'] }]
