// What a PDF can do beside being read, told by the names in it (ISO 32000-2): scripts, programs that it starts, files inside it.

/** `locked`: its parts are encrypted or packed in a way that cannot be looked into. */
export const PDF_HOLDS = ['script', 'program', 'file', 'locked'] as const
export type PdfHolds = (typeof PDF_HOLDS)[number]

const NAMES: Readonly<Record<string, PdfHolds>> = {
  JavaScript: 'script',
  Launch: 'program',
  EmbeddedFile: 'file',
  EmbeddedFiles: 'file',
  Encrypt: 'locked',
}
const NAME = /\/(JavaScript|Launch|EmbeddedFiles?|Encrypt|ObjStm)(?![^\0\t\n\f\r ()<>[\]{}/%])/g
/** A name may be written with the numbers of its letters: /J#61vaScript. Longer than the longest name written so. */
export const OVERLAP = 64

/** Text of a PDF, each byte one letter. `packed`: where parts are packed together, as places in this text. */
export function namesIn(text: string): { readonly holds: ReadonlySet<PdfHolds>; readonly packed: readonly number[] } {
  const holds = new Set<PdfHolds>()
  const packed: number[] = []
  for (const { 1: name = '', index } of text.matchAll(NAME))
    if (name === 'ObjStm') packed.push(index)
    else if (NAMES[name] !== undefined) holds.add(NAMES[name])
  // Places move where numbers become letters, so that a packed part named so is one that nobody can look into.
  if (text.includes('#')) {
    const plain = text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    const found = [...plain.matchAll(NAME)]
    for (const { 1: name = '' } of found) if (NAMES[name] !== undefined) holds.add(NAMES[name])
    if (found.filter(({ 1: name }) => name === 'ObjStm').length > packed.length) holds.add('locked')
  }
  return { holds, packed }
}
