// Pictures: what they show and what they must never show, that nothing stands upon another or outside, and that any family is drawn.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { jsx } from 'hono/jsx'
import { compile } from 'sass'
import { addDays, day, type IsoDay } from '#calendar'
import { ECO_BOX, ECO_CHILD, ECO_KINDS, type EcoGiven, ecoLayout } from './eco-map.ts'
import { FAMILY, GENOGRAMS, HARDER, JOURNEY, TODAY } from './examples.ts'
import { type GenogramGiven, type GenogramPerson, rowsOf, soundOf } from './genogram.ts'
import { type GenogramLayout, HALF, layoutOf, type PlacedPerson } from './genogram-layout.ts'
import { spaced } from './genogram-order.ts'
import { EcoMap, Genogram, GenogramPicture, genogramWords, Journey, JourneyPicture, JourneyTable } from './index.ts'
import {
  birthdaysOf,
  FRAME,
  gapsOf,
  type JourneyBar,
  type JourneyGiven,
  placedEvents,
  placedLanes,
  scaleOf,
  spanOf,
  ticksOf,
} from './journey.ts'
import { fitted, textWidth, wrapped } from './text.ts'

const drawn = (given: JourneyGiven): string => String(jsx(JourneyPicture, given))
const table = (given: JourneyGiven): string => String(jsx(JourneyTable, given))
const map = (given: GenogramGiven): string => String(jsx(GenogramPicture, given))
const NO_INLINE = /<style|\sstyle=|<script|\son[a-z]+=|javascript:/i

test('every class that a picture wears is in its styles, or is plain on purpose', () => {
  const plain = /^kith-picture__tie--(formal|birth)$/
  const styles = compile(fileURLToPath(new URL('pictures.scss', import.meta.url))).css
  const worn = [jsx(Journey, JOURNEY), ...GENOGRAMS.map((given) => jsx(Genogram, given))].map(String).join('')
  const classes = new Set(worn.match(/kith-picture[\w-]*/g))
  assert.ok(classes.size > 30)
  for (const one of classes) assert.ok(plain.test(one) || new RegExp(`\\.${one}(?![\\w-])`).test(styles), one)
})

describe('words in a picture', () => {
  test('are cut or hidden where there is no room, and wrap at spaces and hyphens', () => {
    assert.equal(fitted('Care order', 200, 13), 'Care order')
    assert.equal(fitted('Harrow Green Academy', 60, 13), 'Harrow…')
    assert.equal(fitted('Harrow Green Academy', 25, 13), undefined)
    assert.deepEqual(wrapped('Tom Fitzgerald-Montgomery', { width: 130, size: 15, most: 2 }), [
      'Tom Fitzgerald-',
      'Montgomery',
    ])
    assert.deepEqual(wrapped('', { width: 130, size: 15, most: 2 }), [])
  })
  test('never need more room than they have, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 5, max: 300 }), (text, room) => {
        const short = fitted(text, room, 13)
        assert.ok(short === undefined || textWidth(short, 13) <= room + 0.001)
        for (const line of wrapped(text, { width: room, size: 13, most: 2 }))
          assert.ok(line === '…' || textWidth(line, 13) <= room + 0.001)
      }),
    )
  })
})

