// How wide words will be in a picture, how they wrap, and how they are cut where there is no room: before anybody has drawn them.

const NARROW = new Set("ijltfrI.,:;'’|!()[]·-")
const WIDE = new Set('mwMW—…@%')
/** A little more than Source Sans 3 needs; scripts with square characters need a whole em. */
function widthOf(character: string): number {
  if (NARROW.has(character)) return 0.3
  if (WIDE.has(character)) return 0.84
  if (character === ' ') return 0.22
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x2e80) return 1.02
  if (/\p{Lu}/u.test(character)) return 0.6
  return /\p{M}/u.test(character) ? 0 : 0.52
}
/** In pixels, at a size in pixels. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce((sum, character) => sum + widthOf(character), 0) * size

/** The words, cut with '…' to the room there is; undefined: fewer than five letters would be left. */
export function fitted(text: string, room: number, size: number): string | undefined {
  if (textWidth(text, size) <= room) return text
  const letters = Array.from(text)
  let used = textWidth('…', size)
  let kept = 0
  for (const letter of letters) {
    used += textWidth(letter, size)
    if (used > room) break
    kept += 1
  }
  const cut = letters.slice(0, kept).join('').trimEnd()
  return Array.from(cut).length < 5 ? undefined : `${cut}…`
}

/** Up to `most` lines; what is longer ends in '…'. A word that is wider than the room is cut. */
export function wrapped(
  text: string,
  room: { readonly width: number; readonly size: number; readonly most: number },
): readonly string[] {
  const { width, size, most } = room
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=-)|[ \n\t]+/u).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line}${line.endsWith('-') ? '' : ' '}${word}`
    if (line !== '' && textWidth(joined, size) > width) {
      lines.push(line)
      line = word
    } else line = joined
  }
  if (line !== '') lines.push(line)
  const kept = lines.slice(0, most)
  const last = lines
    .slice(most - 1)
    .join(' ')
    .replaceAll('- ', '-')
  return kept.map((each, at) => fitted(at === most - 1 ? last : each, width, size) ?? '…')
}

/** To a tenth of a pixel: the same picture is the same text. */
export const tenth = (value: number): number => Math.round(value * 10) / 10
