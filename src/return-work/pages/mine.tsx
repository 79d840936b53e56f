// Your part of the return: what is wrong about your own children, by child, in plain words, each with where it is put right.
import type { FC } from 'hono/jsx'
import { childrenCalled } from '#children'
import { Card, CardList, Chips, EmptyState, PageHead, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { freshen } from '../check-store.ts'
import { type Mending, type MendLink, mendLinks, THEIR_WORKER } from '../mend-paths.ts'
import { groupsBy, isPart, type StandingFlag, toMend, whatIsWrong } from '../standing-flag.ts'
import { flagsStanding, noteShown, versionsStanding, writableParts } from '../store.ts'
import { WHY } from '../why-it-matters.ts'
import {
  counted,
  HERE,
  PagesOf,
  pageOf,
  type ReturnDeps,
  rowWords,
  toCheck,
  Waiting,
  yearIn,
  yearPath,
  yearWords,
} from './parts.tsx'

type OfChild = { readonly child: string; readonly name: string; readonly flags: readonly StandingFlag[] }
type Part = {
  readonly year: number
  readonly checked: boolean
  readonly waiting: number
  readonly mending: Mending
  readonly team: boolean
  readonly manages: boolean
  readonly worker: string | undefined
  readonly flags: readonly StandingFlag[]
  readonly names: ReadonlyMap<string, string>
  readonly page: string | undefined
}

/** Whose part: one's own, or, for who manages, of a team: of everybody in it, or of one. */
export const showMine =
  (deps: ReturnDeps) =>
  async (visit: Visit): Promise<Answer> => {
    const year = yearIn(visit)
    if (year === undefined) return notFound
    const fresh = await freshen(visit.door, toCheck(visit, year), deps.beside)
    const manages = visit.me.parts.includes('manager-line')
    const team = manages && visit.query('whose') === 'team'
    const worker = team ? visit.query('worker') : undefined
    const part = await visit.door.as(visit.who, async (asking): Promise<Part> => {
      const flags = await flagsStanding(asking, year, team ? 'team' : 'own')
      const names = await childrenCalled(asking, [...new Set(flags.map(({ child }) => child))])
      const shown = { year, team, manages, worker, flags, names, page: visit.query('page') }
      const { rows } = childrenOn(shown)
      const children = rows.map(({ child }) => child)
      await noteShown(asking, children)
      const behind = rows.flatMap(({ flags: own }) => own.flatMap((flag) => flag.behind))
      const mending = {
        ...{ year, today: visit.today, isThere: deps.isThere },
        ...{ writes: await writableParts(asking, children), versions: await versionsStanding(asking, behind) },
      }
      const waiting = fresh.kind === 'checked' ? fresh.waiting : 0
      return { ...shown, mending, checked: fresh.kind === 'checked', waiting }
    })
    return page({ title: `Your part of the return of ${yearWords(year)}`, here: HERE, main: <Mine {...part} /> })
  }

type Listed = Pick<Part, 'flags' | 'names' | 'worker' | 'page'>

const ofWorker = ({ flags, worker }: Pick<Part, 'flags' | 'worker'>): readonly StandingFlag[] =>
  worker === undefined ? flags : flags.filter(({ owner }) => (owner ?? 'nobody') === worker)

/** Ten children a page would be few: fifty, by name. */
function childrenOn(part: Listed) {
  const children = groupsBy('child', ofWorker(part)).map(({ key, flags }): OfChild => {
    const name = part.names.get(key) ?? `Child ${flags[0]?.shown ?? ''}`
    return { child: key, name, flags }
  })
  return pageOf(
    children.toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    part.page,
  )
}

const Mine: FC<Part> = (part) => {
  const { year, waiting, team, manages, worker } = part
  const { rows, ...at } = childrenOn(part)
  const chosen = ofWorker(part)
  const base = `${yearPath(year)}/mine`
  const query = [team ? 'whose=team' : '', worker === undefined ? '' : `worker=${encodeURIComponent(worker)}`].filter(
    Boolean,
  )
  return (
    <>
      <PageHead
        title={`${team ? 'Your team’s' : 'Your'} part of the return of ${yearWords(year)}`}
        lead={
          chosen.length === 0
            ? undefined
            : `${counted(chosen.length, 'thing')} to put right, for ${counted(at.of, 'child', 'children')}. What you put right goes from this list at once.`
        }
      />
      {manages && (
        <Stack>
          <Whose base={base} team={team} />
          {team && <Workers base={base} flags={part.flags} worker={worker} />}
        </Stack>
      )}
      <Waiting waiting={waiting} />
      {rows.length === 0 ? (
        <Nothing checked={part.checked} team={team} />
      ) : (
        rows.map((one) => <ChildCard {...one} part={part} />)
      )}
      <PagesOf at={at} to={(number) => `${base}?${[...query, `page=${number}`].join('&')}`} />
    </>
  )
}

const Nothing: FC<{ checked: boolean; team: boolean }> = ({ checked, team }) =>
  checked ? (
    <EmptyState title="Nothing to put right.">
      {team
        ? 'Nothing is flagged for the children of your team.'
        : 'Nothing is flagged for the children you work with.'}
    </EmptyState>
  ) : (
    <EmptyState title="This return was not checked yet.">It is checked every night. Look again tomorrow.</EmptyState>
  )

const Whose: FC<{ base: string; team: boolean }> = ({ base, team }) => (
  <Chips
    label="Whose part"
    chips={[
      { to: base, words: 'Your own children', current: !team },
      { to: `${base}?whose=team`, words: 'Your team', current: team },
    ]}
  />
)

/** By name, not by count: no league. */
const Workers: FC<{ base: string; flags: readonly StandingFlag[]; worker: string | undefined }> = ({
  base,
  flags,
  worker,
}) => (
  <Chips
    label="Workers"
    chips={[
      { to: `${base}?whose=team`, words: 'Everybody', current: worker === undefined },
      ...groupsBy('worker', flags).map(({ key, flags: [first] }) => ({
        to: `${base}?whose=team&worker=${key === '' ? 'nobody' : key}`,
        words: first?.ownerName ?? 'No worker now',
        current: worker === (key === '' ? 'nobody' : key),
      })),
    ]}
  />
)

const ChildCard: FC<OfChild & { part: Part }> = ({ child, name, flags, part }) => (
  <Card title={<a href={`/children/${child}`}>{name}</a>} count={flags.length} flush>
    <CardList items={flags.map((flag) => <Wrong flag={flag} name={name} mending={part.mending} />)} />
  </Card>
)

type WrongProps = { flag: StandingFlag; name: string; mending: Mending }

const Where: FC<{ link: MendLink; name: string; worker: string | null }> = ({ link, name, worker }) => {
  const { to, words, direct, ask } = link
  return ask === undefined ? (
    <p>
      {direct ? 'Put right:' : 'Look at:'} <a href={to}>{words}</a>
      {direct ? '.' : ` in what may be recorded of ${name}.`}
    </p>
  ) : (
    <p>
      Ask {ask === THEIR_WORKER ? (worker ?? ask) : ask} to put right: <a href={to}>{words}</a>. You may not write this
      part of the record.
    </p>
  )
}

const Wrong: FC<WrongProps> = ({ flag, name, mending }) => (
  <>
    <h3>{whatIsWrong(flag)}</h3>
    {mendLinks(flag, toMend(flag), mending).map((link) => (
      <Where link={link} name={name} worker={flag.ownerName} />
    ))}
    <p class="kith-quiet">
      {isPart(flag.part) && WHY[flag.part]} {rowWords(flag)}, rule {flag.rule}.
    </p>
  </>
)
