// Plans in the record: two writers lose no word, what is approved stays as it was, and nobody approves their own work.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Asking, Refused, withClient } from '#database'
import { partsOf } from '#plan-kinds'
import { type Named, type TestRecord, testRecord } from '../database/test-record.ts'
import { OUTCOME, WHOLE_PLAN } from './examples.ts'
import {
  approvePlan,
  beginEdition,
  beginPlan,
  editionById,
  editionsOf,
  latestParts,
  partHistory,
  partsOfEdition,
  planAsApproved,
  planAsWritten,
  plansToApprove,
  type Save,
  type Saved,
  savePlan,
  sendBack,
  sendForApproval,
  standingAndWritten,
  takeBack,
  unmergedTexts,
  withdrawText,
} from './index.ts'
import { lackingNow } from './lacking-store.ts'
import { anotherChild, approvedPlan, withApprovers, writtenPlan } from './test-plans.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('plans')
  await withApprovers(record)
})
after(async () => await record.close())

const ok = <T>(outcome: { readonly ok: T } | object): T => {
  assert.ok('ok' in outcome, JSON.stringify(outcome))
  return outcome.ok
}
const refusals = (outcome: object) => ('refused' in outcome ? outcome.refused : 'allowed')
const saveAs = async (name: Named, edition: string, ...saves: readonly Save[]): Promise<readonly Saved[]> =>
  ok(await record.as(name, async (asking) => await savePlan(asking, edition, saves)))
const textOf = async (name: Named, plan: string, part: string) =>
  await record.as(name, async (asking) => (await latestParts(asking, plan)).find((one) => one.part === part))
const readBy = async (name: Named, plan: string) =>
  await record.as(name, async (asking) => (await latestParts(asking, plan)).map(({ id }) => id))
const stateOf = async (edition: string) =>
  await record.as('priya', async (asking) => (await editionById(asking, edition))?.state)
const rejects = async (work: Promise<unknown>, kind: Refused['kind'], constraint?: string) =>
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof Refused, String(error))
    assert.deepEqual([error.kind, error.constraint], [kind, constraint])
    return true
  })
/** A moment after everything so far and before everything later: the record tells moments to the millisecond. */
const moment = async (): Promise<string> =>
  await record.as('priya', async ({ record: query }) => {
    const now = async () =>
      (await sql<{ at: string }>`select date_trunc('milliseconds', clock_timestamp()) as at`.execute(query)).rows[0]?.at
    const at = await now()
    while ((await now()) === at);
    return at ?? ''
  })

describe('writing', () => {
  test('a plan is begun once of each kind, by who may write plans', async () => {
    const child = await anotherChild(record)
    ok(await record.as('priya', async (asking) => await beginPlan(asking, child, 'care plan')))
    const again = await record.as('cora', async (asking) => await beginPlan(asking, child, 'care plan'))
    assert.deepEqual(refusals(again), ['there is one already'])
    const [edition] = await record.as('priya', async (asking) => await editionsOf(asking, child))
    assert.deepEqual([edition?.number, edition?.state, edition?.kind], [1, 'drafted', 'care plan'])
    for (const name of ['ravi', 'vera', 'tom'] as const)
      await rejects(
        record.as(name, async (asking) => await beginPlan(asking, record.jordan, 'care plan')),
        'not allowed',
      )
  })

  test('each save is a version with who and when; older words stay, and can be asked for on their day', async () => {
    const { plan, edition } = await writtenPlan(record, await anotherChild(record))
    const then = await moment()
    const [saved] = await saveAs('cora', edition, { part: 'health', read: 1, text: 'Glasses since May.' })
    assert.equal(saved?.kind, 'saved')
    const history = await record.as('priya', async (asking) => await partHistory(asking, { plan, part: 'health' }))
    assert.deepEqual(
      history.map(({ version, words, recorded_by }) => [version, words, recorded_by]),
      [
        [1, 'Jordan is well. Dentist in March. Sue takes Jordan.', record.people.priya],
        [2, 'Glasses since May.', record.people.cora],
      ],
    )
    const asWritten = await record.as('priya', async (asking) => await planAsWritten(asking, plan, then))
    assert.equal(asWritten.find(({ part }) => part === 'health')?.version, 1)
    assert.equal(asWritten.length, WHOLE_PLAN.length)
    assert.equal((await textOf('priya', plan, 'health'))?.text, 'Glasses since May.')
  })

  test('a part is cleared by a version without words; what the plan does not have is refused', async () => {
    const { plan, edition } = await writtenPlan(record, await anotherChild(record))
    await saveAs('priya', edition, { part: 'self-care', read: 1, text: ' ' })
    const cleared = await textOf('priya', plan, 'self-care')
    assert.deepEqual([cleared?.version, cleared?.text, cleared?.outOfSight], [2, undefined, false])
    const wrong = await record.as(
      'priya',
      async (asking) => await savePlan(asking, edition, [{ part: 'x', read: 0, text: 'y' }]),
    )
    assert.deepEqual(refusals(wrong), ['part unknown'])
  })

  test('outcomes stand as often as they are needed', async () => {
    const { plan, edition } = await writtenPlan(record, await anotherChild(record))
    await saveAs('priya', edition, ...OUTCOME, { part: 'outcome/2/different', read: 0, text: 'Jordan swims.' })
    assert.equal((await textOf('cora', plan, 'outcome/2/different'))?.text, 'Jordan swims.')
  })

  test('hidden, unknown and without sight answer alike', async () => {
    const { plan, edition } = await writtenPlan(record, await anotherChild(record))
    for (const name of ['ravi', 'vera', 'ada'] as const) {
      const found = await record.as(name, async (asking) => [
        await editionById(asking, edition),
        (await latestParts(asking, plan)).length,
        await savePlan(asking, edition, [{ part: 'health', read: 1, text: 'x' }]),
      ])
      assert.deepEqual(found, [undefined, 0, { refused: 'not in the record' }], name)
    }
  })
})

