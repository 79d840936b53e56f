// What may be recorded of a child by whoever asks: only what they may, with what stands now and can be ended or put right.

import type { FC } from 'hono/jsx'
import { type Scope, scopesOpen } from '#access'
import { ALLOCATION_PARTS, type AllocationPart, allocationsOf, mayAllocateHere } from '#allocations'
import { formatDay, instant, parseDay, timeInLondon } from '#calendar'
import type { Asking } from '#database'
import { savedAt } from '#forms'
import { capital } from '#look'
import { episodesOf, interviewsOf } from '#missing'
import { noticesOf } from '#notices'
import { addressesOf, periodsOf, placementsOf } from '#placements'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { teamsForReturn } from '../arrival-store.ts'
import { agreementsOf, calledChild, nightsOf, powersOf } from '../event-store.ts'
import { HOMES, textOf } from '../plain-words-data.ts'
import { mayGoOn } from '../power.ts'
import { powerWords } from './orders.tsx'
import { WHAT_TO_RECORD, WRITTEN_INTO } from './what-to-record.tsx'

type Link = { readonly to: string; readonly text: string }
type Entry = { readonly text: string; readonly links: readonly Link[] }
type Part = { readonly title: string; readonly record: readonly Link[]; readonly stands: readonly Entry[] }

/** No part of the record can be written more widely than these. */
const PARTS: readonly Scope[] = [...new Set<Scope>([...WRITTEN_INTO, 'where', 'legal', 'missing'])]
type Open = ReadonlySet<Scope>
type Of = { readonly child: string; readonly writes: Open }

const dayText = (text: string | null): string => {
  const day = parseDay(text ?? '')
  return day === undefined ? 'a day that is not known' : formatDay(day)
}
const link = (child: string, to: string, text: string): Link => ({ to: `/children/${child}/${to}`, text })
const changes = (child: string, of: string, more: readonly Link[] = []): readonly Link[] => [
  ...more,
  link(child, `${of}/retract`, 'Take back'),
]

async function homes(asking: Asking, { child, writes }: Of): Promise<Part[]> {
  if (!writes.has('where')) return []
  const [all, nights] = [await placementsOf(asking, child), await nightsOf(asking, child)]
  const now = all.find(({ until }) => until === null)
  const addresses = new Map((await addressesOf(asking, child)).map(({ line, id }) => [line, id]))
  const addressOf = (place: string | null): readonly Link[] => {
    const address = place === null ? undefined : addresses.get(place)
    if (address === undefined) return []
    const at = `addresses/${address}`
    return [link(child, `${at}/correct`, 'Its address'), link(child, `${at}/who-may-know`, 'Who may know its address')]
  }
  const entries = all.toReversed().map(({ id, line, kind, since, until, place }) => ({
    text: `${textOf(HOMES, kind)}, ${formatDay(since)} to ${until === null ? 'now' : formatDay(until)}`,
    links: changes(child, `homes/${id}`, [
      ...(until === null ? [link(child, `homes/${id}/end`, 'It ends')] : []),
      ...(writes.has('plan') ? [link(child, `homes/${line}/plan`, 'Its plan')] : []),
      ...addressOf(place),
      link(child, `homes/${id}/correct`, 'Put right'),
    ]),
  }))
  const asleep = nights
    .toSorted((a, b) => (a.since < b.since ? 1 : -1))
    .slice(0, 3)
    .map(({ id, kind, since, place }) => ({
      text: `Slept: ${kind}, since ${savedAt(since)}`,
      links: changes(child, `nights/${id}`, [...addressOf(place), link(child, `nights/${id}/correct`, 'Put right')]),
    }))
  return [
    {
      title: 'Where they live',
      record: [
        link(child, 'homes/record', now === undefined ? 'A home begins' : 'They move home'),
        link(child, 'nights/record', 'Where they sleep tonight, or a night away'),
        link(child, 'told/record', 'Who was told'),
        ...(writes.has('plan') ? [link(child, 'home-decisions', 'How a home was chosen, and what was decided')] : []),
      ],
      stands: [...entries, ...asleep],
    },
  ]
}

