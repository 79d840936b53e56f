// The whole board: reading, the preview against every possible plan, the solver on boards with known optima, and what stands where it fails.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Command } from 'commander'
import { type Board, boardOf, faultsOf, worthOf } from './board.ts'
import { placeAllCommand } from './commands.ts'
import { filled } from './filling.ts'
import { previewed } from './preview.ts'
import { boundAt } from './prices.ts'
import { readBoard } from './reading.ts'
import { checkedAnswer, openSolver } from './solver-thread.ts'
import { inventedBoard } from './test-boards.ts'
import { whatIfTaken, whatIfWords } from './what-if.ts'

const material = (name: string): string =>
  readFileSync(new URL(`../../test/material/placing-together/${name}`, import.meta.url), 'utf8')
const optimumOf = (name: string): number => JSON.parse(material(`${name}.optimum.json`)).objective

/** Every plan there is. */
function trueBest(board: Board): number {
  const left = board.free.slice()
  const place = (group: number): number => {
    if (group === board.size.length) return 0
    let best = place(group + 1)
    for (let pair = board.first[group] ?? 0; pair < (board.first[group + 1] ?? 0); pair += 1) {
      const [home, uses] = [board.home[pair] ?? 0, board.uses[pair] ?? 0]
      if ((left[home] ?? 0) < uses) continue
      left[home] = (left[home] ?? 0) - uses
      best = Math.max(best, (board.worth[pair] ?? 0) + place(group + 1))
      left[home] = (left[home] ?? 0) + uses
    }
    return best
  }
  return place(0)
}

const small = (seed: number) =>
  boardOf(inventedBoard({ seed: `small ${seed}`, children: 9, places: 8, open: 0.6 })).board

describe('reading a board', () => {
  const good = {
    groups: [{ id: 'g', size: 2 }],
    homes: [{ id: 'h', free: 2 }],
    pairs: [{ group: 'g', home: 'h', score: 1 }],
  }
  const read = (changes: object) => () => readBoard(JSON.stringify({ ...good, ...changes }))
  const cases: [string, object, RegExp][] = [
    ['no list', { homes: 7 }, /^The file has no list of homes\.$/],
    ['no entry', { groups: [3] }, /^groups, row 1: this is no entry/],
    ['no id', { groups: [{ size: 1 }] }, /^groups, row 1: id is missing, or is no text\.$/],
    [
      'half a child',
      { groups: [{ id: 'g', size: 1.5 }] },
      /^groups, row 1: size has to be a whole number from 1 to 1000\.$/,
    ],
    [
      'a home twice',
      {
        homes: [
          { id: 'h', free: 1 },
          { id: 'h', free: 1 },
        ],
      },
      /^homes, row 2: h stands there already\.$/,
    ],
    ['no such group', { pairs: [{ group: 'x', home: 'h', score: 1 }] }, /^pairs, row 1: there is no group x\.$/],
    [
      'no such home',
      { pairs: [...good.pairs, { group: 'g', home: 'y', score: 1 }] },
      /^pairs, row 2: there is no home y\.$/,
    ],
    ['a pair twice', { pairs: [...good.pairs, ...good.pairs] }, /^pairs, row 2: g and h stand together already\.$/],
    ['no score', { pairs: [{ group: 'g', home: 'h' }] }, /^pairs, row 1: score has to be a number\.$/],
    [
      'solo that is no yes or no',
      { groups: [{ id: 'g', size: 1, solo: 'x' }] },
      /^groups, row 1: solo is true or false\.$/,
    ],
  ]
  for (const [name, changes, message] of cases) test(name, () => assert.throws(read(changes), { message }))
  test('no JSON', () => assert.throws(() => readBoard('{'), { message: 'This is no JSON file.' }))
  test('a group larger than a home is counted, and no answer', () => {
    const { tooLarge, board } = boardOf(readBoard(JSON.stringify({ ...good, homes: [{ id: 'h', free: 1 }] })))
    assert.deepEqual([tooLarge, board.home.length], [1, 0])
  })
})