describe('a journey', () => {
  test('has a title, a description, and a table of the same rows, without any inline style', () => {
    const whole = String(jsx(Journey, JOURNEY))
    assert.match(whole, /role="img" aria-labelledby="journey-title journey-description"/)
    assert.match(
      whole,
      /<desc id="journey-description">From Sun 1 Jan 2023 to today, Tue 24 Nov 2026, with 6 key events/,
    )
    assert.doesNotMatch(whole, NO_INLINE)
    for (const { bars } of JOURNEY.lanes)
      for (const bar of bars) assert.ok('words' in bar && table(JOURNEY).includes(bar.words))
    for (const { words } of JOURNEY.events) assert.ok(table(JOURNEY).includes(words))
    assert.match(table(JOURNEY), /St Anne’s Primary<\/td><td[^>]*>began by Mon 5 Sep 2022/)
    assert.match(table(JOURNEY), /Mum<\/td><td[^>]*>not known/)
    assert.match(table(JOURNEY), /Mum paused \(unwell\) \(paused\)/)
  })
  test('never names a protected home, in picture, title, description or table', () => {
    const bars: readonly JourneyBar[] = [{ keptPrivate: true, since: day('2025-12-11'), sinceKnown: true, until: null }]
    const given = { ...JOURNEY, lanes: [{ name: 'Home', always: true, bars }] }
    for (const text of [drawn(given), table(given)]) assert.match(text, /Kept private/)
    assert.doesNotMatch(drawn(given) + table(given), /Sue and Mark ·|Harrow Green/)
  })
  test('words are escaped', () => {
    const bars: readonly JourneyBar[] = [{ words: '<b>&"x', since: day('2024-01-01'), sinceKnown: true, until: null }]
    const text = drawn({ ...JOURNEY, lanes: [{ name: '<i>', always: false, bars }], title: '</title>' })
    assert.doesNotMatch(text, /<b>|<i>|<title[^>]*><\/title>/)
  })
  test('shows days without anything where there should be something', () => {
    const [home, , school] = JOURNEY.lanes
    assert.ok(home && school)
    assert.deepEqual(gapsOf(home, TODAY), [])
    assert.deepEqual(
      gapsOf(school, TODAY).map(({ since, until }) => [since, until]),
      [
        ['2023-07-21', '2023-09-06'],
        ['2025-12-19', '2026-01-06'],
      ],
    )
    assert.deepEqual(gapsOf({ ...school, always: false }, TODAY), [])
    assert.equal(gapsOf({ ...school, bars: school.bars.slice(0, 1) }, TODAY)[0]?.until, null)
  })
  test('whole life, since a day, and the last twelve months', () => {
    const facts = { born: JOURNEY.born, first: day('2023-01-01'), today: TODAY }
    assert.equal(spanOf({ kind: 'whole life' }, facts).from, '2012-06-08')
    assert.equal(spanOf({ kind: 'whole life' }, { ...facts, born: undefined }).from, '2023-01-01')
    assert.deepEqual(spanOf({ kind: 'last 12 months' }, facts), { from: '2025-11-24', until: '2026-12-09' })
    assert.equal(spanOf({ kind: 'since', day: day('2030-01-01') }, facts).from, '2026-10-25')
    assert.deepEqual(
      ticksOf(JOURNEY.span).map(({ words }) => words),
      ['2023', '2024', '2025', '2026', undefined],
    )
    assert.deepEqual(
      birthdaysOf(JOURNEY).map(({ words }) => words),
      ['turned 11', 'turned 12', 'turned 13', 'turned 14'],
    )
    assert.deepEqual(birthdaysOf({ ...JOURNEY, born: undefined }), [])
  })
  test('two at a time stand below each other, and each lane is as high as it needs', () => {
    const { lanes } = placedLanes(JOURNEY)
    const time = lanes.at(-1)
    assert.deepEqual(
      time?.bars.map(({ row, kind }) => [row, kind]),
      [
        [0, 'past'],
        [0, 'paused'],
        [0, 'now'],
        [1, 'now'],
      ],
    )
    assert.equal(time?.height, 2 * FRAME.bar + FRAME.between)
  })
  const anyDayNear = fc.integer({ min: -9000, max: 400 }).map((days): IsoDay => addDays(TODAY, days))
  const anyBar = fc.record({
    words: fc.string({ maxLength: 40 }),
    since: fc.option(anyDayNear),
    sinceKnown: fc.boolean(),
    until: fc.option(anyDayNear),
  })
  const anyJourney = fc.record({
    born: fc.option(anyDayNear, { nil: undefined }),
    events: fc.array(
      fc.record({
        on: anyDayNear,
        words: fc.string({ maxLength: 60 }),
        tone: fc.constantFrom('move' as const, 'law' as const, 'worry' as const, 'good' as const),
      }),
      { maxLength: 25 },
    ),
    lanes: fc.array(
      fc.record({
        name: fc.string({ maxLength: 12 }),
        always: fc.boolean(),
        bars: fc.array(anyBar, { maxLength: 12 }),
      }),
      { maxLength: 6 },
    ),
    span: anyDayNear.map((from) =>
      spanOf({ kind: 'since', day: from }, { born: undefined, first: undefined, today: TODAY }),
    ),
  })
  test('of anything: bars of a row never overlap, nothing stands outside, labels end before the next mark', () => {
    fc.assert(
      fc.property(anyJourney, (some) => {
        const given: JourneyGiven = { ...JOURNEY, ...some }
        const { lanes, height } = placedLanes(given)
        for (const { bars, y } of lanes)
          for (const [n, one] of bars.entries()) {
            assert.ok(one.x >= FRAME.left && one.x + one.width <= FRAME.width - FRAME.right + 3.1 && y < height)
            assert.ok(one.words === undefined || textWidth(one.words, 13.5) <= one.width)
            for (const other of bars.slice(n + 1))
              assert.ok(
                one.row !== other.row || one.x + one.width <= other.x + 3.1 || other.x + other.width <= one.x + 3.1,
              )
          }
        const events = placedEvents(given)
        for (const [n, { x, words, row, before }] of events.entries()) {
          const next = events.slice(n + 1).find((later) => later.row === row)
          if (words !== undefined && !before && next !== undefined) assert.ok(x + 12 + textWidth(words, 13.5) <= next.x)
          if (words !== undefined)
            assert.ok(
              before ? x - 12 - textWidth(words, 13.5) >= FRAME.left : x + 12 + textWidth(words, 13.5) <= FRAME.width,
            )
        }
        assert.equal(drawn(given), drawn(given))
        assert.ok(scaleOf(given.span)(TODAY) < FRAME.width)
      }),
      { numRuns: 150 },
    )
  })
})

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
function boxOf({ x, y, name, under, bottom }: PlacedPerson): Box {
  const half = Math.max(
    HALF,
    ...name.map((line) => textWidth(line, 15) / 2),
    ...under.map((line) => textWidth(line, 13) / 2),
  )
  return { left: x - half, right: x + half, top: y - HALF, bottom: bottom - 4 }
}
const apart = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top

