// What a council's face may be: colours that can be read, a logo that is shapes only, and lines of numbers that are whole.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { colourTyped, mayFace, mayNumbers } from './face.ts'
import { svgLogo } from './svg-logo.ts'

const FACE = { name: 'Northmere Council', brand: '#5b2a6e', accent: '#0b5ea8', svg: '', ownLogo: 'as it is' }
const faultsOf = (typed: Partial<typeof FACE>) => {
  const decided = mayFace({ ...FACE, ...typed })
  return 'faults' in decided ? decided.faults.map(({ field, says }) => `${field}: ${says}`) : []
}

test('colours are typed as people write them, and refused in words where nobody could read', () => {
  assert.deepEqual(['5B2A6E', ' #5b2a6e ', '#05a', 'red'].map(colourTyped), ['#5b2a6e', '#5b2a6e', '#0055aa', 'red'])
  assert.deepEqual(faultsOf({}), [])
  assert.match(faultsOf({ brand: '#ffff00' })[0] ?? '', /^brand: .*contrast of 1\.07 to 1.*darker/)
  assert.match(faultsOf({ accent: '#9cf' })[0] ?? '', /^accent: /)
  assert.match(faultsOf({ accent: 'red' })[0] ?? '', /^accent: .*not a colour/)
  assert.match(faultsOf({ name: ' ' })[0] ?? '', /^name: /)
  assert.match(faultsOf({ name: 'x'.repeat(81) })[0] ?? '', /^name: /)
})

describe('a logo as SVG', () => {
  const drawn = (inside: string, more = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${more}>${inside}</svg>`
  test('of shapes and colours is taken, as it stands but for comments and its first line', () => {
    const inside =
      '<title>A tree</title><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><g fill="url(#g)"><path d="M0 0h10v10z"/></g>'
    assert.deepEqual(svgLogo(`<?xml version="1.0"?>\n<!-- made by a program -->\n${drawn(inside)}\n`), {
      svg: drawn(inside),
    })
  })
  const refused: Readonly<Record<string, string>> = {
    'a script': drawn('<script>alert(1)</script>'),
    'what runs when it is loaded': drawn('', ' onload="alert(1)"'),
    'a style': drawn('<style>*{}</style>'),
    'a style on a shape': drawn('<path style="fill:red"/>'),
    'HTML inside': drawn('<foreignObject><p>x</p></foreignObject>'),
    'a picture from elsewhere': drawn('<image href="https://elsewhere.example/x.png"/>'),
    'a reference by a link': drawn('<use href="#x"/>'),
    'a colour from elsewhere': drawn('<path fill="url(https://elsewhere.example/#x)"/>'),
    'a colour from elsewhere, hidden': drawn('<path fill="url( //elsewhere.example/x)"/>'),
    entities: `<!DOCTYPE svg [<!ENTITY x "y">]>${drawn('&x;')}`,
    'an entity in an attribute': drawn('<path d="&#106;"/>'),
    'something that moves': drawn('<animate attributeName="x"/>'),
    'another name space': drawn('', ' xmlns:xlink="http://www.w3.org/1999/xlink"'),
    'letters between shapes': drawn('hello'),
    CDATA: drawn('<title><![CDATA[<script>]]></title>'),
    'a tag that is not closed': '<svg viewBox="0 0 1 1"><g></svg>',
    'something after the end': `${drawn('')}<script>alert(1)</script>`,
    'no drawing': 'hello',
    'an empty text': '',
    'half a drawing': '<svg viewBox="0 0 1 1"><path d="M0 0"/>',
    'a comment with a tag': drawn('<!-- --><script>alert(1)</script><!-- -->'),
    'too much': drawn(`<path d="${'M0 0'.repeat(20_000)}"/>`),
  }
  for (const [what, svg] of Object.entries(refused))
    test(`${what}: refused`, () => assert.ok('refused' in svgLogo(svg), svg.slice(0, 200)))
  test('is asked for in words, with what to take out', () => {
    assert.match(faultsOf({ svg: refused['a script'] ?? '' })[0] ?? '', /^svg: .*shapes and colours only.*: <script>/)
  })
})

test('numbers: empty lines are left out, others are whole', () => {
  const line = { whom: 'Emergency duty team', number: '01632 960 123', hours: 'Every night' }
  const empty = { whom: ' ', number: '', hours: '' }
  assert.deepEqual(mayNumbers([line, empty]), { ok: [line] })
  assert.deepEqual(mayNumbers([]), { ok: [] })
  const fields = (more: Partial<typeof line>) => {
    const decided = mayNumbers([{ ...line, ...more }])
    return 'faults' in decided ? decided.faults.map(({ field }) => field) : []
  }
  assert.deepEqual(
    [fields({ whom: '' }), fields({ number: 'ask Dawn' }), fields({ hours: '' }), fields({ number: '999' })],
    [['whom'], ['number'], ['hours'], []],
  )
  assert.ok('faults' in mayNumbers(Array.from({ length: 21 }, () => line)))
})
