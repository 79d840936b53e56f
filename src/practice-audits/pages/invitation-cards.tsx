// Invitations to an audit as they stand: on the page of the audit, and on the start page of whoever is asked, audits, or must know that it is late.
import type { FC } from 'hono/jsx'
import { day, dayWords, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { readParts } from '#database'
import { Card, CardList, capital, DueMark, EmptyState } from '#look'
import { workersCalled } from '#workforce'
import { type InvitationState, type Invited, invitationState, TURN } from '../invitations.ts'
import { hasPartInAudits, type InvitedNow, invitationsWith } from '../invitations-store.ts'
import { type AuditNumbers, againOwed, type Owed, owedOf } from '../loop.ts'
import { auditsStanding, type Standing } from '../round-store.ts'
import { nameOf, type Shown } from './audit-cards.tsx'
import { auditAddress, numbersOn } from './audit-form.tsx'
import { answerBy, whenWords } from './invitation-forms.tsx'
import { calledIn, type Named } from './show-audits.tsx'

const STATE_WORDS: Readonly<Record<InvitationState, string>> = {
  settled: 'Met, or said why not',
  comes: 'Comes',
  'waits for an answer': 'Not answered yet',
  'no answer': 'No answer',
  'another time': 'Asks for another time',
  'does not come': 'Does not come',
  'its day is over': 'Its day is over',
}
type Marked = { readonly one: Invited; readonly state: InvitationState; readonly days: number }
const StateMark: FC<Marked> = ({ one, state, days }) => {
  const late = state === 'no answer' || state === 'its day is over'
  const note =
    state === 'waits for an answer'
      ? `asked for ${answerBy(one, days)}`
      : state === 'its day is over'
        ? 'record the talk, or why there was none'
        : undefined
  return (
    <DueMark
      mark={late ? 'late' : TURN[state] === 'nobody' ? 'done' : 'soon'}
      words={STATE_WORDS[state]}
      {...(note === undefined ? {} : { note })}
    />
  )
}

/** On the page of the audit: who is asked, to when, what they answered, and whose turn it is. */
export const Invitations: FC<Shown & { readonly numbers: AuditNumbers }> = (shown) => {
  const { audit, numbers, today, me } = shown
  const days = numbers.auditAnswered
  return (
    <Card title="Asked to be part of it" flush>
      {audit.invitations.length === 0 ? (
        <EmptyState>Nobody is asked yet. An audit is done with the worker.</EmptyState>
      ) : (
        <CardList
          items={audit.invitations.map((one) => {
            const talked = audit.talks.some(
              ({ worker, state, id }) => worker === one.worker && state !== 'asked' && id > one.id,
            )
            const asked = {
              invited: day(one.invited),
              meets: day(one.meets),
              answer: one.answer?.answer ?? null,
              talked,
            }
            const state = audit.first === undefined ? invitationState(asked, today, days) : 'settled'
            const said = readParts(one.words, ['place', 'about'])
            const why = readParts(one.answer?.words, ['why'])?.why
            return (
              <>
                {nameOf(shown, one.worker)}, {whenWords(one)} <StateMark one={asked} state={state} days={days} />
                <span class="kith-note">
                  {capital(one.how)}
                  {said?.place && `, ${said.place}`}. {said?.about}
                </span>
                {one.answer !== undefined && (
                  <span class="kith-note">
                    Answered {dayWords(one.answer.answered)}
                    {why && `: ${why}`}
                    {one.answer.instead !== null && ` (${dayWords(one.answer.instead)} would do)`}
                  </span>
                )}
                {shown.writes && audit.first === undefined && (
                  <a class="kith-no-print" href={`${auditAddress(shown.child, audit.audit.line)}/withdraw`}>
                    Withdraw<span class="govuk-visually-hidden"> the invitation of {nameOf(shown, one.worker)}</span>
                  </a>
                )}{' '}
                {one.worker === me && state !== 'settled' && (
                  <a href={`${auditAddress(shown.child, audit.audit.line)}/answer`}>
                    {one.answer === undefined ? 'Answer' : 'Answer anew'}
                  </a>
                )}
              </>
            )
          })}
        />
      )}
    </Card>
  )
}

type Asked = { readonly one: InvitedNow; readonly state: InvitationState }
type Late = { readonly one: Standing; readonly owed: Owed }
export type AuditsWaiting = {
  readonly me: string
  readonly today: IsoDay
  readonly days: number
  readonly asked: readonly Asked[]
  readonly mine: readonly Late[]
  /** Late, and risen to this reader. */
  readonly risen: readonly Late[]
  readonly named: Named
}
const nothingWaits = (me: string, today: IsoDay): AuditsWaiting => ({
  ...{ me, today, days: 0, asked: [], mine: [], risen: [] },
  named: { children: new Map(), workers: new Map() },
})
/** `leads`: which holders of late audits this reader stands for. Without an audit anywhere it is one look. */
export async function auditsWaiting(
  asking: Asking,
  today: IsoDay,
  leads: readonly ('quality lead' | 'head of service')[] = [],
): Promise<AuditsWaiting> {
  const me = asking.who.person
  if (leads.length === 0 && !(await hasPartInAudits(asking))) return nothingWaits(me, today)
  const numbers = await numbersOn(asking, today)
  const asked = (await invitationsWith(asking)).map((one) => ({
    one,
    state: invitationState({ ...one, invited: day(one.invited), meets: day(one.meets) }, today, numbers.auditAnswered),
  }))
  const standing = await auditsStanding(asking, leads.length === 0 ? { person: me } : { open: true })
  const owing = standing.flatMap((one) => {
    const owed = owedOf(one, today, numbers)
    return owed === undefined ? [] : [{ one, owed }]
  })
  const mine = owing.filter(({ one, owed }) => (owed.what === 'to hand in' ? one.auditor : one.moderator) === me)
  const unseen = leads.length === 0 ? [] : await auditsStanding(asking, { unseen: true })
  const again = unseen.flatMap((one) => {
    const owed = againOwed(one, today, numbers)
    return owed === undefined ? [] : [{ one, owed }]
  })
  const risen = [...owing, ...again].filter(({ owed }) => today > owed.due && leads.some((lead) => lead === owed.with))
  const shown = [...mine, ...risen].map(({ one }) => one)
  const children = [...new Set([...shown.map(({ child }) => child), ...asked.map(({ one }) => one.child)])]
  const people = [
    ...shown.flatMap(({ auditor, moderator }) => [auditor, moderator ?? '']),
    ...asked.flatMap(({ one }) => [one.worker, one.auditor]),
  ].filter((one) => one !== '')
  const named = {
    children: children.length === 0 ? new Map<string, string>() : await childrenCalled(asking, children),
    workers: people.length === 0 ? new Map<string, string>() : await workersCalled(asking, [...new Set(people)]),
  }
  return { me, today, days: numbers.auditAnswered, asked, mine, risen, named }
}

const MOST = 5
const person = ({ workers }: Named, id: string | null): string => workers.get(id ?? '') ?? 'somebody'
const OWED_WORDS = {
  'to hand in': 'to hand in',
  'second grade': 'second grade',
  'look again': 'to look at again',
} as const

/** Not there where nothing waits. */
export const AuditsCard: FC<AuditsWaiting> = ({ me, today, days, asked, mine, risen, named }) => {
  const open = asked.filter(({ one, state }) =>
    one.worker === me
      ? TURN[state] === 'invited' || state === 'comes'
      : TURN[state] !== 'nobody' && state !== 'waits for an answer',
  )
  const items = [
    ...open.slice(0, MOST).map(({ one, state }) => (
      <>
        <StateMark one={{ ...one, invited: day(one.invited), meets: day(one.meets) }} state={state} days={days} />{' '}
        <a href={`${auditAddress(one.child, one.audit)}${one.worker === me && state !== 'comes' ? '/answer' : ''}`}>
          {one.worker === me
            ? `${person(named, one.auditor)} asks you to look at our work with ${named.children.get(one.child) ?? 'a child'} together`
            : `${person(named, one.worker)}, of ${named.children.get(one.child) ?? 'a child'}`}
        </a>
        <span class="kith-note">{whenWords(one)}</span>
      </>
    )),
    ...mine.slice(0, MOST).map(({ one, owed }) => (
      <>
        <DueMark mark={owed.due < today ? 'late' : 'soon'} words={dayWords(owed.due)} />{' '}
        <a href={auditAddress(one.child, one.line)}>
          {calledIn(named, one)}: audit, {OWED_WORDS[owed.what]}
        </a>
        {owed.due < today && <span class="kith-note">It has gone on to the {owed.with}</span>}
      </>
    )),
    ...risen.slice(0, MOST).map(({ one, owed }) => (
      <>
        <DueMark mark="late" words={`Was due ${dayWords(owed.due)}`} />{' '}
        <a href={auditAddress(one.child, one.line)}>
          {calledIn(named, one)}: audit, {OWED_WORDS[owed.what]}
        </a>
        <span class="kith-note">
          {owed.what === 'to hand in'
            ? person(named, one.auditor)
            : owed.what === 'look again'
              ? 'Nobody has begun'
              : one.moderator === null
                ? 'Nobody is asked to grade it'
                : person(named, one.moderator)}
        </span>
      </>
    )),
  ]
  const more = open.length + mine.length + risen.length - items.length
  return items.length === 0 ? null : (
    <Card title="Audits of practice" count={items.length + more} beside={<a href="/audits">All of them</a>} flush>
      <CardList items={items} />
    </Card>
  )
}
