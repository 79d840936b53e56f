// For tests: pictures made part by part, with and without what a camera writes into them.
import { crc32, deflateSync } from 'node:zlib'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** EXIF with an orientation, a place in words that a test can look for, and a thumbnail. */
export function exifOf(orientation: number, { little = false } = {}): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 12 * 2 + 4)
  const [u16, u32] = little
    ? [
        (at: number, value: number) => tiff.writeUInt16LE(value, at),
        (at: number, value: number) => tiff.writeUInt32LE(value, at),
      ]
    : [
        (at: number, value: number) => tiff.writeUInt16BE(value, at),
        (at: number, value: number) => tiff.writeUInt32BE(value, at),
      ]
  tiff.write(little ? 'II*\0' : 'MM\0*', 'latin1')
  u32(4, 8)
  u16(8, 2)
  for (const [at, tag, kind, value] of [
    [10, 0x0112, 3, orientation],
    [22, 0x8825, 4, tiff.length],
  ] as const) {
    u16(at, tag)
    u16(at + 2, kind)
    u32(at + 4, 1)
    if (kind === 3) u16(at + 8, value)
    else u32(at + 8, value)
  }
  return Buffer.concat([tiff, latin('GPS 51.5074N 0.1278W'), THUMBNAIL])
}
/** What no cleaned picture may hold. */
export const SECRET = /GPS 51|a house in Barnet|thumbnail|ACME camera/
const THUMBNAIL = latin('\xff\xd8thumbnail\xff\xd9')

export const segment = (marker: number, content: Uint8Array): Buffer => {
  const length = content.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 255]), content])
}
/** Coded pixels with everything that may stand in them. */
export const SCAN: Uint8Array = latin('\x12\xff\0\x34\xff\xd0\x56\xff\xd7\x78\xff\0\xff\0')
export const JFIF = segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'))
const jpegPixels = (scan: Uint8Array): readonly Buffer[] => [
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xc2, latin('\x08\0\x01\0\x01\x01\x01\x11\0')),
  segment(0xc4, Buffer.alloc(30, 2)),
  segment(0xda, latin('\x01\x01\0\0\0\0')),
  Buffer.from(scan),
  segment(0xc4, Buffer.alloc(20, 3)),
  segment(0xda, latin('\x01\x01\0\x01\x3f\0')),
  Buffer.from(scan),
]
export const ICC = segment(0xe2, latin('ICC_PROFILE\0\x01\x01profile'))
export const ADOBE = segment(0xee, latin('Adobe\0\x64\0\0\0\0\x01'))
const END = latin('\xff\xd9')
export const jpegOf = ({ before = [JFIF] as readonly Uint8Array[], scan = SCAN, after = '' } = {}): Buffer =>
  Buffer.concat([latin('\xff\xd8'), ...before, ...jpegPixels(scan), END, latin(after)])
export const JPEG_SECRETS = (orientation: number): readonly Buffer[] => [
  segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01thumbnail')),
  segment(0xe0, Buffer.concat([latin('JFXX\0\x10'), THUMBNAIL])),
  segment(0xe1, Buffer.concat([latin('Exif\0\0'), exifOf(orientation)])),
  segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>a house in Barnet</x:xmpmeta>')),
  ICC,
  segment(0xe2, latin('MPF\0ACME camera')),
  segment(0xed, latin('Photoshop 3.0\x008BIM a house in Barnet')),
  segment(0xea, latin('ACME camera maker note')),
  ADOBE,
  segment(0xfe, latin('a house in Barnet')),
]

export function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([latin(name), content])
  return Buffer.concat([uint32(content.length), named, uint32(crc32(named))])
}
export const PIXEL = deflateSync(Buffer.from([0, 255]))
export const pngOf = (pixels: Uint8Array = PIXEL, { before = [] as readonly Uint8Array[], after = '' } = {}): Buffer =>
  Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', latin('\0\0\0\x01\0\0\0\x01\x08\0\0\0\0')),
    ...before,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
    latin(after),
  ])
export const PNG_SECRETS = (orientation: number): readonly Buffer[] => [
  chunk('gAMA', uint32(45455)),
  chunk('eXIf', exifOf(orientation, { little: true })),
  chunk('tEXt', latin('Comment\0a house in Barnet')),
  chunk('iTXt', latin('XML:com.adobe.xmp\0\0\0\0\0a house in Barnet')),
  chunk('tIME', latin('\x07\xea\x01\x01\0\0\0')),
  chunk('caNv', latin('ACME camera')),
]

export function riff(name: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return Buffer.concat([latin(name), length, content, Buffer.alloc(content.length % 2)])
}
export const WEBP_PIXELS = riff('VP8 ', latin('\x30\x01\0\x9d\x01*\x01\0\x01\0\x02\0\x34\x25'))
export const webpOf = (chunks: readonly Uint8Array[] = [WEBP_PIXELS], after = ''): Buffer =>
  Buffer.concat([riff('RIFF', Buffer.concat([latin('WEBP'), ...chunks])), latin(after)])
export const vp8x = (flags: number): Buffer => riff('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
export const FRAME = riff('ANMF', Buffer.concat([Buffer.alloc(16), WEBP_PIXELS]))
export const WEBP_SECRETS = (orientation: number): readonly Buffer[] => [
  vp8x(0x2c),
  riff('ICCP', latin('profile')),
  WEBP_PIXELS,
  riff('EXIF', exifOf(orientation)),
  riff('XMP ', latin('a house in Barnet')),
  riff('ACME', latin('ACME camera')),
]