describe('two writers', () => {
  const both = async (child: string, edition: string, [ours, theirs]: readonly [readonly Save[], readonly Save[]]) =>
    await record.atOnce(child, [
      async () => await saveAs('priya', edition, ...ours),
      async () => await saveAs('cora', edition, ...theirs),
    ])

  test('different parts merge by themselves', async () => {
    const child = await anotherChild(record)
    const { plan, edition } = await writtenPlan(record, child)
    const form = (await record.as('priya', async (asking) => await latestParts(asking, plan))).map(
      ({ part, version, text }) => ({ part, read: version, text: text ?? '' }),
    )
    const typed = (part: string, text: string) => form.map((one) => (one.part === part ? { ...one, text } : one))
    // Each posts the whole form.
    const outcomes = await both(child, edition, [typed('health', 'Priya’s words.'), typed('identity', 'Cora’s words.')])
    assert.deepEqual(
      outcomes.map((saved) => saved.filter(({ kind }) => kind !== 'left alone').map(({ part, kind }) => [part, kind])),
      [[['health', 'saved']], [['identity', 'saved']]],
    )
    assert.equal((await textOf('priya', plan, 'health'))?.text, 'Priya’s words.')
    assert.equal((await textOf('priya', plan, 'identity'))?.text, 'Cora’s words.')
  })

  test('the same part: the second text is kept, returned with both, and on its author’s list until merged', async () => {
    const child = await anotherChild(record)
    const { plan, edition } = await writtenPlan(record, child)
    const outcomes = await both(child, edition, [
      [{ part: 'health', read: 1, text: 'One.' }],
      [{ part: 'health', read: 1, text: 'Two.' }],
    ])
    const late = outcomes.flat().find(({ kind }) => kind === 'kept apart')
    assert.ok(late?.kind === 'kept apart')
    const [author, other] = late.yours === 'One.' ? (['priya', 'cora'] as const) : (['cora', 'priya'] as const)
    assert.deepEqual(
      [late.because, late.standing?.text, late.standing?.by].join(),
      ['somebody was first', late.yours === 'One.' ? 'Two.' : 'One.', record.people[other]].join(),
    )
    const listOf = async (name: Named) =>
      (await record.as(name, async (asking) => await unmergedTexts(asking, { person: asking.who.person }))).filter(
        (one) => one.child === child,
      )
    assert.deepEqual(
      (await listOf(author)).map(({ id, text, part, read }) => [id, text, part, read]),
      [[late.unmerged, late.yours, 'health', 1]],
    )
    assert.deepEqual(await listOf(other), [])
    // The same click again keeps no second copy.
    const [again] = await saveAs(author, edition, { part: 'health', read: 1, text: late.yours })
    assert.equal(again?.kind === 'kept apart' && again.unmerged, late.unmerged)
    const [merged] = await saveAs(author, edition, {
      part: 'health',
      read: 2,
      text: 'One. Two.',
      merges: late.unmerged,
    })
    assert.deepEqual(
      [merged?.kind, (await listOf(author)).length, (await textOf(other, plan, 'health'))?.text],
      ['saved', 0, 'One. Two.'],
    )
    await rejects(
      saveAs(author, edition, { part: 'health', read: 3, text: 'Twice.', merges: late.unmerged }),
      'against a rule of the table',
      'merged_once',
    )
  })

  test('a text is withdrawn by its author with a reason, by nobody else but who may approve; its words stay', async () => {
    const child = await anotherChild(record)
    const { edition } = await writtenPlan(record, child)
    await saveAs('priya', edition, { part: 'health', read: 1, text: 'First.' })
    const keep = async (text: string) => {
      const [late] = await saveAs('cora', edition, { part: 'health', read: 1, text })
      assert.ok(late?.kind === 'kept apart')
      return late.unmerged
    }
    const id = await keep('Second.')
    assert.deepEqual(refusals(await record.as('cora', async (asking) => await withdrawText(asking, id, ' '))), [
      'say why',
    ])
    await rejects(
      record.as('priya', async (asking) => await withdrawText(asking, id, 'Not mine.')),
      'not allowed',
    )
    ok(await record.as('cora', async (asking) => await withdrawText(asking, id, 'Theirs says it.')))
    const third = await keep('Third.')
    ok(await record.as('hana', async (asking) => await withdrawText(asking, third, 'Cora has left.')))
    const kept = await record.as('cora', async (asking) => {
      const rows = await asking.record
        .selectFrom('kith.plan_unmerged')
        .select(['id', 'said'])
        .where('child', '=', child)
        .execute()
      return [...(await asking.readWords(rows)).values()].sort()
    })
    assert.deepEqual(kept, ['Cora has left.', 'Second.', 'Theirs says it.', 'Third.'])
    assert.deepEqual(
      (await record.as('cora', async (asking) => await unmergedTexts(asking, { person: record.people.cora }))).filter(
        (one) => one.child === child,
      ),
      [],
    )
  })
})

