// The single legal status of each day, derived from orders that overlap.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LegalStatusCode, type Order, statusSeries } from './legal-status.ts'

type Row = readonly [code: LegalStatusCode, made: number, expires?: number | undefined, ended?: number]
const orders = (...rows: readonly Row[]): Order[] =>
  rows.map(([code, made, expires, ended], index) => ({ line: `${index}`, recorded: 0, code, made, expires, ended }))
const inShort = (...rows: readonly Row[]) =>
  statusSeries(orders(...rows)).map(({ code, from, until }) => `${code} ${from}-${until ?? ''}`)

test('one agreement', () => assert.deepEqual(inShort(['V2', 10]), ['V2 10-']))
test('an interim order over an agreement', () =>
  assert.deepEqual(inShort(['V2', 10, undefined, 20], ['C1', 20]), ['V2 10-20', 'C1 20-']))
test('an order that ends by time, and the agreement beneath it again', () =>
  assert.deepEqual(inShort(['V2', 10], ['L2', 12, 20]), ['V2 10-12', 'L2 12-20', 'V2 20-']))
test('a placement order stands before the care order beneath it', () =>
  assert.deepEqual(inShort(['C2', 10], ['E1', 30, undefined, 60]), ['C2 10-30', 'E1 30-60', 'C2 60-']))
test('what ends it is the earlier of expiry and ending', () =>
  assert.deepEqual(inShort(['C1', 10, 50, 40]), ['C1 10-40']))
test('a gap is a gap', () => assert.deepEqual(inShort(['V2', 10, undefined, 20], ['V2', 30]), ['V2 10-20', 'V2 30-']))
test('no order, no status', () => assert.deepEqual(inShort(), []))
