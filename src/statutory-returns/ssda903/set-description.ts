// Reads the small files beside a return: what year and council it is of, its postcodes, and Ofsted's list of providers.

import { type PostcodeEntry, type PostcodeList, postcodeListFrom } from '#geography'
import { strictDay } from '#return-files'
import type { Provider } from './given.ts'

/** Thrown where a file is not of the expected form; the sentence is for the person who named the file. */
export class UnreadableDescription extends Error {}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fieldsOf(text: string, file: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UnreadableDescription(`${file} is not valid JSON.`)
  }
  if (isFields(value)) return value
  throw new UnreadableDescription(`${file} should hold one JSON object.`)
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function listOf(fields: Fields, name: string, file: string): readonly unknown[] {
  const found = fields[name]
  if (Array.isArray(found)) return found
  throw new UnreadableDescription(`${file} should have a list called "${name}".`)
}

export type SetDescription = {
  year: number
  authority: string
  start?: string
  end?: string
  upperTier: (code: string) => string | undefined
}

export function readSetDescription(text: string, file = 'set.json'): SetDescription {
  const fields = fieldsOf(text, file)
  const year = Number(textOf(fields.collectionYear))
  if (!Number.isInteger(year))
    throw new UnreadableDescription(`${file} should say "collectionYear", for example "2027".`)
  const tiers = isFields(fields.lowerToUpperTier) ? Object.entries(fields.lowerToUpperTier) : []
  const above = new Map(tiers.map(([lower, upper]) => [lower, textOf(upper)]))
  const [start, end] = [textOf(fields.collectionStart), textOf(fields.collectionEnd)]
  return {
    year,
    authority: textOf(fields.localAuthority),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    upperTier: (code) => above.get(code),
  }
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function postcodeEntry(value: unknown): PostcodeEntry[] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return []
  const authority = textOf(value[3])
  return [[value[0], number(value[1]), number(value[2]), authority === '' ? null : authority]]
}

export function readPostcodes(text: string, file = 'postcodes.json'): PostcodeList {
  return postcodeListFrom(listOf(fieldsOf(text, file), 'postcodes', file).flatMap(postcodeEntry))
}

const codes = (value: unknown): ReadonlySet<string> =>
  new Set(
    textOf(value)
      .split(',')
      .map((code) => code.trim())
      .filter((code) => code !== ''),
  )

export const providerOfFields = (fields: Fields): Provider => ({
  urn: textOf(fields.URN).trim().toUpperCase(),
  places: codes(fields.PLACE_CODES),
  sectors: codes(fields.PROVIDER_CODES),
  ended: strictDay(textOf(fields.REG_END)),
  postcode: textOf(fields.POSTCODE).replaceAll(' ', '').toUpperCase(),
  authority: textOf(fields.LA_CODE_INFERRED),
})

export function readProviders(text: string, file = 'providers.json'): Provider[] {
  return listOf(fieldsOf(text, file), 'providers', file).filter(isFields).map(providerOfFields)
}
