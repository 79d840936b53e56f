// A logo as SVG text: shapes and colours only. What could run, load, or refer to anything elsewhere is refused, by a list of what is taken.

const ELEMENTS = new Set([
  ...['svg', 'g', 'defs', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath'],
])
const ATTRIBUTES = new Set([
  ...[
    'xmlns',
    'viewBox',
    'width',
    'height',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'fx',
    'fy',
    'd',
    'points',
  ],
  ...[
    'fill',
    'fill-rule',
    'fill-opacity',
    'clip-rule',
    'clip-path',
    'stroke',
    'stroke-width',
    'stroke-linecap',
    'stroke-linejoin',
  ],
  ...[
    'stroke-miterlimit',
    'stroke-dasharray',
    'stroke-opacity',
    'opacity',
    'transform',
    'id',
    'offset',
    'stop-color',
    'stop-opacity',
  ],
  ...['gradientUnits', 'gradientTransform', 'clipPathUnits', 'role', 'aria-label', 'version', 'preserveAspectRatio'],
])
const MOST = 64 * 1024
const TAG = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z][\w:-]*\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*(\/?)>/y
const ATTRIBUTE = /([A-Za-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export type SvgRefusal =
  | { readonly refused: 'no drawing' }
  | { readonly refused: 'too large' }
  /** `what`: the element or attribute, as it stands there. */
  | { readonly refused: 'not a shape'; readonly what: string }
export type SvgTold = { readonly svg: string } | SvgRefusal

function wrongAttribute(attributes: string): string | undefined {
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? ''
    if (!ATTRIBUTES.has(name)) return name
    if (name === 'xmlns' ? value !== 'http://www.w3.org/2000/svg' : /&|:|\\|url\s*\((?!#[\w-]+\))/i.test(value))
      return name
  }
  return undefined
}

/** A tag is taken whole or not at all; each that opens is closed; letters stand only in a title. */
export function svgLogo(typed: string): SvgTold {
  if (typed.length > MOST) return { refused: 'too large' }
  const text = typed
    .replace(/^\uFEFF?\s*<\?xml[^<>]*\?>/, '')
    .replace(/<!--(?:[^-]|-(?!->))*-->/g, '')
    .trim()
  if (!/^<svg[\s>]/.test(text)) return { refused: 'no drawing' }
  const open: string[] = []
  let at = 0
  while (at < text.length) {
    TAG.lastIndex = at
    const tag = text[at] === '<' ? TAG.exec(text) : undefined
    if (tag === undefined) {
      const until = text.indexOf('<', at)
      const between = text.slice(at, until < 0 ? text.length : until)
      if (until < 0 || (between.trim() !== '' && !['title', 'desc'].includes(open.at(-1) ?? '')))
        return { refused: 'not a shape', what: between.trim().slice(0, 30) }
      at = until
      continue
    }
    const [, closes = '', name = '', attributes = '', alone = ''] = tag ?? []
    if (tag === null || !ELEMENTS.has(name)) return { refused: 'not a shape', what: text.slice(at, at + 30) }
    const wrong = wrongAttribute(attributes)
    if (wrong !== undefined) return { refused: 'not a shape', what: wrong }
    if (closes !== '' && open.pop() !== name) return { refused: 'no drawing' }
    if (closes === '' && alone === '') open.push(name)
    at = TAG.lastIndex
    if (open.length === 0) return at === text.length ? { svg: text } : { refused: 'no drawing' }
  }
  return { refused: 'no drawing' }
}
