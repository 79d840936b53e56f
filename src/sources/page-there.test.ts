// The address of a page in another system: what is taken, what is refused in words, and what a child's number makes of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressFrom, leadsThere } from './page-there.ts'

test('an address with one number is taken as it was written', () => {
  for (const address of [
    'https://mosaic.example/people/{id}',
    'https://lcs.example:8443/open?person={id}&view=front',
    'https://10.0.0.7/{id}',
  ])
    assert.deepEqual(addressFrom(` ${address} `), { ok: address })
})

test('anything else is refused, with what to do', () => {
  for (const [typed, says] of [
    ['', /begins with https/],
    ['http://mosaic.example/people/{id}', /begins with https/],
    ['javascript:alert({id})', /begins with https/],
    ['https://mosaic.example/people/', /\{id\} once/],
    ['https://mosaic.example/{id}/{id}', /\{id\} once/],
    ['https://{id}.example/people', /whole address/],
    ['https://me:secret@mosaic.example/{id}', /whole address/],
    ['https://mosaic.example/{id} here', /whole address/],
    ['https://mosaic.example/"{id}', /whole address/],
    [`https://mosaic.example/${'a'.repeat(300)}/{id}`, /300 characters/],
  ] as const) {
    const found = addressFrom(typed)
    assert.ok('says' in found, typed)
    assert.match(found.says, says)
  }
})

test('a number stays a number, whatever is in it', () => {
  assert.equal(leadsThere('https://m.example/p/{id}', 'M 12/7'), 'https://m.example/p/M%2012%2F7')
  assert.equal(leadsThere('https://m.example/p/{id}', '$&?x=1#y'), 'https://m.example/p/%24%26%3Fx%3D1%23y')
})