async function orders(asking: Asking, { child, writes }: Of): Promise<Part[]> {
  if (!writes.has('legal')) return []
  const [powers, agreed] = [await powersOf(asking, child), await agreementsOf(asking, child)]
  const periods = await periodsOf(asking, child)
  const inCare = periods.some(({ until }) => until === null)
  const care = periods.map(({ id, since, until }) => ({
    text: `In care, ${formatDay(since)} to ${until === null ? 'now' : formatDay(until)}`,
    links: changes(child, `care/${id}`, [link(child, `care/${id}/correct`, 'Put right')]),
  }))
  const order = powers.map(({ id, kind, since, ended, suspendedBy }) => ({
    text: `${powerWords(kind)}, since ${dayText(since)}${ended === null ? '' : `, ended ${formatDay(ended)}`}${suspendedBy === null ? '' : ', suspended'}`,
    links: changes(child, `orders/${id}`, [
      ...(ended === null
        ? [
            ...(mayGoOn(kind) ? [link(child, `orders/${id}/goes-on`, 'Made longer, or heard again')] : []),
            ...[link(child, `orders/${id}/end`, 'It ends'), link(child, `orders/${id}/suspend`, 'It is suspended')],
          ]
        : []),
      ...(kind === 'section 20 agreement' ? [] : [link(child, `orders/${id}/correct`, 'Put right')]),
    ]),
  }))
  const people = agreed.map(({ id, by, given, withdrawn }) => ({
    text: `Agreed: ${by}, ${dayText(given)}${withdrawn === null ? '' : `, withdrawn ${dayText(withdrawn)}`}`,
    links: changes(child, `agreements/${id}`, [
      ...(withdrawn === null ? [link(child, `agreements/${id}/withdraw`, 'Withdrawn')] : []),
      link(child, `agreements/${id}/correct`, 'Put right'),
    ]),
  }))
  const record = [
    ...[link(child, 'orders/record', 'An order is made'), link(child, 'agreements/record', 'Somebody agrees')],
    ...(inCare ? [link(child, 'leaves-care', 'They leave care')] : []),
    link(child, 'courts-and-panels', 'Proceedings, panels and notices'),
  ]
  return [{ title: 'Orders and agreements', record, stands: [...care, ...order, ...people] }]
}

async function missing(asking: Asking, { child, writes }: Of): Promise<Part[]> {
  if (!writes.has('missing')) return []
  const talks = await interviewsOf(asking, child)
  const episodes = (await episodesOf(asking, child)).toReversed().map(({ id, line, since, sinceAt, until }) => ({
    text: `Gone ${formatDay(since)}${sinceAt === null ? '' : ` ${timeInLondon(instant(sinceAt))}`}, ${until === null ? 'not back' : `back ${formatDay(until)}`}`,
    links: changes(child, `missing/${id}`, [
      until === null
        ? link(child, `missing/${id}/found`, 'They are back')
        : link(child, `missing/${line}/return-talk`, 'The talk afterwards'),
      link(child, `missing/${id}/correct`, 'Put right'),
    ]),
  }))
  // of a talk about several times the line that holds its words is put right, and the others with it
  const talked = talks
    .filter(({ covered_by }) => covered_by === null)
    .map(({ id, happened, outcome }) => ({
      text: `Talk ${outcome === 'held' ? 'taken' : 'refused'}, ${dayText(happened)}`,
      links: changes(child, `return-talks/${id}`, [link(child, `return-talks/${id}/correct`, 'Put right')]),
    }))
  return [
    {
      title: 'Missing',
      record: [
        link(child, 'missing/record', 'They are missing or away'),
        link(child, 'missing', 'Missing and safe: all that is known'),
      ],
      stands: [...episodes, ...talked],
    },
  ]
}

