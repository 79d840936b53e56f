// Sealed adoption records: for who is named, as a list without names; and of one that is open, who looked and what was decided.
import type { FC } from 'hono/jsx'
import { formatDay, londonDay, parseInstant, timeInLondon } from '#calendar'
import { childrenCalled } from '#children'
import { BackLink, Button, Card, CardList, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { keptWords, STEP_WORDS } from '../seal.ts'
import { adoptedOn, type Look, looksInto, type Sealed, sealedForMe, sealOf } from '../store.ts'
import { TIE_STEPS, TIE_WORDS } from '../tie.ts'
import { type Numbered, type Tie, tiedTo, tiesOf } from '../tie-store.ts'

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
  readonly ties: readonly Tie[]
  readonly tied: readonly Numbered[]
  /** Of those other records that the reader sees too. */
  readonly seen: ReadonlySet<string>
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

/** What leads from here to another record: on no page of that other. */
const Leads: FC<Shown> = ({ child, ties, tied, seen, nameOf }) => {
  const numberOf = (other: string) => tied.find((one) => one.child === other)?.number
  return (
    <Card title="What leads from here" count={ties.length} flush>
      {ties.length === 0 ? (
        <EmptyState title="Nothing">
          If the child is known here again, the link is kept here and nowhere else. In the records of brothers and
          sisters this child has no name.
        </EmptyState>
      ) : (
        <CardList
          items={ties.map(({ id, other, kind, step, by, at, why }) => (
            <>
              <strong>{TIE_WORDS[kind]}</strong>: {TIE_STEPS[step]}
              <span class="kith-note">
                {kind === 'shown to' && `Record ${numberOf(other) ?? 'that no longer names this child'}. `}
                {nameOf(by)}, {momentWords(at)}: {why === undefined ? 'the reason was taken out of sight' : `“${why}”`}
              </span>
              {kind === 'known again' && step === 'agreed' && !seen.has(other) && (
                <span class="kith-note">The new record is not open to you.</span>
              )}
              <span class="kith-no-print">
                {kind === 'known again' && seen.has(other) && <a href={`/children/${other}`}>Open the new record</a>}{' '}
                {(step === 'proposed' || step === 'agreed') && (
                  <a href={`${sealAt(child)}/ties/${id}/decide`}>
                    {step === 'proposed' ? 'Agree or not' : 'End it'}
                    <span class="govuk-visually-hidden">: {TIE_WORDS[kind]}</span>
                  </a>
                )}
              </span>
            </>
          ))}
        />
      )}
      <p class="kith-card__note kith-no-print">
        <a href={`${sealAt(child)}/known-again`}>Say that the child is known here again</a>
        {tied.length > 0 && (
          <>
            {' · '}
            <a href={`${sealAt(child)}/shown-to`}>Let a brother or sister read the name</a>
          </>
        )}
      </p>
    </Card>
  )
}

const OneSeal: FC<Shown> = (shown) => {
  const { child, seal, looks, adopted, nameOf } = shown
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
      <Leads {...shown} />
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
    const [ties, tied] = [await tiesOf(asking, child), await tiedTo(asking, child)]
    const seen = new Set(
      (
        await childrenCalled(
          asking,
          ties.map(({ other }) => other),
        )
      ).keys(),
    )
    const people = [...looks.map(({ person }) => person), ...ties.map(({ by }) => by)]
    const names = await workersCalled(asking, [...(seal?.named ?? []), ...people])
    const adopted = (await adoptedOn(asking, child)).length > 0
    return { child, seal, looks, adopted, ties, tied, seen, nameOf: (person) => names.get(person) ?? 'somebody' }
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
