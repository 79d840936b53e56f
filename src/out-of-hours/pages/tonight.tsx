// The out-of-hours page: find a child; who they are, where they are tonight, what must be known, whom to ring. For one hand.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { worksWithOn } from '#allocations'
import { formatDay, type IsoDay, londonMoment, numberOf, parseDay } from '#calendar'
import { ageWords, calledName, dayWords, homeWords, legalWords } from '#child-frame'
import type { Asking } from '#database'
import type { Form } from '#forms'
import {
  BackLink,
  Button,
  Card,
  CardList,
  EmptyState,
  Facts,
  FilterForm,
  Input,
  Notice,
  NotKnown,
  PageHead,
  PersonChip,
  Stack,
} from '#look'
import { episodesOf } from '#missing'
import { type Basis, type ChildRow, childrenOn, legalBasesOn, noteShown } from '#overview'
import { addressesOf, sleepsTonight, type Tonight } from '#placements'
import { type Finder, type Finding, whyWords } from '#search'
import { type Answer, FormToken, notFound, page, type Visit } from '#web'
import { managersOf, workersCalled } from '#workforce'

const legalOf = (bases: readonly Basis[]): string =>
  bases.length === 0
    ? 'None recorded'
    : bases.map(({ kind, made }) => `${legalWords(kind)}${made === null ? '' : `, since ${dayWords(made)}`}`).join('; ')

type Found = {
  readonly typed: string
  readonly finding: Finding | undefined
  readonly listed: readonly ChildRow[]
  readonly today: IsoDay
}

export async function showTonight({ today }: Visit): Promise<Answer> {
  return tonightPage({ typed: '', finding: undefined, listed: [], today })
}

export const findTonight =
  (finder: Finder) =>
  async ({ door, who, today, field }: Visit): Promise<Answer> => {
    const typed = (field('q') ?? '').trim().slice(0, 100)
    const finding = await finder.find(door, who, { typed, today })
    const ids = finding.matches.slice(0, MOST).map(({ child }) => child)
    const listed = await door.as(who, async (asking) => {
      await noteShown(asking, ids)
      return ids.length === 0 ? [] : await childrenOn(asking, today, ids)
    })
    return tonightPage({ typed, finding, listed, today })
  }

/** What a thumb can look through. */
const MOST = 10
const tonightPage = (found: Found): Answer =>
  page({ title: 'Tonight', here: '/tonight', main: <FindTonight {...found} /> })

const FindTonight: FC<Found> = ({ typed, finding, listed, today }) => (
  <div class="kith-tonight">
    <PageHead title="Tonight" lead={`${formatDay(today)}. Find the child first.`} />
    <FilterForm action="/tonight" method="post" label="Find a child" button="Find">
      <FormToken />
      <Input
        id="q"
        name="q"
        label="Name, birth date or number"
        type="search"
        value={typed}
        autocomplete="off"
        attributes={{ maxlength: 100 }}
      />
    </FilterForm>
    {finding !== undefined && (
      <Card title="Found" count={finding.matches.length} flush>
        {listed.length === 0 ? (
          <EmptyState title="No child matches">Try fewer letters, another spelling, or the birth date.</EmptyState>
        ) : (
          <CardList
            items={finding.matches.flatMap((match) => {
              const child = listed.find(({ id }) => id === match.child)
              if (child === undefined) return []
              return [
                <PersonChip
                  id={child.id}
                  name={calledName(child)}
                  to={`/children/${child.id}/tonight`}
                  after={ageWords(child.born, numberOf(today))}
                  note={whyWords(match)}
                />,
              ]
            })}
          />
        )}
      </Card>
    )}
    {finding !== undefined && finding.closed.length > 0 && (
      <Notice>
        {finding.closed.map(({ ask }) => (
          <p>A closed record matches. {ask === null ? 'Ask your manager.' : `Ask ${ask}.`}</p>
        ))}
      </Notice>
    )}
  </div>
)

type Shown = {
  readonly child: ChildRow
  readonly today: IsoDay
  readonly tonight: Tonight
  readonly postcode: string | undefined
  readonly legal: string
  readonly missing: { readonly kind: string; readonly since: string } | undefined
  readonly ring: readonly { readonly name: string; readonly part: string }[]
  readonly record: { readonly to: string; readonly words: string } | undefined
}

const LATE_EVENING = 22 * 60
const PARTS: Readonly<Record<string, string>> = {
  'allocated-worker': 'social worker',
  'co-worker': 'works alongside',
  cover: 'covers',
  'reviewing-officer': 'reviewing officer',
}

