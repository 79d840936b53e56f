// What merges by itself and what clashes, from what was read, what stands and what was typed.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { carePlanning2010 } from '#law'
import { highestNumber, missingParts, type PlanKind, partNamed, partsOf } from '#plan-kinds'
import { decidePart, decidePlan } from './merging.ts'
import {
  lackingIn,
  mayApprove,
  mayBeginEdition,
  mayBeginPlan,
  maySend,
  maySendBack,
  mayTakeBack,
  mayWrite,
  mayWriteAgreed,
  type WrittenText,
} from './plan.ts'
import { planRefusalWords } from './refusal-words.ts'

const standing = (version: number, text: string) => ({ version, text })

describe('one part', () => {
  const cases: [string, ...Parameters<typeof decidePart>, ReturnType<typeof decidePart>][] = [
    ['first words', { part: 'health', read: 0, text: 'Well.' }, '', undefined, { kind: 'save', version: 1 }],
    ['nothing typed in an empty part', { part: 'health', read: 0, text: ' \n' }, '', undefined, { kind: 'left alone' }],
    [
      'the next version',
      { part: 'health', read: 1, text: 'Very well.' },
      'Well.',
      standing(1, 'Well.'),
      { kind: 'save', version: 2 },
    ],
    ['cleared', { part: 'health', read: 1, text: '' }, 'Well.', standing(1, 'Well.'), { kind: 'save', version: 2 }],
    [
      'only another changed it',
      { part: 'health', read: 1, text: 'Well.\r\n' },
      'Well.',
      standing(2, 'Ill.'),
      { kind: 'left alone' },
    ],
    ['both changed it', { part: 'health', read: 1, text: 'Better.' }, 'Well.', standing(2, 'Ill.'), { kind: 'clash' }],
    [
      'both wrote the same',
      { part: 'health', read: 1, text: 'Ill.' },
      'Well.',
      standing(2, 'Ill.'),
      { kind: 'said already' },
    ],
    ['both were first', { part: 'health', read: 0, text: 'Mine.' }, '', standing(1, 'Theirs.'), { kind: 'clash' }],
    [
      'the text that was read is out of sight: nothing shows that it was left alone',
      { part: 'health', read: 1, text: 'Well.' },
      undefined,
      standing(2, 'Ill.'),
      { kind: 'clash' },
    ],
    [
      'an empty field over words that were taken out of sight',
      { part: 'health', read: 1, text: '' },
      undefined,
      standing(1, ''),
      { kind: 'left alone' },
    ],
  ]
  for (const [name, save, base, now, expected] of cases)
    test(name, () => assert.deepEqual(decidePart(save, base, now), expected))
})

test('a whole plan: what merges, what clashes, what was left alone', () => {
  const saves = [
    { part: 'health', read: 1, text: 'Mine.' },
    { part: 'identity', read: 1, text: 'Mine too.' },
    { part: 'family', read: 2, text: 'As it was.' },
    { part: 'self-care', read: 0, text: 'New.' },
  ]
  const base = new Map([
    ['health', 'Was.'],
    ['identity', 'Was.'],
    ['family', 'As it was.'],
  ])
  const now = new Map([
    ['health', { part: 'health', version: 2, text: 'Theirs.' }],
    ['identity', { part: 'identity', version: 1, text: 'Was.' }],
    ['family', { part: 'family', version: 3, text: 'Theirs.' }],
  ])
  assert.deepEqual(decidePlan(saves, base, now), {
    merges: ['identity', 'self-care'],
    clashes: ['health'],
    untouched: ['family'],
  })
})

describe('the parts of a care plan', () => {
  test('cover each head of regulation 5, with its level', () => {
    const cited = partsOf('care plan').map(({ cites }) => cites.provision)
    for (const head of [
      '(a)',
      '(b)(i)',
      '(b)(ii)',
      '(b)(iii)',
      '(b)(iv)',
      '(b)(v)',
      '(b)(vi)',
      '(b)(vii)',
      '(c)',
      '(d)',
      '(e)',
      '(f)',
    ])
      assert.ok(
        cited.some((provision) => provision === `5(1)${head}` || provision.startsWith(`5(1)${head} `)),
        head,
      )
    const needed = partsOf('care plan').filter((part) => part.needed === 'always')
    assert.ok(
      needed.every(
        ({ level, cites }) => level === 'regulation' && cites.instrument === carePlanning2010('').instrument,
      ),
    )
    assert.equal(needed.length, 11)
  })
  test('are named once, and no part that is not there has a name', () => {
    const names = partsOf('care plan').map(({ part }) => part)
    assert.equal(new Set(names).size, names.length)
    assert.equal(partNamed('care plan', 'health')?.part.name, 'Health')
    assert.deepEqual(
      [partNamed('care plan', 'outcome/2/known')?.number, partNamed('care plan', 'outcome/2/known')?.field],
      [2, 'known'],
    )
    for (const key of [
      '',
      'weather',
      'health/1/known',
      'outcome',
      'outcome/0/known',
      'outcome/1/toString',
      'outcome/1/known/x',
    ])
      assert.equal(partNamed('care plan', key), undefined, key)
    assert.equal(partNamed('health plan', 'health'), undefined)
  })
  test('what the law asks for and is missing', () => {
    assert.equal(missingParts('care plan', new Set()).length, 11)
    assert.deepEqual(
      missingParts('care plan', new Set(['permanence', 'health', 'education']))
        .map(({ part }) => part)
        .slice(0, 2),
      ['emotional-behavioural', 'identity'],
    )
  })
  test('outcomes are numbered on', () => {
    assert.equal(highestNumber(['health', 'outcome/2/known', 'outcome/10/steps'], 'outcome'), 10)
    assert.equal(highestNumber([], 'outcome'), 0)
  })
})

