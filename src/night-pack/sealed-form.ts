// The form of an encrypted pack, as bytes and as words: whoever has the words can write a program that opens one.

/** Bytes of what is encrypted at a time, and of what says that they are as they were written. */
export const PIECE = 1024 * 1024
export const TAG = 16
/** What whoever guesses passphrases has to do for each. */
export const ITERATIONS = 600_000

const MAGIC = 'KITHPAK1'

export type Header = { readonly salt: Uint8Array; readonly iterations: number; readonly piece: number }

export function headerBytes(salt: Uint8Array, iterations: number): Uint8Array {
  const header = new Uint8Array(32)
  header.set(new TextEncoder().encode(MAGIC), 0)
  header.set(salt, 8)
  const view = new DataView(header.buffer)
  view.setUint32(24, iterations)
  view.setUint32(28, PIECE)
  return header
}

/** undefined: these are not the first bytes of a pack. */
export function readHeader(header: Uint8Array): Header | undefined {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (header.length < 32 || new TextDecoder().decode(header.subarray(0, 8)) !== MAGIC) return undefined
  const [iterations, piece] = [view.getUint32(24), view.getUint32(28)]
  if (iterations === 0 || piece === 0 || iterations > 100_000_000 || piece > 64 * PIECE) return undefined
  return { salt: header.subarray(8, 24), iterations, piece }
}

/** Its number, and whether it is the last: so that no piece can be left out, cut off or put in another's place. */
export function nonceOf(number: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12)
  const view = new DataView(nonce.buffer)
  view.setUint8(0, last ? 1 : 0)
  view.setBigUint64(4, BigInt(number))
  return nonce
}

export const FORM_IN_WORDS = `How a pack of Kith (CODE-DAY.kithpack) is opened without Kith

Easiest: open the file open-pack.html that lies beside it in a browser, choose the pack, and type the passphrase. Nothing is
sent anywhere and nothing is written to the disk. Or write a program of some twenty lines, in any language:

A pack is a header of 32 bytes and then pieces. Numbers are big-endian.

  bytes 0 to 7     KITHPAK1
  bytes 8 to 23    salt
  bytes 24 to 27   iterations (unsigned)
  bytes 28 to 31   P, bytes of plain text in every piece but the last, which may have fewer

The key, of 32 bytes, is PBKDF2 with HMAC-SHA-256 of the passphrase (UTF-8, normal form C), that salt and those iterations.

Each piece is AES-256-GCM: the encrypted bytes, then a tag of 16 bytes. So every piece but the last has P + 16 bytes in the
file, and piece number n (from 0) begins at byte 32 + n * (P + 16). Its additional authenticated data is the header, all 32
bytes. Its nonce of 12 bytes is: one byte, 1 in the last piece of the file and 0 in the others; three bytes of 0; n in eight
bytes. A piece whose tag is not right was changed: what is in it must not be used.

The plain text of all pieces, one after the other, is a ZIP archive (deflate, names in UTF-8). In it: index.html, the list of
children; children/ID.html, a page for each; data/ID.json, the same facts as JSON; README.txt.
`

export const README_IN_PACK = `What Kith knew of every child in care when this pack was made, for when Kith itself cannot be reached.

index.html          the children, and the numbers to ring
children/ID.html    a page for each child
data/ID.json        the same facts as JSON

It holds what a duty worker of the council may know. What is kept to other people, whole records that are restricted or
sealed, and what came under somebody else's terms are not in it, and it does not say where there was something.
Nothing that happened since it was made is in it: ring before you rely on it. What you do meanwhile is written down and
recorded in Kith afterwards.
`