describe('approval', () => {
  test('sent, sent back with a reason, taken back, sent again, approved: rows, each with who', async () => {
    const child = await anotherChild(record)
    const { plan, edition } = await writtenPlan(record, child)
    ok(await record.as('priya', async (asking) => await sendForApproval(asking, edition, 'Ready.')))
    assert.deepEqual(refusals(await record.as('cora', async (asking) => await sendForApproval(asking, edition))), [
      'sent already',
    ])
    assert.deepEqual(refusals(await record.as('tom', async (asking) => await sendBack(asking, edition, ''))), [
      'say why',
    ])
    ok(await record.as('tom', async (asking) => await sendBack(asking, edition, 'Say more of school.')))
    ok(await record.as('priya', async (asking) => await sendForApproval(asking, edition)))
    ok(await record.as('priya', async (asking) => await takeBack(asking, edition)))
    ok(await record.as('priya', async (asking) => await sendForApproval(asking, edition)))
    const read = await readBy('tom', plan)
    ok(await record.as('tom', async (asking) => await approvePlan(asking, edition, { read })))
    const found = await record.as('priya', async (asking) => await editionById(asking, edition))
    assert.deepEqual(
      [found?.state, found?.approved?.by, found?.approved?.versions.length],
      ['approved', record.people.tom, WHOLE_PLAN.length],
    )
    const { rows } = await record.as(
      'priya',
      async (asking) =>
        await sql<{
          states: string
        }>`select string_agg(state, ', ' order by recorded, id) as states from kith.plan_state where edition = ${edition}`.execute(
          asking.record,
        ),
    )
    assert.equal(
      rows[0]?.states,
      'drafted, sent for approval, sent back, sent for approval, taken back, sent for approval, approved',
    )
  })

  test('a plan without what the law asks for is not sent', async () => {
    const child = await anotherChild(record)
    const { edition } = ok(await record.as('priya', async (asking) => await beginPlan(asking, child, 'care plan')))
    await saveAs('priya', edition, { part: 'health', read: 0, text: 'Well.' })
    assert.deepEqual(refusals(await record.as('priya', async (asking) => await sendForApproval(asking, edition))), [
      'parts missing',
    ])
  })

  test('nobody approves their own work: not a word of it, not the sending; nor without the right', async () => {
    const child = await anotherChild(record)
    const { plan, edition } = await writtenPlan(record, child)
    await saveAs('hana', edition, { part: 'health', read: 1, text: 'A manager’s words.' })
    await saveAs('priya', edition, { part: 'health', read: 2, text: 'Words over them.' })
    ok(await record.as('priya', async (asking) => await sendForApproval(asking, edition)))
    const read = await readBy('hana', plan)
    const approve = async (name: Named) =>
      await record.as(name, async (asking) => await approvePlan(asking, edition, { read }))
    assert.deepEqual(refusals(await approve('hana')), ['your own work'])
    assert.deepEqual(refusals(await approve('priya')), ['may not approve'])
    assert.deepEqual(refusals(await approve('cora')), ['may not approve'])
    assert.deepEqual(refusals(await approve('vera')), 'not in the record')
    assert.equal(await stateOf(edition), 'sent for approval')
    const lists = await Promise.all(
      (['tom', 'hana', 'priya'] as const).map(async (name) =>
        (await record.as(name, async (asking) => await plansToApprove(asking)))
          .filter((one) => one.edition === edition)
          .map(({ yours }) => yours),
      ),
    )
    assert.deepEqual(lists, [[false], [true], []])
  })

  test('the same in raw SQL: the database refuses each of them', async () => {
    const child = await anotherChild(record)
    const { plan, edition } = await writtenPlan(record, child)
    await saveAs('hana', edition, { part: 'health', read: 1, text: 'A manager’s words.' })
    ok(await record.as('priya', async (asking) => await sendForApproval(asking, edition)))
    const raw = async (asking: Asking, state: string, versions: readonly string[] | null) => {
      const found = await editionById(asking, edition)
      await sql`insert into kith.plan_state (council, id, line, supersedes, change, child, plan, edition, state, versions, recorded_by, retention_class)
        select council, kith.new_id(), line, id, 'change', child, plan, edition, ${state}, ${versions}::uuid[], ${asking.who.person}, retention_class
        from kith.plan_state where id = ${found?.step}`.execute(asking.record)
    }
    const standing = await readBy('tom', plan)
    for (const name of ['priya', 'cora', 'hana'] as const)
      await rejects(
        record.as(name, async (asking) => await raw(asking, 'approved', standing)),
        'not allowed',
      )
    await rejects(
      record.as('priya', async (asking) => await raw(asking, 'sent back', null)),
      'not allowed',
    )
    await rejects(
      record.as('tom', async (asking) => await raw(asking, 'taken back', null)),
      'not allowed',
    )
    await rejects(
      record.as('tom', async (asking) => await raw(asking, 'approved', standing.slice(1))),
      'against a rule of the table',
      'an_approval_names_what_stands',
    )
    await rejects(
      record.as('tom', async (asking) => await raw(asking, 'approved', null)),
      'against a rule of the table',
      'an_approval_names_its_versions',
    )
    await rejects(
      record.as('priya', async (asking) => await raw(asking, 'replaced', null)),
      'against a rule of the table',
      'not_the_next_step',
    )
    await record.as('tom', async (asking) => await raw(asking, 'approved', standing))
    assert.equal(await stateOf(edition), 'approved')
  })

  test('what was changed after it was read is not approved', async () => {
    const child = await anotherChild(record)
    const { plan, edition } = await writtenPlan(record, child)
    ok(await record.as('priya', async (asking) => await sendForApproval(asking, edition)))
    const read = await readBy('tom', plan)
    await saveAs('cora', edition, { part: 'health', read: 1, text: 'Just now.' })
    assert.deepEqual(refusals(await record.as('tom', async (asking) => await approvePlan(asking, edition, { read }))), [
      'changed since you read it',
    ])
  })

  test('of an approval and a save at once, the save is in it or kept apart', async () => {
    const child = await anotherChild(record)
    const { plan, edition } = await writtenPlan(record, child)
    ok(await record.as('priya', async (asking) => await sendForApproval(asking, edition)))
    const read = await readBy('tom', plan)
    const [approved, saved] = await record.atOnce<unknown>(child, [
      async () => await record.as('tom', async (asking) => await approvePlan(asking, edition, { read })),
      async () => await saveAs('cora', edition, { part: 'health', read: 1, text: 'At the same moment.' }),
    ])
    const [{ kind } = { kind: '' }] = saved as readonly Saved[]
    const approvedFirst = 'ok' in (approved as object)
    assert.equal(kind, approvedFirst ? 'kept apart' : 'saved')
    assert.equal(await stateOf(edition), approvedFirst ? 'approved' : 'sent for approval')
  })
})

