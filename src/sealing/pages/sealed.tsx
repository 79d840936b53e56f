// Sealed adoption records: for who is named, as a list without names; and of one that is open, who looked and what was decided.
import type { FC } from 'hono/jsx'
import { formatDay, londonDay, parseInstant, timeInLondon } from '#calendar'
import { BackLink, Button, Card, CardList, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { keptWords, STEP_WORDS } from '../seal.ts'
import { adoptedOn, type Look, looksInto, type Sealed, sealedForMe, sealOf } from '../store.ts'

export const SEALED = '/adoption-records'
export const sealAt = (child: string): string => `/children/${child}/seal`
const momentWords = (at: string): string => {
  const moment = parseInstant(at)
  return moment === undefined ? '' : `${formatDay(londonDay(moment))} at ${timeInLondon(moment)}`
}

const wayIn = ({ child, openUntil }: Sealed) =>
  openUntil === null ? (
    <a href={`${SEALED}/${child}/open`}>Say why, and open it</a>
  ) : (
    <a href={`/children/${child}`}>Open until {momentWords(openUntil)}</a>
  )

const Listed: FC<{ readonly rows: readonly Sealed[] }> = ({ rows }) => (
  <DutyTable
    caption="Sealed records for which you are named, the latest order first"
    columns={['Record', 'Born', 'Adoption order', 'Where it stands', 'Kept', 'What to do']}
    rows={rows.map((row) => ({
      head: row.number,
      cells: [
        row.born === null ? 'Not known' : formatDay(row.born),
        formatDay(row.orderMade),
        STEP_WORDS[row.step],
        keptWords(row.orderMade),
        wayIn(row),
      ],
    }))}
  />
)

/** GET /adoption-records. */
export async function showSealed({ door, who, query }: Visit): Promise<Answer> {
  const { of, rows, ...at } = await door.as(who, async (asking) => {
    const all = await sealedForMe(asking)
    const found = pageOf(all, Number(query('page') ?? 1))
    for (const { child } of found.rows) await asking.note('read that a record is sealed', child)
    return { ...found, of: all.length }
  })
  const main = (
    <>
      <PageHead
        title="Adoption records"
        lead="Sealed after the order. Only who is named opens one, each time with a reason, and it is logged."
      />
      <Card title="For which you are named" count={of} flush>
        {of === 0 ? (
          <EmptyState title="You are named for no sealed record">
            Whoever decides on an adoption in the record names who may open it.
          </EmptyState>
        ) : (
          <Listed rows={rows} />
        )}
      </Card>
      <Pages {...at} of={of} to={(number) => `${SEALED}?page=${number}`} links />
    </>
  )
  return page({ title: 'Adoption records', here: SEALED, main })
}

type Shown = {
  readonly child: string
  readonly seal: Awaited<ReturnType<typeof sealOf>>
  readonly looks: readonly Look[]
  readonly adopted: boolean
  readonly nameOf: (person: string) => string
}
const NotSealed: FC<Pick<Shown, 'child' | 'adopted'>> = ({ child, adopted }) =>
  adopted ? (
    <>
      <p>An adoption order was made, and the record is not sealed.</p>
      <Button href={`${sealAt(child)}/record`}>Seal it</Button>
    </>
  ) : (
    <EmptyState title="There is nothing to seal">Care has not ended with an adoption order in this record.</EmptyState>
  )

const OneSeal: FC<Shown> = ({ child, seal, looks, adopted, nameOf }) => {
  if (seal === undefined || seal.step === 'opened') return <NotSealed child={child} adopted={adopted} />
  return (
    <Stack>
      <Card title={STEP_WORDS[seal.step]}>
        <p>
          Adoption order of {formatDay(seal.orderMade)}. Decided on {formatDay(seal.decided)}.{' '}
          {keptWords(seal.orderMade)}
        </p>
        <p>Who may open it: {seal.named.map(nameOf).join(', ')}.</p>
        <p>{seal.words === undefined ? 'The reason was taken out of sight.' : `“${seal.words}”`}</p>
        <p>
          <a href={`${sealAt(child)}/record`}>Name other people</a> or{' '}
          <a href={`${sealAt(child)}/open-again`}>
            {seal.step === 'opening proposed' ? 'decide whether it is opened again' : 'propose to open it again'}
          </a>
        </p>
      </Card>
      <Card title="Who opened it, and why" count={looks.length} flush>
        <CardList
          items={looks.map(({ person, at, until, why }) => (
            <>
              <strong>{nameOf(person)}</strong>, {momentWords(at)}, until {momentWords(until)}
              <span class="kith-note">{why === undefined ? 'The reason was taken out of sight.' : `“${why}”`}</span>
            </>
          ))}
        />
      </Card>
    </Stack>
  )
}

/** GET /children/:child/seal. */
export async function showSeal({ door, who, part }: Visit): Promise<Answer> {
  const child = part('child')
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const [seal, looks] = [await sealOf(asking, child), await looksInto(asking, child)]
    const names = await workersCalled(asking, [...(seal?.named ?? []), ...looks.map(({ person }) => person)])
    const adopted = (await adoptedOn(asking, child)).length > 0
    return { child, seal, looks, adopted, nameOf: (person) => names.get(person) ?? 'somebody' }
  })
  const main = (
    <>
      <BackLink href={`/children/${child}`}>The record</BackLink>
      <PageHead title="Sealing after an adoption order" />
      <OneSeal {...shown} />
    </>
  )
  return page({ title: 'Sealing', here: '/children', main, about: child })
}
