// A council's face and its emergency numbers, decided from what was typed: colours that can be read, a logo of shapes, lines that are whole.
import { councilTheme } from '#look'
import { type SvgRefusal, svgLogo } from './svg-logo.ts'

export type Face = {
  readonly name: string
  readonly brand: string
  readonly accent: string
  /** The id of the logo; null: the mark of Kith. */
  readonly logo: string | null
}
/** Kith's own colours, and the council's name as it was made. */
export const plainFace = (name: string): Face => ({ name, brand: '#14505c', accent: '#0b5ea8', logo: null })

/** What a telephone dials when the number is tapped. */
export const telephoneAddress = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`
export type EmergencyNumber = { readonly whom: string; readonly number: string; readonly hours: string }

type Wrong = { readonly field: string; readonly says: string }
type Decided<T> = { readonly ok: T } | { readonly faults: readonly Wrong[] }

/** As people write a colour: with or without #, three digits or six. */
export function colourTyped(text: string): string {
  const plain = text.trim().toLowerCase().replace(/^#/, '')
  const six = /^[0-9a-f]{3}$/.test(plain) ? plain.replaceAll(/./g, '$&$&') : plain
  return /^[0-9a-f]{6}$/.test(six) ? `#${six}` : text.trim()
}

export type TypedFace = {
  readonly name: string
  readonly brand: string
  readonly accent: string
  readonly svg: string
  readonly ownLogo: string
}
/** What becomes of the logo: as it is, our mark again, or a new drawing. */
export type NewLogo =
  | { readonly kind: 'as it is' }
  | { readonly kind: 'mark' }
  | { readonly kind: 'svg'; readonly svg: string }
export type NewFace = Omit<Face, 'logo'> & { readonly logo: NewLogo }

const SVG_WORDS: Readonly<Record<SvgRefusal['refused'], string>> = {
  'no drawing': 'This is no SVG drawing. Paste the whole text of the file, from <svg to </svg>.',
  'too large': 'This drawing is too long: 64,000 letters at most. Have it made simpler.',
  'not a shape': 'A logo may hold shapes and colours only. Take this out, or add the logo as a PNG',
}

function logoOf({ svg, ownLogo }: TypedFace): Decided<NewLogo> {
  if (svg.trim() === '') return { ok: { kind: ownLogo === 'mark' ? 'mark' : 'as it is' } }
  const told = svgLogo(svg)
  if ('svg' in told) return { ok: { kind: 'svg', svg: told.svg } }
  const what = told.refused === 'not a shape' ? `: ${told.what}` : ''
  return { faults: [{ field: 'svg', says: `${SVG_WORDS[told.refused]}${what}` }] }
}

export function mayFace(typed: TypedFace): Decided<NewFace> {
  const name = typed.name.replace(/\s+/g, ' ').trim()
  const colours = { brand: colourTyped(typed.brand), accent: colourTyped(typed.accent) }
  const theme = councilTheme(colours)
  const reasons = theme.kind === 'refused' ? theme.reasons : []
  const logo = logoOf(typed)
  const faults: Wrong[] = [
    ...(name === '' ? [{ field: 'name', says: 'Write the name of the council.' }] : []),
    ...(name.length > 80 ? [{ field: 'name', says: 'Write 80 letters or fewer.' }] : []),
    ...reasons.map((says) => ({ field: says.startsWith('The brand') ? 'brand' : 'accent', says })),
    ...('faults' in logo ? logo.faults : []),
  ]
  return faults.length > 0 || 'faults' in logo ? { faults } : { ok: { name, ...colours, logo: logo.ok } }
}

const MOST_NUMBERS = 20
const isNumber = (text: string): boolean => /^\+?[\d\s()-]{3,25}$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 3

/** Lines that are empty are left out. */
export function mayNumbers(lines: readonly EmergencyNumber[]): Decided<readonly EmergencyNumber[]> {
  const trimmed = lines.map(({ whom, number, hours }) => ({
    whom: whom.trim(),
    number: number.trim(),
    hours: hours.trim(),
  }))
  const written = trimmed.filter((line) => Object.values(line).some((text) => text !== ''))
  const faults: Wrong[] = []
  if (written.some(({ whom }) => whom === '')) faults.push({ field: 'whom', says: 'Say whom one rings, on each line.' })
  if (written.some(({ number }) => !isNumber(number)))
    faults.push({ field: 'number', says: 'Write each number in figures, like 01632 960 123 or 999.' })
  if (written.some(({ hours }) => hours === ''))
    faults.push({ field: 'hours', says: 'Say when somebody answers, like Every night, 5pm to 9am.' })
  if (written.some(({ whom, hours }) => whom.length > 80 || hours.length > 80))
    faults.push({ field: 'whom', says: 'Write 80 letters or fewer.' })
  if (written.length > MOST_NUMBERS) faults.push({ field: 'whom', says: `Name ${MOST_NUMBERS} numbers at most.` })
  return faults.length > 0 ? { faults } : { ok: written }
}
