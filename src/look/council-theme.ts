// A council's two colours as a stylesheet of one rule; colours that cannot be read are refused, with words.

export type CouncilColours = {
  /** The header, the buttons, what is chosen: white words stand on it. `#rrggbb` */
  readonly brand: string
  /** Links: it stands on white, and on the palest grey of a card. `#rrggbb` */
  readonly accent: string
}

export type CouncilTheme =
  | { readonly kind: 'theme'; readonly css: string }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }

const WHITE = '#ffffff'
/** The darkest ground that links stand on: a table's head, a quiet card. */
const PALE = '#f4f7f7'
/** WCAG 2.2, 1.4.3: text of ordinary size. */
const LEAST = 4.5

const HEX = /^#[0-9a-f]{6}$/i

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 (the same) to 21 (black on white); both as `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Rounded down, so that 4.49 is never said as 4.5. */
const said = (ratio: number): string => `${(Math.floor(ratio * 100) / 100).toFixed(2)} to 1`

function wrong(name: string, colour: string, grounds: Readonly<Record<string, string>>): readonly string[] {
  if (!HEX.test(colour)) return [`${name} is not a colour. Write it as # and six digits, like #14505c.`]
  return Object.entries(grounds).flatMap(([words, ground]) => {
    const ratio = contrast(colour, ground)
    return ratio >= LEAST
      ? []
      : [`${name} ${words} has a contrast of ${said(ratio)}. It needs 4.5 to 1. Choose a darker colour.`]
  })
}

export function councilTheme({ brand, accent }: CouncilColours): CouncilTheme {
  const reasons = [
    ...wrong('The brand colour', brand, { 'under white words': WHITE }),
    ...wrong('The accent colour', accent, { 'on white': WHITE, 'on a pale card': PALE }),
  ]
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const css = [
    `--govuk-brand-colour:${brand.toLowerCase()}`,
    `--govuk-link-colour:${accent.toLowerCase()}`,
    `--govuk-link-visited-colour:${accent.toLowerCase()}`,
    `--govuk-link-hover-colour:color-mix(in srgb,${accent.toLowerCase()},#000 40%)`,
  ].join(';')
  return { kind: 'theme', css: `:root{${css}}\n` }
}