describe('an approved edition', () => {
  test('takes no version more, by the store or in raw SQL; what was typed is kept apart and merged into the next', async () => {
    const child = await anotherChild(record)
    const { plan, edition } = await approvedPlan(record, child)
    const [late] = await saveAs('cora', edition, { part: 'health', read: 1, text: 'Too late.' })
    assert.ok(late?.kind === 'kept apart')
    assert.deepEqual([late.because, late.standing?.version], ['edition approved', 1])
    for (const name of ['priya', 'cora', 'hana'] as const)
      await rejects(
        record.as(
          name,
          async (asking) =>
            await sql`insert into kith.plan_part (council, id, line, supersedes, change, child, plan, edition, part, version, recorded_by, retention_class)
              select council, kith.new_id(), line, id, 'change', child, plan, edition, part, version + 1, ${asking.who.person}, retention_class
              from kith.plan_part where plan = ${plan} and part = 'health'`.execute(asking.record),
        ),
        'against a rule of the table',
        'an_approved_edition_stays',
      )
    for (const change of [
      sql`update kith.plan_part set version = 9`,
      sql`delete from kith.plan_part`,
      sql`update kith.plan_state set state = 'drafted'`,
    ])
      await rejects(
        record.as('hana', async (asking) => await change.execute(asking.record)),
        'not allowed',
      )
    await rejects(
      record.as(
        'priya',
        async (asking) =>
          await sql`insert into kith.plan_edition (council, id, line, change, child, plan, number, recorded_by, retention_class)
        select council, i, i, 'first', child, plan, 3, ${asking.who.person}, retention_class from kith.plan_edition, kith.new_id() i where plan_edition.plan = ${plan}`.execute(
            asking.record,
          ),
      ),
      'against a rule of the table',
      'an_edition_follows_an_approved_one',
    )
    const next = ok(await record.as('priya', async (asking) => await beginEdition(asking, edition)))
    assert.equal(next.number, 2)
    assert.deepEqual(refusals(await record.as('cora', async (asking) => await beginEdition(asking, edition))), [
      'still being written',
    ])
    const [merged] = await saveAs('cora', next.edition, {
      part: 'health',
      read: 1,
      text: 'Too late, but in time.',
      merges: late.unmerged,
    })
    assert.deepEqual([merged?.kind, merged?.kind === 'saved' && merged.version], ['saved', 2])
    const { standing, written } = standingAndWritten(
      await record.as('priya', async (asking) => await editionsOf(asking, child)),
    )
    assert.deepEqual([standing?.number, written?.number], [1, 2])
    assert.ok(standing && written)
    const healthOf = async (of: typeof standing) =>
      (await record.as('priya', async (asking) => await partsOfEdition(asking, of))).find(
        ({ part }) => part === 'health',
      )?.text
    assert.deepEqual(
      [await healthOf(standing), await healthOf(written)],
      ['Jordan is well. Dentist in March. Sue takes Jordan.', 'Too late, but in time.'],
    )
  })

  test('is replaced by the next one approved; what stood on a day can be asked', async () => {
    const child = await anotherChild(record)
    const before = await moment()
    const { plan, edition } = await approvedPlan(record, child)
    const between = await moment()
    const next = ok(await record.as('priya', async (asking) => await beginEdition(asking, edition)))
    await saveAs('priya', next.edition, { part: 'health', read: 1, text: 'New glasses.' })
    ok(await record.as('priya', async (asking) => await sendForApproval(asking, next.edition)))
    const read = await readBy('tom', plan)
    ok(await record.as('tom', async (asking) => await approvePlan(asking, next.edition, { read })))
    assert.deepEqual([await stateOf(edition), await stateOf(next.edition)], ['replaced', 'approved'])
    const asApproved = async (at: string) => {
      const found = await record.as('priya', async (asking) => await planAsApproved(asking, plan, at))
      return found && [found.edition, found.parts.find(({ part }) => part === 'health')?.text, found.parts.length]
    }
    assert.equal(await asApproved(before), undefined)
    assert.deepEqual(await asApproved(between), [
      edition,
      'Jordan is well. Dentist in March. Sue takes Jordan.',
      WHOLE_PLAN.length,
    ])
    assert.deepEqual(await asApproved(await moment()), [next.edition, 'New glasses.', WHOLE_PLAN.length])
    await rejects(
      record.as(
        'priya',
        async (asking) =>
          await sql`insert into kith.plan (council, id, line, supersedes, change, child, kind, recorded_by, retention_class)
      select council, kith.new_id(), line, id, 'retraction', child, kind, ${asking.who.person}, retention_class from kith.plan where id = ${plan}`.execute(
            asking.record,
          ),
      ),
      'against a rule of the table',
      'an_approved_plan_stays',
    )
  })
})