function pointsOf({ unions, descents, bonds, houses }: GenogramLayout) {
  return [
    ...unions.flatMap(({ from, to, y }) => [from, to, { x: from.x, y }]),
    ...descents.flatMap(({ from, to, y }) => [from, ...to, { x: from.x, y }]),
    ...bonds.flatMap(({ from, to, bend }) => [from, to, bend]),
    ...houses.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  ]
}

function holds(given: GenogramGiven): void {
  const layout = layoutOf(given)
  const { people, width, height } = layout
  const inside = ({ x, y }: { readonly x: number; readonly y: number }) => x >= 0 && x <= width && y >= 0 && y <= height
  assert.equal(people.length, soundOf(given).people.length)
  for (const [n, one] of people.entries()) {
    const box = boxOf(one)
    assert.ok(inside({ x: box.left, y: box.top }) && inside({ x: box.right, y: box.bottom }), 'somebody stands outside')
    for (const other of people.slice(n + 1)) assert.ok(apart(box, boxOf(other)), 'two people overlap')
  }
  for (const point of pointsOf(layout)) assert.ok(inside(point), `outside: ${JSON.stringify(point)}`)
  const touches = ({ x, y }: { readonly x: number; readonly y: number }, id: string) => {
    const at = people.find(({ person }) => person.id === id)
    return at !== undefined && Math.abs(at.x - x) <= HALF && at.bottom === y
  }
  for (const { one, other } of soundOf(given).unions)
    assert.ok(
      layout.unions.some(
        ({ from, to }) => (touches(from, one) && touches(to, other)) || (touches(from, other) && touches(to, one)),
      ),
      'a couple’s line does not touch both',
    )
  for (const { child } of soundOf(given).parents) {
    const at = people.find(({ person }) => person.id === child)
    assert.ok(
      at &&
        layout.descents.some(({ to }) =>
          to.some(({ x, y }) => Math.abs(x - at.x) <= HALF && y === Math.round((at.y - HALF) * 10) / 10),
        ),
    )
  }
}