describe('the next step of a plan', () => {
  const refused = (outcome: object) => ('refused' in outcome ? outcome.refused : [])
  test('begun', () => {
    assert.deepEqual(refused(mayBeginPlan('care plan', [])), [])
    assert.deepEqual(refused(mayBeginPlan('care plan', ['care plan'])), ['there is one already'])
    assert.deepEqual(refused(mayBeginPlan('safety plan', ['care plan'])), [])
    assert.deepEqual(refused(mayBeginPlan('education plan', [])), ['parts not known yet'])
    assert.deepEqual(refused(mayBeginPlan('toString', [])), ['kind unknown'])
    assert.deepEqual(refused(mayBeginEdition('approved')), [])
    assert.deepEqual(refused(mayBeginEdition('sent back')), ['still being written'])
  })
  test('written', () => {
    assert.deepEqual(refused(mayWrite('care plan', { part: 'health', text: 'x'.repeat(20_000) })), [])
    assert.deepEqual(refused(mayWrite('care plan', { part: 'weather', text: 'x'.repeat(20_001) })), [
      'part unknown',
      'text too long',
    ])
  })
  test('sent, taken back, sent back', () => {
    assert.deepEqual(refused(maySend('drafted', [])), [])
    assert.deepEqual(refused(maySend('drafted', missingParts('care plan', new Set(['health'])))), ['parts missing'])
    assert.deepEqual(refused(maySend('sent for approval', [])), ['sent already'])
    assert.deepEqual(refused(maySend('replaced', [])), ['approved already'])
    assert.deepEqual(refused(mayTakeBack('drafted')), ['not sent for approval'])
    assert.deepEqual(refused(maySendBack('sent for approval', true, ' ')), ['say why'])
    assert.deepEqual(refused(maySendBack('sent for approval', false, 'Why.')), ['may not approve'])
  })
  test('approved by somebody else, who read what stands', () => {
    const good = { may: true, hands: new Set(['priya']), me: 'tom', read: ['a', 'b'], standing: ['b', 'a'] }
    const approving = { ...good, state: 'sent for approval' } as const
    assert.deepEqual(refused(mayApprove(approving)), [])
    assert.deepEqual(refused(mayApprove({ ...approving, me: 'priya' })), ['your own work'])
    assert.deepEqual(refused(mayApprove({ ...approving, may: false })), ['may not approve'])
    assert.deepEqual(refused(mayApprove({ ...approving, read: ['a', 'c'] })), ['changed since you read it'])
    assert.deepEqual(refused(mayApprove({ ...approving, read: ['a'] })), ['changed since you read it'])
    assert.deepEqual(refused(mayApprove({ ...approving, state: 'approved' })), ['approved already'])
    assert.equal(planRefusalWords('text too long'), 'Write 20,000 characters or fewer.')
  })
  test('agreed on paper: sent, as it was read, by a second person, in the order of the editions', () => {
    const good = { may: true, read: ['a'], standing: ['a'], agreed: '2027-03-02', before: ['2027-03-01'] }
    const writing = { ...good, state: 'sent for approval' } as const
    assert.deepEqual(refused(mayWriteAgreed(writing)), [])
    assert.deepEqual(refused(mayWriteAgreed({ ...writing, may: false })), ['not yours to write down'])
    assert.deepEqual(refused(mayWriteAgreed({ ...writing, state: 'drafted' })), ['not sent for approval'])
    assert.deepEqual(refused(mayWriteAgreed({ ...writing, state: 'approved' })), ['approved already'])
    assert.deepEqual(refused(mayWriteAgreed({ ...writing, read: ['b'] })), ['changed since you read it'])
    const early = { ...writing, before: ['2027-03-03'] }
    assert.deepEqual(refused(mayWriteAgreed(early)), ['agreed before the edition before'])
  })
})

describe('what an edition has to hold and does not', () => {
  const said = (part: string, edition = 'one', at = '2027-03-01T09:00:00Z') =>
    ({ part, edition, at, text: 'Words.', outOfSight: false }) as const
  const safety = ['because', 'worries', 'wishes-child', 'helps', 'step/1/does', 'if-missing', 'looked-at']
  const lacking = (kind: PlanKind, texts: readonly WrittenText[], late?: string) =>
    lackingIn({ kind, edition: 'two' }, texts, late).map(({ part }) => part)
  test('a safety plan says anew because of what it was changed', () => {
    const before = safety.map((part) => said(part))
    assert.deepEqual(lacking('safety plan', before), ['because'])
    assert.deepEqual(lacking('safety plan', [...before, said('because', 'two')]), [])
  })
  test('a placement plan that was not made before the move says why, once for that home', () => {
    const whole = partsOf('placement plan').flatMap(({ part, needed, fields }) =>
      needed === 'always' ? [said(fields === undefined ? part : `${part}/1/what`)] : [],
    )
    assert.deepEqual(lacking('placement plan', whole), [])
    assert.deepEqual(lacking('placement plan', whole, '2027-02-20'), ['late-because'])
    const why = said('late-because')
    assert.deepEqual(lacking('placement plan', [...whole, why], '2027-02-20'), [])
    assert.deepEqual(lacking('placement plan', [...whole, why], '2027-03-20'), ['late-because'])
    const cleared = { ...why, text: undefined }
    assert.deepEqual(lacking('placement plan', [...whole, cleared], '2027-02-20'), ['late-because'])
  })
  test('words taken out of sight had been written', () => {
    const hidden = safety.map((part) => ({ ...said(part, 'two'), text: undefined, outOfSight: true }))
    assert.deepEqual(lacking('safety plan', hidden), [])
  })
})
