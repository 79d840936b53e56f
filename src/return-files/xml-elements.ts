// A small reader of XML without attributes that matter: elements, text, entities. Never throws, never fetches anything.

export type XmlElement = { name: string; text: string; children: XmlElement[] }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

function meant(entity: string): string {
  const inside = entity.slice(1, -1)
  if (/^#x/i.test(inside)) return character(Number.parseInt(inside.slice(2), 16))
  if (inside.startsWith('#')) return character(Number(inside.slice(1)))
  return entities[inside.toLowerCase()] ?? entity
}

const unescaped = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, meant) : text

/** Comments, the prolog, CDATA, closing and opening tags, and whatever lies between. */
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>]*>|<\/\s*([\w.:-]+)\s*>|<([\w.:-]+)(?:\s[^>]*?)?(\/?)>|([^<]+)/g

/** The root element, or why there is none. Names lose their prefix and are put in capitals. */
export function parseXml(text: string): { root: XmlElement } | { wrong: string } {
  const top: XmlElement = { name: '', text: '', children: [] }
  const open: XmlElement[] = [top]
  let until = 0
  for (const found of text.matchAll(token)) {
    if (found.index !== until) return { wrong: 'it is not well formed: there is a stray < in it.' }
    until = found.index + found[0].length
    const [, literal, closing, opening, alone, between] = found
    const current = open.at(-1) ?? top
    if (literal !== undefined) current.text += literal
    else if (between !== undefined) current.text += unescaped(between)
    else if (closing !== undefined) {
      if (current.name !== plain(closing) || open.length === 1)
        return { wrong: `it is not well formed: </${closing}> closes nothing that is open.` }
      open.pop()
    } else if (opening !== undefined) {
      const element = { name: plain(opening), text: '', children: [] }
      current.children.push(element)
      if (alone !== '/') open.push(element)
    }
  }
  if (until !== text.length) return { wrong: 'it is not well formed: it breaks off within a tag.' }
  if (open.length > 1) return { wrong: `it is not whole: <${open.at(-1)?.name}> is never closed.` }
  const root = top.children[0]
  return root ? { root } : { wrong: 'it holds no element.' }
}

const plain = (name: string) => (name.split(':').at(-1) ?? name).toUpperCase()

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
