// Cuts bytes that arrive in any pieces into lines, without copying more than the piece of a line that was cut through.

/** One line, without its end, of a buffer that is used again; `from`, `to` and `next` mark the field last read. */
export type Line = {
  bytes: Buffer
  start: number
  end: number
  from: number
  to: number
  next: number
}

export type LineCutter = {
  read(this: void, bytes: Buffer): void
  /** After the last byte: gives the last line, where it has no end. */
  finish(this: void): void
}

const NEWLINE = 0x0a
const RETURN = 0x0d
const LONGEST_LINE = 1 << 20

/** A line end always ends a row, so that one stray quotation mark spoils one row and not the rest of the file. */
export function lineCutter(give: (line: Line) => void): LineCutter {
  const line: Line = { bytes: Buffer.alloc(0), start: 0, end: 0, from: 0, to: 0, next: 0 }
  let left: Buffer = Buffer.alloc(0)

  function cut(bytes: Buffer, start: number, end: number): void {
    line.bytes = bytes
    line.start = start
    line.end = end > start && bytes[end - 1] === RETURN ? end - 1 : end
    give(line)
  }

  function keep(rest: Buffer): void {
    if (rest.length > LONGEST_LINE) throw new Error('This is no postcode directory: it has a line of over a megabyte.')
    left = rest
  }

  function read(bytes: Buffer): void {
    let start = 0
    if (left.length > 0) {
      const end = bytes.indexOf(NEWLINE)
      const joined = Buffer.concat([left, end < 0 ? bytes : bytes.subarray(0, end)])
      keep(joined)
      if (end < 0) return
      cut(joined, 0, joined.length)
      start = end + 1
    }
    for (let end = bytes.indexOf(NEWLINE, start); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      cut(bytes, start, end)
      start = end + 1
    }
    // A copy, since the piece itself may be used again by whoever gave it.
    keep(Buffer.from(bytes.subarray(start)))
  }

  function finish(): void {
    if (left.length > 0) cut(left, 0, left.length)
    left = Buffer.alloc(0)
  }

  return { read, finish }
}
