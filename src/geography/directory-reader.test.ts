// A postcode directory of any quarter, cut anywhere, with the faults that real files have.
import assert from 'node:assert/strict'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { columnsOf, directoryReader } from './directory-reader.ts'
import { distanceBetweenPlaces } from './distance.ts'
import { readPostcodeDirectory } from './import-directory.ts'
import { postcodeListFrom } from './postcode.ts'
import { whereabouts } from './whereabouts.ts'

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const read = async (text: string | Buffer, size = 7) => await readPostcodeDirectory(pieces(Buffer.from(text), size))

describe('columns are found by their names', () => {
  const cases = [
    ['the extract', 'pcds,lad25cd,east1m,north1m', [0, 1, 2, 3, 2025]],
    ['2025', 'pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd,wd25cd,east1m,north1m,gridind', [2, 6, 8, 9, 2025]],
    [
      '2011 to 2024',
      'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,usertype,oseast1m,osnrth1m',
      [2, 7, 10, 11, null],
    ],
    ['the statistical one', 'pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,laua', [2, 8, 6, 7, null]],
    ['quoted, capitals, byte order mark', '\uFEFF"PCDS","OSLAUA", "OSEAST1M" ,"OSNRTH1M"', [0, 1, 2, 3, null]],
    ['the newest of two years', 'pcds,lad21cd,lad23cd,east1m,north1m', [0, 2, 3, 4, 2023]],
    ['without the spaced form', 'pcd,oslaua,oseast1m,osnrth1m', [0, 1, 2, 3, null]],
  ] as const
  for (const [name, header, [postcode, authority, easting, northing, codesOf]] of cases) {
    test(name, () => {
      assert.deepEqual(columnsOf(header), {
        found: true,
        columns: { postcode, authority, easting, northing, codesOf },
      })
    })
  }
  test('what is missing is named', async () => {
    await assert.rejects(read('pcds,lat,long\nAL1 1AA,1,2\n'), /no column for authority .*, easting .*, northing/)
    await assert.rejects(read('AL1 1AA,E07000240,514600,206900\n'), /no column for postcode/)
    await assert.rejects(read(''), /empty/)
    await assert.rejects(read('pcds,lad25cd,east1m,north1m\n'), /no rows/)
    await assert.rejects(read('pcds,lad25cd,east1m,north1m\nAL1 1AA,00CX,1,2\n'), /line 2, not an authority code/)
    await assert.rejects(read('PK\u0003\u0004whatever'), /zip archive/)
    await assert.rejects(read('x'.repeat(1_100_000), 65_536), /over a megabyte/)
  })
})

const messy = [
  '\uFEFF"pcds","note","lad25cd","east1m","north1m","more"\r',
  '"AL1 1AA","with, comma","E07000240","514600","206900","x"\r',
  'al1  1ab,"a ""doubled"" quote",E07000240,0517328,0206823\r',
  'BT1 1AA,,N09000003,333000,374000,\r',
  'JE2 3AB,,L99999999,,,\r',
  'CF10 1AA,,W06000015,318000,176000,\r',
  'AL1 1AE,,,514600.0,206900.00,\r',
  'AL1 1AF,,E07000240,,206900,\r',
  '\r',
  'NOT A POSTCODE,,E07000240,1,2,\r',
  'AL1 1AG,,Hertfordshire,1,2,\r',
  'AL1 1AH,,E07000240,51x600,206900,\r',
  'AL1 1AJ,"never closed,E07000240,1,2,\r',
  'AL1 1AL,E07000240\r',
  'AL1 1AM,,E07000240,99999999,2,\r',
  'AL1 1AN,,E07000240,514601,206901,"an open quote after what counts\r',
  'AL1 1AP,,E07999999,514602,206902,',
].join('\n')

