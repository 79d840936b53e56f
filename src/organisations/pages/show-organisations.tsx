// Organisations beside the council: the list, and one with what was agreed, who works there, and every version; both print.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { isId, savedAt } from '#forms'
import { Button, Card, DutyTable, EmptyState, Facts, InsetText, NotKnown, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { isKind, KINDS, lastDayOf, PURPOSES, purposesIn, purposeWords, stateOn } from '../organisation.ts'
import { accountsOutside, type Organisation, organisations, type TheirWorker, versionsOf, workersOf } from '../store.ts'
import { AT, type ProviderHere } from './organisation-forms.tsx'

function stateWords(of: Organisation, today: IsoDay): string {
  const last = dayWords(lastDayOf(of))
  const state = stateOn(of, today)
  if (state === 'over') return of.until <= of.since ? 'Ended before it began' : `Over since ${dayWords(of.until)}`
  return state === 'to come' ? `From ${dayWords(of.since)} to ${last}` : `Runs until ${last}`
}
const isServed = (of: Organisation, providers: readonly ProviderHere[]): boolean =>
  providers.some(({ key, issuer }) => key === of.provider && issuer === of.issuer)
const many = (count: number): string => (count === 0 ? 'Nobody' : count === 1 ? '1 person' : `${count} people`)

/** GET /settings/organisations */
export async function showOrganisations(
  { door, who, today, query }: Visit,
  providers: readonly ProviderHere[],
): Promise<Answer> {
  const { every, people } = await door.as(who, async (asking) => ({
    every: await organisations(asking),
    people: await workersOf(asking),
  }))
  const { rows, ...pages } = pageOf(every, Number(query('page') ?? 1))
  const there = Map.groupBy(
    people.filter(({ works_there }) => works_there),
    ({ organisation }) => organisation,
  )
  const main = (
    <>
      <PageHead
        title="Organisations"
        lead="Who else signs in here, at their own provider: by an agreement, from a day until a day."
        actions={<Button href={`${AT}/add`}>Enter an organisation</Button>}
      />
      <Stack>
        {providers.length === 0 && (
          <InsetText>
            The settings of this server name no provider besides the council’s own, so nobody of an organisation can
            sign in.
          </InsetText>
        )}
        <Card title="Organisations" count={every.length} flush>
          {every.length === 0 ? (
            <EmptyState title="No organisation">Everybody who signs in works for the council.</EmptyState>
          ) : (
            <DutyTable
              caption="Organisations with an agreement, by name"
              columns={['Organisation', 'Agreement', 'For what', 'Who works there', 'Provider']}
              rows={rows.map((one) => ({
                head: <a href={`${AT}/${one.line}`}>{one.name}</a>,
                cells: [
                  stateWords(one, today),
                  purposeWords(one.purposes),
                  many(there.get(one.line)?.length ?? 0),
                  isServed(one, providers) ? one.provider : <NotKnown words={`${one.provider}: not in the settings`} />,
                ],
              }))}
            />
          )}
        </Card>
        <Pages {...pages} of={every.length} to={(to) => `${AT}?page=${to}`} links />
      </Stack>
    </>
  )
  return page({ title: 'Organisations', here: AT, main })
}

type Shown = {
  readonly of: Organisation
  readonly versions: readonly Organisation[]
  readonly people: readonly TheirWorker[]
  readonly accounts: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
  readonly served: boolean
  readonly today: IsoDay
}
/** GET /settings/organisations/:about */
export async function showOrganisation(
  { door, who, today, part }: Visit,
  providers: readonly ProviderHere[],
): Promise<Answer> {
  const line = part('about')
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const [of] = isId(line) ? await organisations(asking, line) : []
    if (of === undefined) return undefined
    const versions = await versionsOf(asking, line)
    const people = await workersOf(asking, line)
    const names = await workersCalled(asking, [
      ...versions.flatMap(({ recorded_by, answers }) => [recorded_by, answers]),
      ...people.map(({ recorded_by }) => recorded_by),
    ])
    const accounts = await accountsOutside(asking)
    return { of, versions, people, accounts, names, served: isServed(of, providers), today }
  })
  return shown === undefined ? notFound : page({ title: shown.of.name, here: AT, main: <OneOrganisation {...shown} /> })
}

