// The SQL of putting right how care ended, a legal status, and who provides a home and where it is.
import { type IsoDay, parseDay } from '#calendar'
import { childById } from '#children'
import { type Asking, correct, Refused, type Superseded, type Version, versionOf } from '#database'
import { addressesOf, recordAddress } from '../store.ts'
import type { Details, StatusFacts } from './decide-corrections.ts'

export type Child = { readonly child: string; readonly name: string }
type About = { readonly child: string | null; readonly about: string | null }
export async function calledChild(asking: Asking, { child }: Pick<About, 'child'>): Promise<Child | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { child: known.child, name: known.name ?? 'this child' }
}

export type EndGiven = Child & { readonly ended: string | null }
export async function endGiven(asking: Asking, at: About): Promise<EndGiven | undefined> {
  const [child, period] = [await calledChild(asking, at), await versionOf(asking, 'kith.care_period', at.about ?? '')]
  return child === undefined || period === undefined ? undefined : { ...child, ended: period.ended }
}

/** A day by which it stood stays one, unless another day is written. */
export async function correctStatus(
  asking: Asking,
  { kind, since, ended }: StatusFacts,
  id: string,
): Promise<Superseded<'kith.legal_basis'>> {
  const was = await versionOf(asking, 'kith.legal_basis', id)
  const days = was?.made === null && was.made_by === since ? {} : { made: since, made_by: null }
  const reason = ended === null ? { end_reason: null } : {}
  return await correct(asking, 'kith.legal_basis', { id, columns: { kind, ...days, ended, ...reason } })
}

/** null: none is recorded; 'kept': who asks may not know it. */
export type Address = Version<'kith.address'> | 'kept' | null
export type DetailsGiven = Child & {
  readonly id: string
  readonly since: IsoDay | undefined
  readonly home: Address
  readonly place: Address
}
export async function detailsGiven(asking: Asking, at: About): Promise<DetailsGiven | undefined> {
  const [child, home] = [await calledChild(asking, at), await versionOf(asking, 'kith.placement', at.about ?? '')]
  if (child === undefined || home === undefined || home.child !== child.child) return undefined
  const addresses = await addressesOf(asking, child.child)
  const address = (line: string | null): Address =>
    line === null ? null : (addresses.find((one) => one.line === line) ?? 'kept')
  const since = parseDay(home.during.slice(1, 11))
  return { ...child, id: home.id, since, home: address(home.home), place: address(home.place) }
}

type End = { readonly address: Address; readonly kind: 'home' | 'placement'; readonly postcode: string | null }
type Upon = { readonly child: string; readonly since: IsoDay }

/** The line of the address, put right where it says another postcode. A postcode left empty says that none is known. */
async function lineOf(
  asking: Asking,
  { child, since }: Upon,
  { address, kind, postcode }: End,
): Promise<string | null> {
  if (address === 'kept' || address?.postcode === postcode) return address === 'kept' ? null : address.line
  if (postcode === null) return null
  if (address === null) return (await recordAddress(asking, child, { kind, postcode, since })).line
  const made = await correct(asking, 'kith.address', { id: address.id, columns: { postcode } })
  if (!('ok' in made)) throw new Refused('corrected already')
  return made.ok.line
}

export async function correctDetails(
  asking: Asking,
  { provider, registration, home, place }: Details,
  id: string,
): Promise<Superseded<'kith.placement'>> {
  const was = await versionOf(asking, 'kith.placement', id)
  const given = await detailsGiven(asking, { child: was?.child ?? null, about: id })
  if (was === undefined || given?.since === undefined)
    return await correct(asking, 'kith.placement', { id, columns: {} })
  const upon = { child: was.child, since: given.since }
  const ends = {
    home:
      given.home === 'kept'
        ? was.home
        : await lineOf(asking, upon, { address: given.home, kind: 'home', postcode: home }),
    place:
      given.place === 'kept'
        ? was.place
        : await lineOf(asking, upon, { address: given.place, kind: 'placement', postcode: place }),
  }
  return await correct(asking, 'kith.placement', { id, columns: { provider, registration, ...ends } })
}
