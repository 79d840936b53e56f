// Cards of the reviewing officer's work on homes: midpoint checks that are due, and disputes that are open with where they stand.
import type { FC } from 'hono/jsx'
import { dayOf, dayWords, type IsoDay, numberOf } from '#calendar'
import { dueWords } from '#child-frame'
import type { Asking } from '#database'
import { disputesNow, type Standing } from '#lists'
import { Card, CardList, DueMark, EmptyState } from '#look'
import { DISPUTE_ABOUT, disputesToTell, midpointOf, NOT_TOLD_YET, TIER_WORDS, type ToTell, wordsOf } from '#reviewing'
import { type MidpointDue, notLookedAtSince } from '../reviews-store.ts'
import { childLink, namesFor } from './parts.tsx'
import { TenAndRest } from './ten-and-rest.tsx'

const MOST = 10
const AHEAD = 14
/** Nearer than this, the review itself is what comes next. */
const BEFORE_REVIEW = 28

export type Midpoints = { readonly due: readonly (MidpointDue & { readonly middle: number })[]; readonly today: IsoDay }
/** Past the middle between two reviews, or within two weeks of it; the first first. It is a habit and no duty, so nothing is late. */
export async function midpointsDue(asking: Asking, children: readonly string[], today: IsoDay): Promise<Midpoints> {
  const rows = children.length === 0 ? [] : await notLookedAtSince(asking, children, today)
  const due = rows
    .map((row) => ({ ...row, middle: midpointOf(row.last, row.next) }))
    .filter(({ middle, next }) => middle <= numberOf(today) + AHEAD && next > numberOf(today) + BEFORE_REVIEW)
    .toSorted((a, b) => a.middle - b.middle)
  return { due, today }
}

type NameOf = { readonly nameOf: (child: string) => string }
const One: FC<NameOf & { readonly of: Midpoints['due'][number]; readonly today: IsoDay }> = ({ of, today, nameOf }) => (
  <>
    {childLink(of.child, nameOf(of.child))}
    <span class="kith-note">
      the middle {of.middle <= numberOf(today) ? 'was' : 'is'} {dayWords(dayOf(of.middle))} · last review{' '}
      {dayWords(dayOf(of.last))} ·{' '}
      <a href={`/children/${of.child}/midpoint-checks/record`}>
        Look now<span class="govuk-visually-hidden"> for {nameOf(of.child)}</span>
      </a>
    </span>
  </>
)
export const MidpointCard: FC<Midpoints & NameOf> = ({ due, today, nameOf }) => {
  const items = due.map((of) => <One of={of} today={today} nameOf={nameOf} />)
  return (
    <Card title="Midpoint checks" count={due.length} beside="As far as checks are recorded here" flush>
      {due.length === 0 ? (
        <EmptyState>Nobody is near the middle between two reviews, or you have looked.</EmptyState>
      ) : (
        <TenAndRest items={items} />
      )}
    </Card>
  )
}

export type ToTellThem = NameOf & { readonly owed: readonly ToTell[]; readonly today: IsoDay }
export async function toTellThem(
  asking: Asking,
  children: readonly string[],
  { today, nameOf }: Omit<ToTellThem, 'owed'>,
): Promise<ToTellThem> {
  return { owed: await disputesToTell(asking, children), today, nameOf }
}
const notYetWords = ({ notYet, since }: ToTell, today: IsoDay): string => {
  const over = `over since ${dayWords(since)}`
  if (notYet === undefined) return over
  const asked = notYet.again > today ? 'asked again on' : 'was to be asked again on'
  return `${over} · ${wordsOf(NOT_TOLD_YET, notYet.why).toLowerCase()} · ${asked} ${dayWords(notYet.again)}`
}
/** Owed to the child until somebody has told them. No law says by when, so nothing is late. */
export const ToTellCard: FC<ToTellThem> = ({ owed, today, nameOf }) => {
  if (owed.length === 0) return null
  const items = owed.map((one) => (
    <>
      <a class="kith-target" href={`/children/${one.child}/disputes/${one.line}`}>
        {nameOf(one.child)}
      </a>
      <span class="kith-note">
        {wordsOf(DISPUTE_ABOUT, one.about)} · {notYetWords(one, today)} ·{' '}
        <a href={`/children/${one.child}/disputes/${one.line}/told`}>
          Write it down<span class="govuk-visually-hidden"> for {nameOf(one.child)}</span>
        </a>
      </span>
    </>
  ))
  return (
    <Card title="To be told what came of a dispute" count={owed.length} flush>
      <TenAndRest items={items} />
    </Card>
  )
}

export type OpenDisputes = NameOf & { readonly open: readonly Standing[]; readonly today: IsoDay }
/** `children` null: of all whom the asker sees. */
export async function openDisputes(
  asking: Asking,
  children: readonly string[] | null,
  today: IsoDay,
): Promise<OpenDisputes> {
  const open = await disputesNow(asking, children, today)
  const nameOf = await namesFor(
    asking,
    open.slice(0, MOST).map(({ dispute }) => dispute.child),
  )
  return { open, today, nameOf }
}

/** They stay here until the child's life has changed, whatever was answered. */
export const DisputesCard: FC<OpenDisputes> = ({ open, today, nameOf }) => (
  <Card title="Disputes" count={open.length} beside={<a href="/disputes">All, with what changed</a>} flush>
    {open.length === 0 ? (
      <EmptyState>No dispute is open.</EmptyState>
    ) : (
      <CardList
        items={open.slice(0, MOST).map(({ dispute, now }) => (
          <>
            {now?.last !== undefined && (
              <DueMark {...dueWords(now.last, numberOf(today))} note={dayWords(dayOf(now.last))} />
            )}{' '}
            <a class="kith-target" href={`/children/${dispute.child}/disputes/${dispute.line}`}>
              {nameOf(dispute.child)}
            </a>
            <span class="kith-note">
              {wordsOf(DISPUTE_ABOUT, dispute.about)} ·{' '}
              {now === undefined
                ? 'with nobody yet'
                : `${TIER_WORDS[now.tier]}${now.stage === undefined ? ', rose by itself' : ''}`}
            </span>
          </>
        ))}
      />
    )}
  </Card>
)