describe('the preview', () => {
  test('is a real plan, never above the true best nor the bound below it, and 97 % of it in sum over 40 small boards', () => {
    let [sum, all] = [0, 0]
    for (let seed = 0; seed < 40; seed += 1) {
      const board = small(seed)
      const { plan, objective, bound } = previewed(board)
      const best = trueBest(board)
      assert.deepEqual(faultsOf(board, plan), [])
      assert.ok(objective <= best + 1e-6 && bound >= best - 1e-6, `seed ${seed}: ${objective} ≤ ${best} ≤ ${bound}`)
      sum += objective
      all += best
    }
    assert.ok(sum >= 0.97 * all, `${sum} of ${all}`)
  })

  test('any prices bound every plan', () => {
    const board = small(1)
    for (const price of [0, 10, 50])
      assert.ok(boundAt(board, new Float64Array(board.free.length).fill(price)) >= trueBest(board))
    assert.deepEqual(faultsOf(board, filled(board, new Float64Array(board.free.length).fill(10))), [])
  })

  test('whoever needs the home alone has it alone', () => {
    const { board } = boardOf({
      groups: [
        { id: 'a', size: 1, solo: true },
        { id: 'b', size: 1, solo: false },
      ],
      homes: [{ id: 'h', free: 2 }],
      pairs: [
        { group: 'a', home: 'h', score: 5 },
        { group: 'b', home: 'h', score: 4 },
      ],
    })
    assert.equal(previewed(board).objective, 5)
    assert.match(faultsOf(board, Int32Array.of(0, 1))[0] ?? '', /would hold 3 and has 2/)
  })
})

describe('the solver in its thread', () => {
  const solver = openSolver()
  after(async () => await solver.close())

  for (const name of ['50x80-a', '50x80-b'])
    test(`${name} at its proven optimum`, async () => {
      const { board } = boardOf(readBoard(material(`${name}.json`)))
      const previews: string[] = []
      const found = await solver.place(board, { gap: 0 }, ({ how }) => previews.push(how))
      assert.deepEqual(
        [found.how, Math.round(found.objective * 10) / 10, previews],
        ['optimal', optimumOf(name), ['preview']],
      )
    })

  test('the true best of boards small enough to try everything; an empty one too', async () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const board = small(seed)
      const { objective, how } = await solver.place(board, { gap: 0 })
      assert.deepEqual([Math.round(objective * 1e6), how], [Math.round(trueBest(board) * 1e6), 'optimal'])
    }
    const { board } = boardOf({ groups: [], homes: [], pairs: [] })
    assert.equal((await solver.place(board)).objective, 0)
  })
})

