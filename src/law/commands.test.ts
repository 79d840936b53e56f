// `kith vectors`: what it prints and with which code it ends.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'kith-vectors-'))
after(() => rmSync(folder, { recursive: true }))

const PROGRAM = `
  import { Command } from 'commander'
  import { vectorsCommand } from '${import.meta.resolve('./commands.ts')}'
  const program = new Command('kith')
  vectorsCommand(program, { cases: () => ['7 cases'] })
  program.parse()
`

function kith(...words: string[]) {
  const node = ['--input-type=module', '--eval', PROGRAM, '--', 'vectors', ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const good = { op: 'addMonths', start: '2026-01-31', n: 1, due: '2026-02-28', rule: 'CP-07' }

test('without a file: what is said of the cases in words', () => {
  assert.deepEqual(kith(), { status: 0, stdout: '7 cases\n', stderr: '' })
})

test('all hold: the tally last, and 0', () => {
  assert.deepEqual(kith('test/material/law/vectors-more.json'), {
    status: 0,
    stdout: '30 passed, 0 failed\n',
    stderr: '',
  })
})

test('one does not hold: its line, logic vectors counted, the tally last, and 1', () => {
  const vectors = [good, { ...good, due: '2026-03-03' }, { kind: 'logic', given: {}, expect: 'x' }]
  assert.deepEqual(kith(file('bad.json', `\uFEFF${JSON.stringify(vectors)}`)), {
    status: 1,
    stdout:
      'vector 2 (CP-07): addMonths 1 from 2026-01-31: expected 2026-03-03, got 2026-02-28\n' +
      '1 logic vector, in words, not checked here\n1 passed, 1 failed\n',
    stderr: '',
  })
})

test('--json is one JSON value', () => {
  const { status, stdout } = kith('--json', file('two.json', JSON.stringify([good, { ...good, op: 'addNothing' }])))
  assert.equal(status, 1)
  const report: unknown = JSON.parse(stdout)
  assert.deepEqual(report, {
    passed: 1,
    failed: 1,
    logic: 0,
    failures: [
      {
        where: 'vector 2 (CP-07)',
        asks: 'addNothing 1 from 2026-01-31',
        expected: '2026-02-28',
        got: 'unreadable: no way of counting is called addNothing',
      },
    ],
  })
})

const WRONG: readonly [string, string, RegExp][] = [
  ['no such file', join(folder, 'absent.json'), /^kith vectors: there is no file .*absent\.json\n$/],
  ['a folder', folder, /^kith vectors: .* is a folder, not a file\n$/],
  ['not JSON', file('not.json', 'start,n,due'), /^kith vectors: .* is not JSON\n$/],
  ['no vectors', file('none.json', '[]'), /^kith vectors: .* holds no date vectors\n$/],
]

for (const [name, path, line] of WRONG) {
  test(`${name}: one clear line, and 2`, () => {
    const { status, stdout, stderr } = kith(path)
    assert.equal(status, 2)
    assert.equal(stdout, '')
    assert.match(stderr, line)
  })
}
