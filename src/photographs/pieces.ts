// What is kept of a picture: ranges of its own bytes, and the few that are written anew; or that it cannot be followed.

/** Bytes of the file from there on; fewer where it ends. */
export type Read = (from: number, length: number) => Promise<Uint8Array>
export type File = { readonly size: number; readonly read: Read }
export type Piece = { readonly from: number; readonly until: number } | { readonly bytes: Uint8Array }
/** `damaged`: its structure cannot be followed to its end, so that nobody can say what else is in it. */
export type Kept = readonly Piece[] | 'damaged'

/** A picture of more parts than this was made to be slow. */
const MOST_PARTS = 20_000

/** Ranges that follow one another are one. */
export class Keeping {
  readonly #pieces: Piece[] = []
  #steps = 0

  keep(from: number, until: number): void {
    const last = this.#pieces.at(-1)
    if (last !== undefined && 'until' in last && last.until === from) {
      this.#pieces.pop()
      this.#pieces.push({ from: last.from, until })
    } else this.#pieces.push({ from, until })
  }
  write(bytes: Uint8Array): void {
    this.#pieces.push({ bytes })
  }
  /** False: there were too many steps. */
  goesOn(): boolean {
    this.#steps += 1
    return this.#steps <= MOST_PARTS
  }
  get pieces(): readonly Piece[] {
    return this.#pieces
  }
}

export const sizeOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + ('bytes' in piece ? piece.bytes.length : piece.until - piece.from), 0)

export const letters = (bytes: Uint8Array, from = 0, until = bytes.length): string =>
  String.fromCharCode(...bytes.subarray(from, until))

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
