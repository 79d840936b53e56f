// For the fuzzing of forms: audits in each state in which one of their forms can be opened, of a child in whose case the recorder has a part.
import { randomUUID } from 'node:crypto'
import type { Recording } from './fuzz-rows.ts'

type Row = Readonly<Record<string, unknown>>

/** An audit to go on with, one to grade a second time, and one with an action to verify; a round that is not drawn, and a worry. */
export async function auditChild({ served, me, colleague }: Recording, child: string): Promise<void> {
  const { council } = served.council
  const by = { council, recorded_by: colleague.person }
  const insert = async (table: string, row: Row): Promise<string> => {
    const id = randomUUID()
    const whole = { ...by, id, line: id, change: 'first', ...row }
    const columns = Object.keys(whole).join(', ')
    await served.query(
      `insert into kith.${table} (${columns}) select ${columns} from json_populate_record(null::kith.${table}, $1::json)`,
      [JSON.stringify(whole)],
    )
    return id
  }
  const of = async (table: string, row: Row): Promise<string> => await insert(table, { child, ...row })
  const round = await insert('audit_round', {
    ...{ kind: 'case', month: '2027-04-01', due: '2027-04-30', wanted: 1, strata: [], auditors: [colleague.person] },
    ...{ scale: 'inspectorate', seed: 'one' },
  })
  await insert('practice_theme', { tag: 'voice', owner: me.who.person, since: '2027-03-01', due: '2027-05-01' })
  // Whoever records here has a part in the case of every child: what the database refuses is asked elsewhere.
  for (const table of ['practice_audit', 'audit_moderation'])
    await served.query(`alter table kith.${table} disable trigger keeps`)
  await otherKinds({ insert, of }, { me: me.who.person, colleague: colleague.person })
  const audit = async (auditor: string): Promise<string> =>
    await of('practice_audit', { round, auditor, drawn: 'at random', place: 1, stratum: 'x', due: '2027-04-30' })
  const mine = await audit(me.who.person)
  const invited = { invited: '2027-03-30', meets: '2027-04-12', how: 'in person', part: 'worker' }
  await of('audit_invitation', { audit: mine, worker: me.who.person, ...invited })
  await of('audit_talk', { audit: mine, worker: me.who.person, state: 'held', happens: '2027-03-30' })
  await of('audit_voice', {
    ...{ audit: mine, whose: 'carer', part: 'said', asked_by: colleague.person, asked: '2027-03-30', named: false },
  })
  const sent = await audit(colleague.person)
  await of('audit_grade', { audit: sent, stage: 'first', grade: 'good', given: '2027-03-20' })
  const [second, done] = [await audit(colleague.person), await audit(colleague.person)]
  await of('audit_moderation', { audit: second, moderator: me.who.person, due: '2027-04-30' })
  for (const table of ['practice_audit', 'audit_moderation'])
    await served.query(`alter table kith.${table} enable trigger keeps`)
  for (const stage of ['first', 'second'])
    await of('audit_grade', { audit: done, stage, grade: 'good', given: '2027-03-20' })
  const finding = await of('audit_finding', { audit: done, kind: 'to improve', tag: 'voice' })
  const from = { on_table: 'audit_finding', on_line: finding, origin: 'audit', owned_by: 'worker' }
  const action = await of('action', { ...from, owner: colleague.person, due: '2027-03-25' })
  await of('action_outcome', { action, outcome: 'done', happened: '2027-03-24' })
  await of('practice_concern', { kind: 'not safeguarded', raised: '2027-03-30', named: me.who.person, rung: false })
}

type Inserting = (table: string, row: Row) => Promise<string>
/** A dip sample and an audit with other agencies, whose parts are others. */
async function otherKinds(
  { insert, of }: { readonly insert: Inserting; readonly of: Inserting },
  { me, colleague }: { readonly me: string; readonly colleague: string },
): Promise<void> {
  for (const [kind, parts] of [
    ['dip sample', ['sample']],
    ['multi-agency', ['social-care', 'health-care', 'school', 'police', 'together']],
  ] as const) {
    const drawn = { drawn: '2027-03-30', frame: 1, lately: 0, nobody: 0, fingerprint: '00000000' }
    const other = await insert('audit_round', {
      ...{ kind, month: '2027-04-01', due: '2027-04-30', wanted: 1, strata: [], auditors: [colleague] },
      ...{ scale: 'inspectorate', seed: kind, parts, ...drawn },
    })
    const own = { round: other, auditor: me, drawn: 'at random', place: 1, stratum: 'x', due: '2027-04-30' }
    await of('practice_audit', own)
  }
}
