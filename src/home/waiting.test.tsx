// The card of what needs a decision: how many, and where more are than it counts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fragment, jsx } from 'hono/jsx'
import { day } from '#calendar'
import type { ApprovalRequest } from '#decisions'
import { type Deciding, Decisions } from './pages/waiting.tsx'

const request = (n: number): ApprovalRequest => ({
  ...{ id: `id ${n}`, line: `line ${n}`, child: `child ${n}`, kind: 'placement at a distance', view: null },
  ...{ ofRelation: null, ofPerson: null, byWhen: null, askedBefore: null, why: 'Near her school.' },
  on: { table: 'placement', line: `home ${n}` },
  asked: { by: 'priya', at: '2027-03-30T10:00:00Z' },
  answered: undefined,
})
const card = (count: number): string => {
  const deciding: Deciding = {
    ...{ today: day('2027-03-31'), plans: [], words: new Map() },
    requests: Array.from({ length: count }, (_, n) => request(n)),
    nameOf: (child) => `Name of ${child}`,
    workerOf: () => 'Priya Nair',
  }
  return String(jsx(Fragment, {}, jsx(Decisions, deciding)))
}
const CASES = [
  [0, undefined, /Nothing waiting/, /All of them/],
  [1, '1', /Name of child 0/, /more than/],
  [20, '20', /All of them/, /more than/],
  [21, undefined, /All of them, more than 20/, /Name of child 5/],
] as const
for (const [count, shown, says, saysNot] of CASES)
  test(`${count} wait`, () => {
    const html = card(count)
    if (count > 0) assert.equal(/kith-count">(\d+)/.exec(html)?.[1], shown)
    assert.match(html, says)
    assert.doesNotMatch(html, saysNot)
  })