async function ringOf(asking: Asking, child: string, today: IsoDay): Promise<Shown['ring']> {
  const working = await worksWithOn(asking, child, today)
  const names = await workersCalled(
    asking,
    working.map(({ worker }) => worker),
  )
  const allocated = working.find(({ part }) => part === 'allocated-worker')
  const managers = allocated === undefined ? [] : await managersOf(asking, allocated.worker, today)
  return [
    ...working.map(({ worker, part }) => ({ name: names.get(worker) ?? 'somebody', part: PARTS[part] ?? part })),
    ...managers.map((name) => ({ name, part: 'their manager' })),
  ]
}

/** A note of what was done, where there is such a form; else a visit. */
const RECORDS = ['note', 'visit'] as const
async function recordOf(asking: Asking, child: string, forms: readonly Form[]): Promise<Shown['record']> {
  if (!(await mayDo(asking, child, ['write', 'visits']))) return undefined
  const form = RECORDS.flatMap((name) => forms.find((one) => one.name === name) ?? [])[0]
  return form && { to: form.addressOf({ child, about: null }), words: 'Record what was done' }
}

export const showChildTonight =
  (forms: readonly Form[]) =>
  async ({ door, who, today, part }: Visit): Promise<Answer> => {
    const id = part('child')
    const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
      const child = (await childrenOn(asking, today, id))[0]
      const at = londonMoment(today, LATE_EVENING)
      if (child === undefined || at === undefined) return undefined
      const tonight = await sleepsTonight(asking, id, { at, on: today })
      const place = 'place' in tonight ? tonight.place : null
      const away = (await episodesOf(asking, id)).find(({ until }) => until === null)
      return {
        ...{ child, today, tonight },
        postcode: (await addressesOf(asking, id)).find(({ line }) => line === place)?.postcode,
        legal: legalOf(await legalBasesOn(asking, id, today)),
        missing: away === undefined ? undefined : { kind: away.kind, since: away.since },
        ring: await ringOf(asking, id, today),
        record: await recordOf(asking, id, forms),
      }
    })
    if (shown === undefined) return notFound
    return page({ title: `Tonight – ${calledName(shown.child)}`, here: '/tonight', main: <ChildTonight {...shown} /> })
  }

const dayOf = (day: string): string => {
  const parsed = parseDay(day)
  return parsed === undefined ? day : formatDay(parsed)
}

const ChildTonight: FC<Shown> = (shown) => {
  const { child, today, missing, record, legal } = shown
  const name = calledName(child)
  return (
    <div class="kith-tonight">
      <BackLink href="/tonight">Find another child</BackLink>
      <PageHead
        title={name}
        lead={`${ageWords(child.born, numberOf(today))}${child.born === null ? '' : `, born ${dayWords(child.born)}`}`}
        actions={record && <Button href={record.to}>{record.words}</Button>}
      />
      {missing !== undefined && (
        <Notice title={`${name} is ${missing.kind} since ${dayOf(missing.since)}`} tone="warn" role="alert">
          <p>Tell the police, the manager on call and whoever holds parental responsibility, as the protocol says.</p>
        </Notice>
      )}
      <Stack>
        <Where {...shown} />
        <Ring {...shown} />
        <Card title="Must know">
          <Facts kind="down" facts={[{ name: 'Legal status', fact: { words: legal } }]} />
          <p class="kith-quiet">The record keeps no other must-knows yet. Ask whoever you ring.</p>
        </Card>
        <p>
          <a href={`/children/${child.id}`}>The whole record</a>
        </p>
      </Stack>
    </div>
  )
}

const Where: FC<Shown> = ({ tonight, child, postcode }) => (
  <Card title="Where tonight">
    {tonight.from === 'nothing known' ? (
      <p>
        <NotKnown words="Not known: no home is recorded for today." />
      </p>
    ) : (
      <p class="kith-lead">
        {tonight.from === 'told'
          ? tonight.kind.slice(0, 1).toUpperCase() + tonight.kind.slice(1)
          : homeWords(child.place)}
        {postcode === undefined ? '' : `, ${postcode}`}
      </p>
    )}
    <p class="kith-quiet">
      {tonight.from === 'told' ? 'As somebody told us.' : 'The home of record. Nobody has told us of another place.'}
    </p>
  </Card>
)

const Ring: FC<Shown> = ({ ring }) => (
  <Card title="Whom to ring" flush>
    {ring.length === 0 ? (
      <EmptyState>Nobody is recorded. Ring the manager on call.</EmptyState>
    ) : (
      <CardList
        items={ring.map(({ name, part }) => (
          <>
            <strong>{name}</strong>, {part}
          </>
        ))}
      />
    )}
    <p class="kith-quiet kith-card__note">
      The record holds no telephone numbers yet: take them from the council's list.
    </p>
  </Card>
)
