// What forms decide by themselves: their hidden fields, rows, and two texts put together.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { typed } from '#drafts'
import { chosen, differences, join } from './clash.ts'
import { controlIn, withoutControl, withRows } from './control.ts'
import { fieldInRow, inRow, rowsIn } from './row.ts'

const DRAFT = '0197f0a0-0000-7000-8000-000000000001'
const READ = '0197f0a0-0000-7000-8000-000000000002'

describe('the fields that a form carries for itself', () => {
  test('are read, and kept apart from what was typed', () => {
    const form = {
      _draft: [DRAFT],
      _revision: ['3'],
      _read: [READ],
      _do: ['remove:who:2'],
      'form-token': ['t'],
      said: ['words'],
    }
    const pressed = { kind: 'remove', row: 'who', at: 2 }
    assert.deepEqual(controlIn(form), { draft: DRAFT, revision: 3, read: READ, pressed })
    assert.deepEqual(withoutControl(form), { _read: [READ], said: ['words'] })
  })
  test('anything else is no form of ours, or is sent', () => {
    assert.equal(controlIn({}), undefined)
    assert.equal(controlIn({ _draft: ['1; drop'] }), undefined)
    assert.equal(controlIn({ _draft: [DRAFT], _read: ['1; drop'] })?.read, '')
    assert.equal(controlIn({ _draft: [DRAFT], _revision: ['-1'] }), undefined)
    assert.equal(controlIn({ _draft: [DRAFT], _do: ['explode'] })?.pressed.kind, 'send')
    assert.equal(controlIn({ _draft: [DRAFT], _do: ['remove:who:x'] })?.pressed.kind, 'send')
  })
})

describe('rows', () => {
  const rows = { who: ['who', 'when'] }
  test('one more is empty, one less leaves the others', () => {
    const values = { who: ['Ana', 'Ben'], when: ['1 May'], said: ['x'] }
    const more = withRows(values, { kind: 'add', row: 'who' }, rows)
    assert.deepEqual(more, { who: ['Ana', 'Ben', ''], when: ['1 May', '', ''], said: ['x'] })
    assert.deepEqual(withRows(more, { kind: 'remove', row: 'who', at: 0 }, rows), {
      who: ['Ben', ''],
      when: ['', ''],
      said: ['x'],
    })
  })
  test('a row that the form does not have changes nothing', () => {
    assert.deepEqual(withRows({ said: ['x'] }, { kind: 'add', row: 'constructor' }, rows), { said: ['x'] })
  })
})

describe('two texts put together', () => {
  const base = { home: ['old home'], family: ['old family'], health: ['old health'] }
  test('what only one changed is joined, what both changed is decided', () => {
    const joined = join(
      base,
      { ...base, home: ['their home'], family: ['theirs'] },
      { ...base, health: ['my health'], family: ['mine'] },
    )
    assert.deepEqual(joined.values, { home: ['their home'], family: ['mine'], health: ['my health'] })
    assert.deepEqual(joined.clashing, [{ field: 'family', base: 'old family', theirs: 'theirs', yours: 'mine' }])
    assert.equal(joined.joined, 1)
  })
  test('a field that no form has, called as something that every object has, is a field like any other', () => {
    const joined = join(base, base, { ...base, constructor: ['mine'] })
    assert.deepEqual([joined.values, joined.clashing], [{ ...base, constructor: ['mine'] }, []])
  })
  test('a choice takes theirs, yours, or what was put together', () => {
    const posted = (choice: string) => ({
      _choose_family: [choice],
      _theirs_family: ['theirs'],
      _both_family: ['both of us'],
    })
    const family = (choice: string) => chosen(posted(choice), { family: ['mine'] })['family']
    assert.deepEqual(
      [family('theirs'), family('yours'), family('both'), family('')],
      [['theirs'], ['mine'], ['both of us'], ['mine']],
    )
  })
  test('no word of either is lost: joined, or shown with its field', () => {
    const texts = fc.record({ a: fc.constantFrom('', 'x', 'y', 'z'), b: fc.constantFrom('', 'x', 'y', 'z') })
    const values = ({ a, b }: { a: string; b: string }) => ({ a: [a], b: [b] })
    fc.assert(
      fc.property(texts, texts, texts, (from, theirs, yours) => {
        const joined = join(values(from), values(theirs), values(yours))
        return (['a', 'b'] as const).every((field) => {
          const clashes = joined.clashing.some(
            (one) => one.field === field && one.theirs === theirs[field] && one.yours === yours[field],
          )
          const kept = joined.values[field]?.[0]
          return (
            clashes ||
            ((theirs[field] === from[field] || kept === theirs[field]) &&
              (yours[field] === from[field] || kept === yours[field]))
          )
        })
      }),
    )
  })
  test('differences hold both texts whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (from, to) => {
        const parts = differences(from, to)
        const text = (left: string) =>
          parts
            .filter(({ kind }) => kind !== left)
            .map((part) => part.text)
            .join('')
        return text('added') === from && text('removed') === to
      }),
    )
  })
})

test('a field in a row reads its own value, and is at fault by its own id', () => {
  const of = {
    typed: typed({ who: ['Ana', ' Ben '] }),
    fault: (field: string) => (field === 'who-2' ? 'No' : undefined),
  }
  assert.deepEqual(
    [0, 1].map((at) => fieldInRow('who', at)),
    ['who', 'who-2'],
  )
  const [first, second] = [inRow(of, 0), inRow(of, 1)]
  assert.deepEqual(
    [first.typed.one('who'), second.typed.one('who'), second.typed.all('who')],
    ['Ana', 'Ben', [' Ben ']],
  )
  assert.deepEqual([first.fault('who'), second.fault('who'), second.rowAt], [undefined, 'No', 1])
  assert.deepEqual([rowsIn(of, 'who'), rowsIn(of, 'none')], [[0, 1], [0]])
})