describe('rows', () => {
  test('good ones are taken, bad ones are counted and listed, none spoils another', async () => {
    const { list, report } = await read(messy)
    const places = ['AL1 1AA', 'AL11AB', 'BT1 1AA', 'JE23AB', 'CF10 1AA', 'AL1 1AE', 'AL1 1AF', 'AL1 1AN', 'AL1 1AP']
    assert.deepEqual(
      places.map((postcode) => Object.values(list.placeOf(postcode) ?? {})),
      [
        [514600, 206900, 'E07000240'],
        [517328, 206823, 'E07000240'],
        [null, null, 'N09000003'],
        [null, null, 'L99999999'],
        [318000, 176000, 'W06000015'],
        [514600, 206900, null],
        [null, null, 'E07000240'],
        [514601, 206901, 'E07000240'],
        [514602, 206902, 'E07999999'],
      ],
    )
    const { refusals, ...counts } = report
    assert.deepEqual(counts, {
      codesOf: 2025,
      rows: 9,
      england: 5,
      elsewhere: 4,
      withoutPosition: 3,
      refused: 6,
      withoutUpperTier: { E07999999: 1 },
    })
    assert.deepEqual(
      refusals.map(({ line, reason }) => [line, reason]),
      [
        [10, 'not a postcode'],
        [11, 'not an authority code'],
        [12, 'not a grid reference'],
        [13, 'a quotation mark is never closed'],
        [14, 'fewer columns than the header'],
        [15, 'not a grid reference'],
      ],
    )
    assert.equal(refusals[0]?.written, 'NOT A POSTCODE,,E07000240,1,2,')
  })

  test('the first twenty bad rows are listed, all are counted', async () => {
    const { report } = await read(`pcds,lad25cd,east1m,north1m\nAL1 1AA,,,\n${'bad,,,\n'.repeat(50)}`)
    assert.equal(report.refused, 50)
    assert.equal(report.refusals.length, 20)
    assert.equal(report.refusals.at(-1)?.line, 22)
  })

  test('wherever the bytes are cut, packed or not, the answer is one', async () => {
    const whole = (await read(messy, 1e6)).report
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 90 }), fc.boolean(), async (size, packed) => {
        const { report } = await read(packed ? gzipSync(messy) : messy, size)
        assert.deepEqual(report, whole)
      }),
      { numRuns: 60 },
    )
  })

  test('a gzip file that is not whole is refused', async () => {
    const packed = gzipSync(messy)
    await assert.rejects(read(packed.subarray(0, packed.length - 20)), /damaged or not whole/)
  })
})

test('the packed list answers as a plain one does, in whatever order the rows came', async () => {
  const outward = fc.stringMatching(/^[A-Z]{1,2}[0-9][0-9A-Z]?$/)
  const inward = fc.stringMatching(/^[0-9][A-Z]{2}$/)
  const entry = fc.record({ outward, inward, metres: fc.integer({ min: 1, max: 700_000 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 60 }), async (entries) => {
      const rows = entries.map((e) => `${e.outward} ${e.inward},E07000240,${e.metres},7`)
      const { list } = await read(`pcds,lad25cd,east1m,north1m\n${rows.join('\n')}\n`, 64)
      const plain = postcodeListFrom(entries.map((e) => [`${e.outward}${e.inward}`, e.metres, 7, 'E07000240'] as const))
      for (const e of entries) {
        const postcode = `${e.outward}${e.inward}`
        assert.deepEqual(list.placeOf(postcode), plain.placeOf(postcode))
      }
      assert.equal(list.placeOf('QZ99 9ZZ'), plain.placeOf('QZ99 9ZZ'))
      assert.equal(list.placeOf('no postcode'), undefined)
    }),
    { numRuns: 60 },
  )
})

const directory = '../shared/geo/onspd-england-2025-11.csv.gz'
const whole = { skip: existsSync(directory) ? false : `${directory} is not there` }

test('every English code in the whole directory leads to one of the 153 authorities', whole, async () => {
  const bytes = createReadStream(directory, { highWaterMark: 1 << 18 })
  const { list, report } = await readPostcodeDirectory(bytes)
  assert.deepEqual(report.withoutUpperTier, {})
  assert.equal(report.england, 2_264_892)
  assert.equal(report.refused, 0)
  const extract = readFileSync('test/material/geography/onspd-extract-2025-11.csv', 'utf8').trim().split('\n').slice(1)
  for (const line of extract) {
    const [postcode = '', authority, easting, northing] = line.split(',')
    assert.deepEqual(list.placeOf(postcode), { easting: Number(easting), northing: Number(northing), authority })
  }
})

test('a postcode that has ended still says where it was, one without a grid reference says only whose area', async () => {
  const rows = [
    'pcds,doterm,lad25cd,east1m,north1m',
    'AL1 1AA,199606,E07000240,514000,207000',
    'BT1 1AA,,N09000003,,',
    'AB1 1AA,199606,S12000033,385000,801000',
  ]
  const { list } = await read(`${rows.join('\n')}\n`)
  const [ended, north, scotland] = ['AL1 1AA', 'BT1 1AA', 'AB1 1AA'].map((one) => list.placeOf(one))
  assert.deepEqual(ended, { easting: 514_000, northing: 207_000, authority: 'E07000240' })
  assert.equal(distanceBetweenPlaces(ended, north), undefined)
  assert.equal(distanceBetweenPlaces(ended, scotland)?.miles, 377.7)
  for (const place of [north, scotland]) assert.equal(whereabouts('E10000015', place).inside, false)
})

test('a code that leads nowhere is seen', () => {
  const reader = directoryReader(() => {})
  reader.read(Buffer.from('pcds,lad25cd,east1m,north1m\nAL1 1AA,E10000006,1,2\nAL1 1AB,E07000240,1,2\n'))
  assert.deepEqual(reader.finish().withoutUpperTier, { E10000006: 1 })
})
