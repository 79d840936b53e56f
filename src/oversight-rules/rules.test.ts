// Each rule of supervision, audits and complaints holds by its examples; what a council may choose is said in words; the first choice is the one taken.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RISES_AFTER } from '#actions'
import { addWeeks, day } from '#calendar'
import { ACTION_DAYS } from './action-rules.ts'
import { ANSWERED_DAYS, IMPROVEMENT_WEEKS, INADEQUATE_WEEKS, MODERATED_DAYS, RISES_DAYS } from './audit-rules.ts'
import { OVERSIGHT_RULES } from './every-rule.ts'
import { DECIDED_ALSO, DECISION_DAYS, DISCUSSED_WEEKS, SIGNED_DAYS, supervisedNew } from './supervision-rules.ts'

test('every example holds', () => {
  for (const { id, runExamples } of OVERSIGHT_RULES)
    for (const { name, answered, expected } of runExamples()) assert.deepEqual(answered, expected, `${id}: ${name}`)
})

test('each choice has its words, and the first is taken', () => {
  const choices: Readonly<Record<string, readonly (number | string)[]>> = {
    decidedAlso: DECIDED_ALSO,
    actionRises: ACTION_DAYS,
    ...{ childDiscussed: DISCUSSED_WEEKS, supervisionSigned: SIGNED_DAYS, managersDecision: DECISION_DAYS },
    ...{ auditAnswered: ANSWERED_DAYS, auditRises: RISES_DAYS },
    ...{ auditModerated: MODERATED_DAYS, inadequateAgain: INADEQUATE_WEEKS, improvementAgain: IMPROVEMENT_WEEKS },
  }
  const asked = OVERSIGHT_RULES.flatMap((rule) => ('interpretations' in rule ? (rule.interpretations ?? []) : []))
  assert.deepEqual(asked.map(({ name }) => name).toSorted(), Object.keys(choices).toSorted())
  for (const { name, taken, readings } of asked) {
    assert.equal(taken, String(choices[name]?.[0]), name)
    if (name === 'decidedAlso') continue
    const named = Object.keys(readings).filter((choice) => choice !== 'off')
    assert.deepEqual(named.toSorted(), (choices[name] ?? []).map(String).toSorted(), name)
  }
})

test('an action rises after what is taken first', () => assert.equal(ACTION_DAYS[0], RISES_AFTER))

test('newly qualified: weekly until the last day before six weeks, then every two', () => {
  const began = day('2026-09-07')
  const due = (last: string) => supervisedNew.ask({ began, last: day(last) })
  assert.deepEqual(due('2026-10-18'), { kind: 'due', day: '2026-10-25' })
  assert.deepEqual(due(addWeeks(began, 6)), { kind: 'due', day: '2026-11-02' })
  assert.deepEqual(due('2027-03-06'), { kind: 'due', day: '2027-03-20' })
})

test('no rule of these is law but those of complaints', () => {
  for (const { id, level } of OVERSIGHT_RULES)
    assert.equal(level, /^CO-/.test(id) ? 'regulation' : /SU-0[12]/.test(id) ? 'professional-standard' : 'practice', id)
})