describe('a placement plan', () => {
  const WHOLE: readonly Save[] = partsOf('placement plan')
    .filter(({ needed }) => needed === 'always')
    .flatMap(({ part, fields }) =>
      fields === undefined ? [part] : Object.keys(fields).map((field) => `${part}/1/${field}`),
    )
    .map((part) => ({ part, read: 0, text: 'Sue decides, and tells us.' }))
  const begun = async (child: string) => {
    const plan = ok(await record.as('priya', async (asking) => await beginPlan(asking, child, 'placement plan')))
    await saveAs('priya', plan.edition, ...WHOLE)
    return plan
  }
  const approve = async ({ plan, edition }: { readonly plan: string; readonly edition: string }) => {
    ok(await record.as('priya', async (asking) => await sendForApproval(asking, edition)))
    const read = await readBy('tom', plan)
    ok(await record.as('tom', async (asking) => await approvePlan(asking, edition, { read })))
  }

  test('that is approved again with the same words says twice who decides', async () => {
    const child = await anotherChild(record)
    const first = await begun(child)
    const said = async () =>
      await withClient(record.at.connection, async (client) => {
        const { rows } = await client.query<{ said: readonly unknown[] | null }>(
          `select facts -> 'delegated' as said from kith.facts_known($1::smallint, array[$2::uuid], now())`,
          [record.council, child],
        )
        return rows[0]?.said?.length ?? 0
      })
    assert.equal(await said(), 0, 'written, and not approved')
    await approve(first)
    assert.equal(await said(), 1)
    const next = ok(await record.as('priya', async (asking) => await beginEdition(asking, first.edition)))
    await approve(next)
    assert.equal(await said(), 2)
  })

  test('says why it was not made before the move only where it was not, of a home that the record speaks of', async () => {
    const lacking = async (home: string, plan: 'approved' | undefined, covered = '2026-01-01') => {
      const child = await anotherChild(record)
      await record.asImport(async (asking) => {
        const { person: recorded_by } = asking.who
        const { council } = record
        const [source = '', line = ''] = await asking.newIds(2)
        await asking.insert('kith.source', [{ council, id: source, kind: 'kith', recorded_by }])
        await asking.insert('kith.source_coverage', [
          { council, source, event: 'placement-plan', since: covered, recorded_by },
        ])
        await asking.insert('kith.source_child', [{ council, source, child, recorded_by }])
        const at = { start_known: true, same_carers: false, kind: 'U4', during: `[${home},)` }
        await asking.insert('kith.placement', [{ council, id: line, line, child, ...at, recorded_by }])
      })
      const first = await begun(child)
      if (plan === undefined) return await missing(first)
      // Asked for once more: nothing was approved by then.
      await saveAs('priya', first.edition, { part: 'late-because', read: 0, text: 'In an emergency.' })
      await approve(first)
      const next = ok(await record.as('priya', async (asking) => await beginEdition(asking, first.edition)))
      await saveAs('priya', next.edition, { part: 'late-because', read: 1, text: '' })
      return await missing(next)
    }
    const missing = async ({ plan, edition }: { readonly plan: string; readonly edition: string }) =>
      await record.as('priya', async (asking) => {
        const found = await editionById(asking, edition)
        assert.ok(found !== undefined)
        return (await lackingNow(asking, found, await latestParts(asking, plan))).map(({ part }) => part)
      })
    const today = (await moment()).slice(0, 10)
    assert.deepEqual(await lacking('2026-03-02', undefined), ['late-because'])
    assert.deepEqual(await lacking(today, 'approved'), [])
    assert.deepEqual(await lacking('2026-03-02', 'approved'), ['late-because'], 'approved later')
    assert.deepEqual(await lacking('2026-03-02', undefined, '2026-06-01'), [], 'before the record speaks of it')
  })
})
