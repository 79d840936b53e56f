// What the forms decide that put right how care ended, a legal status, and who provides a home. Pure.
import type { IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import { type Fault, reading } from '#forms'
import { looksLikePostcode, shownPostcode } from '#geography'
import { valuesIn } from '#people'
import { PROVIDERS, WHY_CARE_ENDED } from '../care-codes-data.ts'
import { isLegalBasisKind, LEGAL_BASES, type LegalBasisKind } from '../starts-and-ends.ts'

type Decision<Ok> = { readonly ok: Ok } | { readonly faults: readonly Fault[] }

export type CareEnd = { readonly ended: IsoDay; readonly reason: string }
export function decideCareEnd(
  typed: Typed,
  { ended }: { readonly ended: string | null },
  today: IsoDay,
): Decision<CareEnd> {
  const r = reading(typed, today)
  if (ended === null)
    r.fault('', 'They are in care. Where they left, record that they leave care: their home ends with it.')
  const on = r.day('ended', 'the day on which they left care')
  const reason = r.choice('reason', valuesIn(WHY_CARE_ENDED), 'Choose why care ended.')
  return r.result(() => ({ ended: on, reason }))
}

export type StatusFacts = { readonly kind: LegalBasisKind; readonly since: IsoDay; readonly ended: IsoDay | null }
export function decideStatus(typed: Typed, _: unknown, today: IsoDay): Decision<StatusFacts> {
  const r = reading(typed, today)
  const kinds = Object.keys(LEGAL_BASES).filter(isLegalBasisKind)
  const [first = 'care order', ...rest] = kinds
  const kind = r.choice('power', [first, ...rest], 'Choose what it is.')
  const since = r.day('since', 'the day on which it was made')
  const ended = r.dayIfAny('ended', 'the day on which it ended')
  if (ended !== null && ended < since) r.fault('ended', 'It cannot end before it was made.')
  return r.result(() => ({ kind, since, ended }))
}

/** Postcodes: null where the field was left empty. */
export type Details = {
  readonly provider: string | null
  readonly registration: string | null
  readonly home: string | null
  readonly place: string | null
}
export function decideDetails(typed: Typed, _: unknown, today: IsoDay): Decision<Details> {
  const r = reading(typed, today)
  const postcode = (field: string): string | null => {
    const text = r.typed.one(field)
    if (text === '') return null
    if (!looksLikePostcode(text)) r.fault(field, 'Write a full postcode, for example AB1 2CD, or leave it empty.')
    return shownPostcode(text)
  }
  const registration = r.typed.one('registration').replace(/\s+/g, '').toUpperCase()
  if (!/^[A-Z0-9]{0,12}$/.test(registration))
    r.fault('registration', 'Write letters and digits only, for example SC123456.')
  const provider = r.choiceIfAny('provider', valuesIn(PROVIDERS))
  const [home, place] = [postcode('home_postcode'), postcode('place_postcode')]
  return r.result(() => ({ provider, registration: registration === '' ? null : registration, home, place }))
}
