// Homes of those who see no names: children by what is owed to them, as numbers, teams and workers, and an honest page for councillors.
import type { FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
import { addressOf, FIELDS, type Field } from '#lists'
import { Card, CardList, DutyTable, EmptyState, PageHead, Stack } from '#look'
import { AuditsCard, type AuditsWaiting, auditsWaiting } from '#practice-audits/pages'
import { filesExpected } from '#sources'
import { MissingFiles } from '#sources/pages'
import { TEAM_PARTS } from '#workforce'
import { countsByField, type FieldCount, type TeamMember, teamsNow } from '../team-store.ts'
import type { Made, Making } from './parts.tsx'

export async function wideHome(making: Making): Promise<Made> {
  const { asking, today, home } = making
  if (home === 'quality') {
    const counts = await countsByField(asking, today)
    return {
      title: 'Duties across the council',
      main: <Duties counts={counts} today={today} audits={await auditsWaiting(asking, today, ['quality lead'])} />,
    }
  }
  if (home === 'lists') {
    const members = await teamsNow(asking, today)
    const files = await filesExpected(asking)
    return { title: 'Teams and workers', main: <Teams members={members} today={today} files={files} /> }
  }
  return { title: 'Your part in this council', main: <NoChildren today={today} /> }
}

const isField = (scope: string): scope is Field => Object.hasOwn(FIELDS, scope)

/** Parts of the record that are no field of their own. */
const OTHERS: Readonly<Record<string, string>> = {
  where: 'Home, and who was told',
  legal: 'Orders and agreements',
  adoption: 'Adoption',
}

const Duties: FC<{ counts: readonly FieldCount[]; today: IsoDay; audits: AuditsWaiting }> = ({
  counts,
  today,
  audits,
}) => (
  <>
    <PageHead
      title="Duties across the council"
      lead={`${formatLongDay(today)} · every number of what is late opens the children behind it`}
    />
    <AuditsCard {...audits} />
    {counts.length === 0 ? (
      <EmptyState title="Nothing is owed">No child is in this record yet.</EmptyState>
    ) : (
      <Card title="Children, by field" beside="Not known is never late" flush>
        <DutyTable
          caption="Children, by field"
          columns={['Field', 'Late', 'Due in 7 days', 'Not known']}
          numbers={[0, 1, 2]}
          rows={counts.map(({ scope, late, soon, unknown }) => ({
            head: isField(scope) ? FIELDS[scope] : (OTHERS[scope] ?? scope),
            cells: [
              isField(scope) && late > 0 ? (
                <a class="kith-target" href={addressOf({ late: scope })}>
                  {late}
                  <span class="govuk-visually-hidden"> late: {FIELDS[scope]}</span>
                </a>
              ) : (
                late
              ),
              soon,
              unknown,
            ],
          }))}
        />
      </Card>
    )}
  </>
)

const isPart = (part: string): part is keyof typeof TEAM_PARTS => Object.hasOwn(TEAM_PARTS, part)

type TeamsShown = {
  readonly members: readonly TeamMember[]
  readonly today: IsoDay
  readonly files: Awaited<ReturnType<typeof filesExpected>>
}
const Teams: FC<TeamsShown> = ({ members, today, files }) => {
  const teams = [...Map.groupBy(members, ({ team }) => team)]
  return (
    <>
      <PageHead title="Teams and workers" lead={`${formatLongDay(today)}. You keep the lists, and see no child.`} />
      <Stack>
        <MissingFiles files={files}>
          <p>
            <a href="/other-systems">See nightly files</a>
          </p>
        </MissingFiles>
        {teams.length === 0 && (
          <EmptyState title="No team yet">
            Teams are made on the command line for now: kith people. Accounts are linked under People.
          </EmptyState>
        )}
        {teams.map(([team, own]) => (
          <Card title={team} beside={own[0]?.under === null ? undefined : `under ${own[0]?.under}`} flush>
            <CardList
              items={own.map(({ name, part }) =>
                name === null
                  ? 'Nobody belongs to this team.'
                  : `${name}: ${part !== null && isPart(part) ? TEAM_PARTS[part] : part}`,
              )}
            />
          </Card>
        ))}
      </Stack>
    </>
  )
}

const NoChildren: FC<{ today: IsoDay }> = ({ today }) => (
  <>
    <PageHead title="Your part in this council" lead={formatLongDay(today)} />
    <EmptyState title="You see no child's record">
      That is how it should be: counts for councillors come in reports. The <a href="/rules">rulebook</a> says what is
      owed to every child, with the law it comes from.
    </EmptyState>
  </>
)