async function work(asking: Asking, { child }: Of): Promise<Part[]> {
  if (!(await mayAllocateHere(asking, child))) return []
  const all = await allocationsOf(asking, child)
  const names = await workersCalled(
    asking,
    all.map(({ worker }) => worker),
  )
  const isPart = (part: string): part is AllocationPart => Object.hasOwn(ALLOCATION_PARTS, part)
  const stands = all
    .toReversed()
    .toSorted((a, b) => Number(a.until !== null) - Number(b.until !== null))
    .slice(0, 12)
    .map(({ id, worker, part, since, until }) => ({
      text: `${names.get(worker) ?? 'A colleague'}, ${isPart(part) ? ALLOCATION_PARTS[part] : part}, ${since === null ? 'not known' : formatDay(since)} to ${until === null ? 'now' : formatDay(until)}`,
      links: changes(child, `worker/${id}`, [
        ...(until === null ? [link(child, `worker/${id}/end`, 'It ends')] : []),
        link(child, `worker/${id}/correct`, 'Put right'),
      ]),
    }))
  const record = [
    link(child, 'worker', 'Allocate, change or cover'),
    link(child, 'organisations', 'Who of other organisations is let in'),
  ]
  return [{ title: 'Who works with them', record, stands }]
}

async function told(asking: Asking, { child, writes }: Of): Promise<Part[]> {
  if (!writes.has('where')) return []
  const stands = (await noticesOf(asking, child))
    .toReversed()
    .slice(0, 10)
    .map(({ id, recipient, about, told: on, not_told }) => ({
      text: `${capital(recipient)}, about ${about}: ${on === null ? not_told : dayText(on)}`,
      links: changes(child, `told/${id}`, [link(child, `told/${id}/correct`, 'Put right')]),
    }))
  return stands.length === 0 ? [] : [{ title: 'Who was told', record: [], stands }]
}

async function comesBack(asking: Asking, { child }: Of): Promise<Part[]> {
  const periods = await periodsOf(asking, child)
  if (periods.some(({ until }) => until === null) || (await teamsForReturn(asking, child)).length === 0) return []
  return [{ title: 'Into care', record: [link(child, 'comes-back', 'They come back into care')], stands: [] }]
}

/** Only what this person may write. */
const everyday = ({ child, writes }: Of): Part[] =>
  WHAT_TO_RECORD.map(({ title, links }) => ({
    title,
    record: links
      .filter(({ into }) => into.some((scope) => writes.has(scope)))
      .map(({ path, words }) => link(child, path, words)),
    stands: [],
  })).filter(({ record }) => record.length > 0)

const One: FC<Part> = ({ title, record, stands }) => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    {record.length > 0 && (
      <ul class="govuk-list">
        {record.map(({ to, text }) => (
          <li>
            <a class="govuk-link" href={to}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    )}
    {stands.length > 0 && (
      <ul class="govuk-list stands">
        {stands.map(({ text, links }) => (
          <li>
            {text}{' '}
            {links.map((one) => (
              <>
                <a class="govuk-link" href={one.to}>
                  {one.text}
                  <span class="govuk-visually-hidden">: {text}</span>
                </a>{' '}
              </>
            ))}
          </li>
        ))}
      </ul>
    )}
  </section>
)

export async function showRecordMenu({ door, who, part }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking) => {
    const child = await calledChild(asking, { child: part('child') })
    if (child === undefined) return undefined
    const of = {
      child: child.child,
      writes: await scopesOpen(asking, child.child, ['write', PARTS]),
    }
    const parts = [...everyday(of)]
    for (const make of [comesBack, homes, told, orders, missing, work]) parts.push(...(await make(asking, of)))
    if (parts.length > 0)
      parts.push({
        title: 'Who may know what',
        record: [link(of.child, 'who-may-know', 'What is kept from people, and why')],
        stands: [],
      })
    return { child, parts }
  })
  if (shown === undefined) return notFound
  const { child, parts } = shown
  const title = `Record something about ${child.name}`
  const main = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {parts.length === 0 && <p>You may read parts of this record, and write nothing in it. Ask their worker.</p>}
      <div class="kith-what-to-record">
        {parts.map((one) => (
          <One {...one} />
        ))}
      </div>
    </>
  )
  return page({ title: `Record – ${child.name}`, here: '/children', main, about: child.child })
}
