// A second program, written from how-to-open.txt alone: it imports nothing of Kith. Gives the files of a pack by name.
import { createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

export function openedBySecondProgram(path: string, passphrase: string): ReadonlyMap<string, string> {
  const pack = readFileSync(path)
  if (pack.toString('latin1', 0, 8) !== 'KITHPAK1') throw new Error('no pack')
  const header = pack.subarray(0, 32)
  const iterations = pack.readUInt32BE(24)
  const most = pack.readUInt32BE(28)
  const key = pbkdf2Sync(passphrase.normalize('NFC'), header.subarray(8, 24), iterations, 32, 'sha256')
  const plain: Buffer[] = []
  for (let n = 0, at = 32; at < pack.length; n += 1, at += most + 16) {
    const piece = pack.subarray(at, at + most + 16)
    const nonce = Buffer.alloc(12)
    nonce[0] = at + piece.length === pack.length ? 1 : 0
    nonce.writeBigUInt64BE(BigInt(n), 4)
    const open = createDecipheriv('aes-256-gcm', key, nonce)
    open.setAAD(header)
    open.setAuthTag(piece.subarray(-16))
    plain.push(open.update(piece.subarray(0, -16)), open.final())
  }
  return unzipped(Buffer.concat(plain))
}

function unzipped(zip: Buffer): ReadonlyMap<string, string> {
  const end = zip.length - 22
  if (zip.length < 22) return new Map([['', zip.toString('latin1')]])
  if (zip.readUInt32LE(end) !== 0x06054b50) return new Map([['', zip.toString('latin1')]])
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, begins] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    const from = begins + 30 + zip.readUInt16LE(begins + 26) + zip.readUInt16LE(begins + 28)
    files.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      inflateRawSync(zip.subarray(from, from + packed)).toString('utf8'),
    )
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}