describe('where no answer comes, the preview stands, says so, and how far it may be from the bound', () => {
  const thread = (says: string) =>
    new URL(
      `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'\nparentPort.on('message', (asked) => { ${says} })`)}`,
    )
  const board = small(3)
  const cases: [string, string, string][] = [
    ['too long', '', 'it took too long'],
    ['an abort', 'throw new Error("minified".repeat(1000))', 'the solver stopped'],
    ['a failure', 'parentPort.postMessage({ id: asked.id, kind: "failed" })', 'the solver stopped'],
    [
      'a home that is not open to them',
      'parentPort.postMessage({ id: asked.id, kind: "found", bound: 1e9, plan: new Int32Array(asked.board.size.length).fill(9999) })',
      'its answer was no real plan',
    ],
    [
      'a bound below its own plan',
      'parentPort.postMessage({ id: asked.id, kind: "found", bound: -1, plan: new Int32Array(asked.board.size.length).fill(-1) })',
      'its answer was no real plan',
    ],
  ]
  for (const [name, says, why] of cases)
    test(name, async () => {
      const solver = openSolver(thread(says))
      // No time at all, so that its grace is over at once.
      const found = await solver.place(board, { seconds: says === '' ? -2.9 : 5 })
      await solver.close()
      assert.deepEqual([found.how, found.fallback, faultsOf(board, found.plan)], ['preview', why, []])
      assert.ok(found.bound >= trueBest(board) - 1e-6 && found.objective <= found.bound)
    })

  test('a better plan that was told stands when the thread is ended', async () => {
    const plan = previewed(board).plan
    const tell = `parentPort.postMessage({ id: asked.id, kind: "better", bound: 1e9, plan: Int32Array.of(${plan.join()}) })`
    const solver = openSolver(thread(`${tell}; setTimeout(() => process.exit(1), 50)`))
    const found = await solver.place(board, { seconds: 5 })
    await solver.close()
    assert.deepEqual([found.how, found.fallback, found.plan], ['withinBound', 'the solver stopped', plan])
  })

  test('memory over its measure ends the thread', async () => {
    const solver = openSolver(thread('globalThis.kept = new Uint8Array(80 * 2 ** 20).fill(1)'))
    const found = await solver.place(board, { megabytes: 20, seconds: 5 })
    await solver.close()
    assert.equal(found.fallback, 'it needed too much memory')
  })

  test('an answer is checked', () => {
    const plan = previewed(board).plan
    assert.equal(checkedAnswer(board, { plan, bound: worthOf(board, plan) })?.how, 'optimal')
    assert.equal(checkedAnswer(board, { plan: Int32Array.of(0), bound: 1e9 }), undefined)
  })
})

describe('kith place-all', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-place-all-'))
  after(() => rmSync(folder, { recursive: true }))
  async function run(file: string, ...options: string[]): Promise<readonly string[]> {
    const lines: string[] = []
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
    placeAllCommand(program, { print: (line) => lines.push(line) })
    await program.parseAsync(['node', 'kith', 'place-all', file, ...options])
    return lines
  }
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const good = written(
    'good.json',
    '{"groups":[{"id":"a","size":2},{"id":"b","size":1}],"homes":[{"id":"h","free":2}],"pairs":[{"group":"a","home":"h","score":1.5},{"group":"b","home":"h","score":2}]}',
  )

  test('as JSON, and in words that say what it is not', async () => {
    const [json] = await run(good, '--json')
    const told = { assignments: [{ group: 'a', home: 'h' }], unplaced: ['b'], objective: 3, bound: 3, how: 'optimal' }
    assert.deepEqual(JSON.parse(json ?? ''), { ...told, tooLarge: 0 })
    const words = await run(good)
    assert.deepEqual(words.slice(-3), [
      'Without a home in this plan: b',
      'Worth 3 of at most 3 (0.000 % short). No plan is better.',
      'This is arithmetic for people who decide: nobody is placed by it.',
    ])
  })

  test('a file that is not there, or not right, in one line', async () => {
    await assert.rejects(run(join(folder, 'nowhere.json')), /^Error: There is no file /)
    await assert.rejects(
      run(written('bad.json', '{"groups":[],"homes":[]}')),
      /bad\.json: The file has no list of pairs\.$/,
    )
    await assert.rejects(run(good, '--seconds', '0'), /Give seconds from 1 to 600\./)
  })
})

test('what it costs others if one takes a place', () => {
  const named = boardOf({
    groups: [
      { id: 'Ava', size: 1, solo: false },
      { id: 'brothers', size: 2, solo: false },
      { id: 'Cal', size: 1, solo: false },
    ],
    homes: [
      { id: 'near', free: 2 },
      { id: 'far', free: 2 },
      { id: 'own', free: 1 },
    ],
    pairs: [
      ...[
        { group: 'Ava', home: 'near', score: 60 },
        { group: 'Ava', home: 'own', score: 50 },
      ],
      ...[
        { group: 'brothers', home: 'near', score: 80 },
        { group: 'brothers', home: 'far', score: 40 },
      ],
      { group: 'Cal', home: 'own', score: 10 },
    ],
  })
  const miles: Readonly<Record<string, number>> = { near: 6, far: 34, own: 2 }
  const far = (_: string, home: string) => ({ order: miles[home] ?? 0, words: `${miles[home]} miles` })
  const found = whatIfTaken(named, { group: 'Ava', home: 'near' }, far)
  assert.ok(typeof found === 'object')
  // Best is the brothers near (160) and Ava in the home of her own (50): 210. Now 60, 80 and Cal's 10.
  assert.equal(found.costToAll, 60)
  assert.deepEqual(
    whatIfWords('Ava', found, () => 'the two brothers'),
    ['If Ava takes this place, the nearest left for the two brothers is 34 miles away; now it is 6 miles.'],
  )
  const own = whatIfTaken(named, { group: 'Ava', home: 'own' }, far)
  assert.ok(typeof own === 'object')
  assert.match(
    whatIfWords('Ava', own, (group) => group)[0] ?? '',
    /no home is left for Cal; now the nearest is 2 miles away/,
  )
  assert.equal(whatIfTaken(named, { group: 'Cal', home: 'far' }, far), 'notOpen')
})