const OneOrganisation: FC<Shown> = (shown) => {
  const { of, today, served } = shown
  return (
    <>
      <PageHead
        title={of.name}
        lead={`${isKind(of.kind) ? KINDS[of.kind] : of.kind}. ${stateWords(of, today)}.`}
        actions={<Button href={`${AT}/${of.line}/change`}>Change what was agreed</Button>}
      />
      <Stack>
        {!served && (
          <InsetText>
            The settings of this server do not name its provider, {of.provider} at {of.issuer}: nobody of theirs can
            sign in.
          </InsetText>
        )}
        <Agreement {...shown} />
        <People {...shown} />
        <History {...shown} />
        <p class="kith-no-print">
          <a href={AT}>All organisations</a>
        </p>
      </Stack>
    </>
  )
}

const Agreement: FC<Shown> = ({ of, names, today }) => (
  <Card
    title="What was agreed"
    beside={stateOn(of, today) !== 'over' && <a href={`${AT}/${of.line}/end`}>End it now</a>}
  >
    <Facts
      kind="wide"
      facts={[
        { name: 'Agreement', fact: { words: of.agreement } },
        { name: 'From', fact: { words: dayWords(of.since) } },
        { name: 'Last day', fact: { words: of.until <= of.since ? 'None' : dayWords(lastDayOf(of)) } },
        { name: 'Who answers for it', fact: { words: names.get(of.answers) ?? 'somebody' } },
        ...purposesIn(of.purposes).map((name) => ({
          name: PURPOSES[name].words,
          fact: { words: PURPOSES[name].gives },
        })),
        { name: 'Provider', fact: { words: of.provider, note: of.issuer } },
      ]}
    />
  </Card>
)

function accountWords({ accounts, names }: Shown, { person, works_there, recorded, recorded_by, words }: TheirWorker) {
  if (!works_there) return `Not any more: ${words.why} (${names.get(recorded_by) ?? 'somebody'}, ${savedAt(recorded)})`
  const linked = accounts.get(person)
  return linked === undefined ? 'None: they cannot sign in' : `Linked, ${savedAt(linked)}`
}
const People: FC<Shown> = (shown) => {
  const { of, people, accounts, served } = shown
  return (
    <Card
      title="Who works there"
      count={people.filter(({ works_there }) => works_there).length}
      beside={<a href={`${AT}/${of.line}/people/add`}>Enter somebody</a>}
      flush
    >
      {people.length === 0 ? (
        <EmptyState title="Nobody yet">Enter who is to sign in, then link their account.</EmptyState>
      ) : (
        <DutyTable
          caption={`Who works at ${of.name}, and who did`}
          columns={['Name', 'Account', 'What to do', 'Still there?']}
          rows={people.map((one) => ({
            head: one.called,
            cells: [
              accountWords(shown, one),
              (one.works_there && served) || accounts.has(one.person) ? (
                <a href={`/settings/people/${one.person}/${accounts.has(one.person) ? 'end-link' : 'link'}`}>
                  {accounts.has(one.person) ? 'End the link' : 'Link an account'}
                  <span class="govuk-visually-hidden"> of {one.called}</span>
                </a>
              ) : (
                'Nothing'
              ),
              <a href={`${AT}/people/${one.line}`}>
                {one.works_there ? 'Works there' : 'Does not'}
                <span class="govuk-visually-hidden">: {one.called}, change it</span>
              </a>,
            ],
          }))}
        />
      )}
    </Card>
  )
}

const History: FC<Shown> = ({ versions, names }) => (
  <Card title="Every version" count={versions.length} flush>
    <DutyTable
      caption="What was agreed, the latest version first"
      columns={['When', 'By', 'Why', 'Agreement', 'Days', 'For what']}
      rows={versions.map((one) => ({
        head: savedAt(one.recorded),
        cells: [
          names.get(one.recorded_by) ?? 'somebody',
          <span class="kith-written">{one.words.why}</span>,
          `${one.name}: ${one.agreement}`,
          one.until <= one.since ? 'No day' : `${dayWords(one.since)} to ${dayWords(lastDayOf(one))}`,
          purposeWords(one.purposes),
        ],
      }))}
    />
  </Card>
)