describe('a family map', () => {
  for (const given of GENOGRAMS)
    test(`${given.title}: nobody overlaps, lines touch, nothing outside`, () => holds(given))
  test('has a title, a description, a key of what it uses, and words of each person for the table below it', () => {
    const whole = String(jsx(Genogram, FAMILY))
    assert.match(whole, /role="img" aria-labelledby="family-title family-description"/)
    assert.doesNotMatch(whole, NO_INLINE)
    assert.match(whole, /cared for by/)
    assert.doesNotMatch(whole, /adopted/)
    const words = genogramWords(FAMILY)
    assert.deepEqual([...words.keys()].sort(), FAMILY.people.map(({ id }) => id).sort())
    const all = [...words.values()].join('\n')
    assert.match(all, /^female; child of Pearl; child of Winston; parted from D Cole; parted from Marcus Hill/m)
    assert.match(all, /close: Jaden/)
    const [first, second] = FAMILY.people.filter(({ self }) => !self).map(({ id }) => id)
    const together = [{ name: 'Nan’s', people: [first ?? '', second ?? ''] }]
    assert.match(genogramWords({ ...FAMILY, households: together }).get(first ?? '') ?? '', /household: Nan’s$/)
    assert.match(map(HARDER), /<title>Noor-ul-Ain Fitzgerald-Montgomery Hussain, 10, female<\/title>/)
    assert.match(String(jsx(GenogramPicture, { ...FAMILY, people: [] })), /Nobody is recorded/)
  })
  test('generations come from ties; a grandmother who is the carer stays a grandmother; circles end', () => {
    const rows = rowsOf(HARDER)
    assert.deepEqual(
      ['nana', 'nan', 'mum', 'dad', 'noor', 'ann', 'friend', 'pal'].map((id) => rows.get(id)),
      [3, 2, 1, 1, 0, 1, 1, 0],
    )
    const circle = {
      ...FAMILY,
      parents: [{ parent: 'lina', child: 'pearl', kind: 'birth' as const }, ...FAMILY.parents],
    }
    holds(circle)
  })
  test('couples of one row have brackets of their own, and half-brothers hang from their own', () => {
    const { unions } = layoutOf(HARDER)
    const crossing = unions.flatMap((one, n) =>
      unions.slice(n + 1).filter((other) => one.y === other.y && one.from.x <= other.to.x && other.from.x <= one.to.x),
    )
    assert.deepEqual(crossing, [])
    assert.deepEqual(spaced([0, 0, 0], 10), [-10, 0, 10])
    assert.deepEqual(spaced([0, 100], 10), [0, 100])
  })
  test('the same family is the same picture, and somebody unknown is drawn as a gap', () => {
    assert.equal(map(FAMILY), map(structuredClone(FAMILY)))
    assert.match(map(FAMILY), /kith-picture__person--gap/)
    assert.match(map(FAMILY), /<title>Not known, Dad’s family, sex not known<\/title>/)
  })

  const ids = Array.from({ length: 40 }, (_, n) => `p${n}`)
  const anyId = fc.constantFrom(...ids, 'nobody')
  const anyPerson = (id: string) =>
    fc.record<GenogramPerson>({
      id: fc.constant(id),
      name: fc.option(fc.string({ maxLength: 50 }), { nil: undefined }),
      relation: fc.string({ maxLength: 30 }),
      sex: fc.constantFrom('female', 'male', 'other', 'not known'),
      age: fc.option(fc.constantFrom('14', 'about 58'), { nil: undefined }),
      died: fc.option(fc.constant('died 2019'), { nil: undefined }),
      self: fc.constant(id === 'p0'),
      row: fc.integer({ min: -2, max: 3 }),
    })
  const anyFamily = fc.integer({ min: 0, max: 40 }).chain((many) =>
    fc.record<GenogramGiven>({
      id: fc.constant('any'),
      title: fc.string(),
      people: fc.tuple(...ids.slice(0, many).map(anyPerson)),
      unions: fc.array(
        fc.record({
          one: anyId,
          other: anyId,
          state: fc.constantFrom('goes on', 'parted', 'not known'),
          formal: fc.boolean(),
        }),
        { maxLength: 25 },
      ),
      parents: fc.array(
        fc.record({ parent: anyId, child: anyId, kind: fc.constantFrom('birth', 'adoptive', 'carer') }),
        { maxLength: 60 },
      ),
      households: fc.array(
        fc.record({ name: fc.string({ maxLength: 20 }), people: fc.array(anyId, { maxLength: 8 }) }),
        { maxLength: 4 },
      ),
      bonds: fc.array(
        fc.record({ one: anyId, other: anyId, kind: fc.constantFrom('close', 'distant', 'hard', 'frightening') }),
        { maxLength: 8 },
      ),
    }),
  )
  test('of anything, circles and contradictions included: nobody overlaps, lines touch, nothing outside, always the same', () => {
    fc.assert(
      fc.property(anyFamily, (given) => {
        holds(given)
        assert.equal(map(given), map(given))
      }),
      { numRuns: 100 },
    )
  })
})

