// The meeting of a review: who was there, and the day proposed for the next one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { mayHoldMeeting, meetingRefusalWords } from './meeting.ts'

const HELD = day('2027-03-30')

test('what a meeting may be', () => {
  const may = (next: string, present: readonly string[] = ['child']) =>
    mayHoldMeeting({ present, next, pathway: false, visitor: '' }, HELD)
  assert.deepEqual(may(''), { ok: { present: ['child'], next_proposed: null, visitor: null, pathway: null } })
  assert.deepEqual(may('2027-09-28'), {
    ok: { present: ['child'], next_proposed: '2027-09-28', visitor: null, pathway: null },
  })
  assert.deepEqual(may('2027-03-30'), { refused: ['next not after this one'] })
  assert.deepEqual(may('soon', ['the dog']), { refused: ['present unknown', 'next no day'] })
  assert.deepEqual(mayHoldMeeting({ present: [], next: '2027-01-01', pathway: false, visitor: 'wanted' }, undefined), {
    ok: { present: [], next_proposed: '2027-01-01', visitor: 'wanted', pathway: null },
  })
  assert.deepEqual(mayHoldMeeting({ present: [], next: '', pathway: false, visitor: 'maybe' }, HELD), {
    refused: ['visitor unknown'],
  })
  assert.match(meetingRefusalWords('next not after this one', HELD), /after this one, Tue 30 Mar 2027/)
})
