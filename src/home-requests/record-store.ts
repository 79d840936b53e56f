// The SQL of beginning a request from the record: what it holds of who matters, school, home and brothers and sisters, as the asker may know it.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import { type Asking, readParts, recordFirst, writeParts } from '#database'
import { calledPerson, familyOf, familyTimeOf, howOften, isRelation } from '#family'
import { addressesOf, placementsOf } from '#placements'
import { latestWordsOf } from '#views'

type Row = Parameters<typeof recordFirst<'kith.request_place'>>[2]['columns']
export type PlaceFound = { readonly columns: Omit<Row, 'request'>; readonly called: string }

const A_MONTH: Readonly<Record<string, number>> = { days: 30, weeks: 4, months: 1 }
const MOST = 62
const oftenIn = (every: number | null, unit: string | null): number | null => {
  const times = every === null || unit === null ? 0 : Math.round((A_MONTH[unit] ?? 0) / every)
  return times > 0 ? Math.min(times, MOST) : null
}
const spot = (kind: string, facts: Partial<PlaceFound['columns']> = {}): PlaceFound['columns'] => ({
  ...{ kind, postcode: null, protected: false, per_month: null, miles: null, firm: false, ...facts },
})

/** The address from which miles are counted; one that is kept from anybody is not copied to where more people read. */
async function familyHome(asking: Asking, child: string): Promise<readonly PlaceFound[]> {
  const homes = (await placementsOf(asking, child)).toReversed()
  const line = homes.find(({ home }) => home !== null)?.home
  const address = (await addressesOf(asking, child)).find((one) => one.line === line)
  if (address === undefined) return []
  const kept = address.audience !== null || address.must_not_know !== null
  return [
    {
      columns: spot('family home', { postcode: kept ? null : address.postcode, protected: kept }),
      called: 'The family home',
    },
  ]
}
async function schoolNow({ record, who }: Asking, child: string, today: IsoDay): Promise<readonly PlaceFound[]> {
  const { rows } = await sql<{ name: string }>`select s.name from kith.school_place_current p
    join kith.school s on s.council = p.council and s.id = p.school
    where p.council = ${who.council}::smallint and p.child = ${child}::uuid and p.during @> ${today}::date order by lower(p.during) desc limit 1`.execute(
    record,
  )
  return rows.map(({ name }) => ({ columns: spot('school', { per_month: 20 }), called: name }))
}
/** Whom they see by agreement; where these live has to be asked, since a home there is words only. */
export async function placesFound(asking: Asking, child: string, today: IsoDay): Promise<readonly PlaceFound[]> {
  const { people } = await familyOf(asking, child)
  const { agreed } = await familyTimeOf(asking, child)
  const family = agreed
    .filter(({ stance, until }) => stance === 'goes on' && (until === null || until > today))
    .map(({ person, every, unit }) => ({
      columns: spot('family', { per_month: oftenIn(every, unit) }),
      called: calledPerson(people.find(({ line }) => line === person)),
    }))
  return [...(await familyHome(asking, child)), ...(await schoolNow(asking, child, today)), ...family]
}
/** Written with the request, in its transaction. */
export async function writePlaces(
  asking: Asking,
  { child, request }: { readonly child: string; readonly request: string },
  places: readonly PlaceFound[],
): Promise<void> {
  for (const { columns, called } of places)
    await recordFirst(asking, 'kith.request_place', {
      ...{ child, columns: { ...columns, request }, words: writeParts({ called, why: '' }) },
    })
}

/** Brothers and sisters who are children of the record, whom the asker may know of. */
export async function siblingsKnown(
  asking: Asking,
  child: string,
): Promise<readonly { value: string; text: string }[]> {
  const { people, links } = await familyOf(asking, child)
  const close = new Set(people.filter(({ relation }) => /brother|sister/.test(relation)).map(({ line }) => line))
  const others = links.filter(({ person }) => close.has(person)).map(({ other_child: other }) => other)
  if (others.length === 0) return []
  const names = await childrenCalled(asking, others)
  return others.map((value) => ({ value, text: names.get(value) ?? 'A brother or sister' }))
}

export type Begun = { readonly own: string; readonly who: string; readonly like: string }
/** Words to begin with, from what was recorded of the child; the writer changes them. */
export async function wordsFound(asking: Asking, child: string): Promise<Begun> {
  const said = (await latestWordsOf(asking, [child])).get(child)
  const { people } = await familyOf(asking, child)
  const { agreed } = await familyTimeOf(asking, child)
  const who = agreed
    .filter(({ stance }) => stance === 'goes on')
    .map((time) => {
      const person = people.find(({ line }) => line === time.person)
      return `${calledPerson(person)}${person && isRelation(person.relation) ? '' : ''}: ${howOften(time)}`
    })
  const { rows } = await sql<{ id: string; said: Buffer | null }>`select id, said from kith.interest_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and state <> 'stopped' order by line`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  const likes = rows.map(({ id }) => (readParts(words.get(id), ['what']) ?? { what: words.get(id) ?? '' }).what)
  return { own: said?.words ?? '', who: who.join('\n'), like: likes.filter((one) => one !== '').join('\n') }
}