describe('everybody who matters, around the child', () => {
  const kinds = Object.keys(ECO_KINDS) as (keyof typeof ECO_KINDS)[]
  const around = (count: number): EcoGiven => ({
    ...{ id: 'eco', title: 'Around Lina', child: 'Lina' },
    people: Array.from({ length: count }, (_, at) => ({
      ...{ id: String(at), name: `Somebody ${at} Fitzgerald-Montgomery`, relation: 'Aunt' },
      kind: kinds[at % kinds.length] ?? 'help',
      bond: at % 3 === 0 ? 'close' : undefined,
    })),
  })
  test('nobody overlaps another or the child, nothing is outside, from one person to sixty', () => {
    for (let count = 1; count <= 60; count += 1) {
      const { placed, width, height, centre } = ecoLayout(around(count))
      assert.equal(placed.length, count)
      for (const [at, one] of placed.entries()) {
        assert.ok(one.x - ECO_BOX.width >= 0 && one.x + ECO_BOX.width <= width, `${count}: ${at} across`)
        assert.ok(one.y - ECO_BOX.height >= 0 && one.y + ECO_BOX.height <= height, `${count}: ${at} down`)
        const [x, y] = [Math.abs(one.x - centre.x), Math.abs(one.y - centre.y)]
        assert.ok(x > ECO_BOX.width + ECO_CHILD || y > ECO_BOX.height + ECO_CHILD, `${count}: ${at} on the child`)
        for (const other of placed.slice(at + 1)) {
          const apart =
            Math.abs(one.x - other.x) >= 2 * ECO_BOX.width || Math.abs(one.y - other.y) >= 2 * ECO_BOX.height
          assert.ok(apart, `${count}: ${at} and ${other.person.id}`)
        }
      }
    }
  })
  test('in a fixed order of kinds, with a key of what it uses and the same people as a table', () => {
    const drawn = String(jsx(EcoMap, around(7)))
    const order = ecoLayout(around(12)).placed.map(({ person: { kind } }) => kinds.indexOf(kind))
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
    assert.doesNotMatch(drawn, NO_INLINE)
    assert.match(drawn, /role="img" aria-labelledby="eco-title eco-description"/)
    for (const { name } of around(7).people) assert.ok(drawn.split('</svg>').at(-1)?.includes(name), name)
    assert.match(drawn, /how they are together is not said/)
    assert.doesNotMatch(drawn, /frightening/)
  })
})
