// Measures the report to the board over 5,000 audits, each whole, with twenty duties a child beside them: as it is read for its page.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#calendar'
import { councilKeysIn, makeCouncil, openDoor, withClient } from '#database'
import { reportOf } from '#practice-audits/pages'
import { testDatabase } from '../../src/database/test-database.ts'
import { bestOf, type Figure, postmasterOf } from './measure.ts'

const AUDITS = 5000
const TODAY = day('2027-03-31')

/** $1: the council. Who leads quality first, so that their sight follows; the rest in bulk, two years back to today. */
const LEAD = `
  with one as (insert into kith.person (council, recorded_by) values ($1, kith.new_id()) returning id),
    worker as (insert into kith.worker (council, id, name, recorded_by) select $1, id, 'Dawn Test', id from one returning id)
  insert into kith.standing_relation (council, id, line, person, relation, reason, recorded_by)
    select $1, f.id, f.id, worker.id, 'quality-lead', 'role', worker.id from worker, (select kith.new_id() as id) f returning person`
const bulk = (council: number, lead: string): string => {
  const shape = `council, id, line, child, recorded_by`
  const of = (table: string, [columns, values]: readonly [string, string], from = ''): string =>
    `insert into kith.${table} (${shape}, ${columns}) select ${council}, i.id, i.id, a.child, '${lead}', ${values}
       from kith.practice_audit a ${from}, lateral (select md5(a.id::text || '${table}' || ${from === '' ? "''" : 'n::text'})::uuid as id) i;`
  const grade = `(array['outstanding', 'good', 'good', 'requires improvement', 'inadequate'])[1 + abs(hashtext(a.id::text || n::text)) % 5]`
  return `
  set session_replication_role = replica;
  insert into kith.person (council, id, recorded_by) select ${council}, md5('p' || n)::uuid, '${lead}' from generate_series(1, ${AUDITS}) n;
  insert into kith.child (council, id, recorded_by) select ${council}, md5('p' || n)::uuid, '${lead}' from generate_series(1, ${AUDITS}) n;
  insert into kith.audit_round (council, id, line, kind, month, due, wanted, strata, auditors, scale, seed, recorded_by)
    select ${council}, md5('r' || n)::uuid, md5('r' || n)::uuid, 'case', (date '2025-04-01' + make_interval(months => n))::date, (date '2025-04-28' + make_interval(months => n))::date,
      210, '{}', '{}', 'inspectorate', 'one', '${lead}' from generate_series(0, 23) n;
  insert into kith.practice_audit (${shape}, round, auditor, drawn, place, stratum, due)
    select ${council}, md5('a' || n)::uuid, md5('a' || n)::uuid, md5('p' || n)::uuid, '${lead}', md5('r' || n % 24)::uuid, '${lead}', 'at random', 1, 'x',
      (date '2025-04-20' + make_interval(months => n % 24))::date from generate_series(1, ${AUDITS}) n;
  ${of('audit_theme', ['audit, theme, grade, answers, evidence', `a.id, (array['voice', 'relationships', 'plan', 'safety', 'home', 'growing', 'oversight'])[n], ${grade}, '{}', '{}'`], ', generate_series(1, 7) n')}
  ${of('audit_grade', ['audit, stage, grade, given', `a.id, (array['first', 'second'])[n], ${grade}, a.due - 3 + n`], ', generate_series(1, 2) n')}
  ${of('audit_voice', ['audit, whose, part, asked_by, asked, named', `a.id, (array['child', 'carer'])[n], 'said', '${lead}', a.due, true`], ', generate_series(1, 2) n')}
  ${of('audit_finding', ['audit, kind, tag', `a.id, 'to improve', (array['voice', 'plan', 'health'])[n]`], ', generate_series(1, 3) n')}
  ${of('action_verification', ['audit, action, result, read, evidence', `a.id, a.id, 'verified', a.due, '{}'`])}
  ${of('audit_impact', ['audit, difference, seen, evidence', `a.id, 'clear', a.due, '{}'`])}
  ${of('audit_closing', ['audit, closed', 'a.id, a.due'])}
  insert into kith.duty (council, child, basis, occurrence, rule, scope, standing, due, done, shown_late)
    select ${council}, a.child, 'CP-06', n::text, 'CP-06', 'visits', (array['doneOnTime', 'doneLate', 'open'])[1 + n % 3], date '2027-03-31' - 10 * n, null, false
    from kith.practice_audit a, generate_series(1, 20) n;
  reset session_replication_role;
  analyze;`
}

export async function benchAudits(): Promise<readonly Figure[]> {
  const at = await testDatabase('bench_audits')
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-audits-'))
  try {
    const council = await makeCouncil(at.connection, { code: 'BENCH0', name: 'Council of the measurement' })
    const person = await withClient(at.connection, async (client) => {
      const { rows } = await client.query<{ person: string }>(LEAD, [council])
      const lead = rows[0]?.person ?? ''
      await client.query(bulk(council, lead))
      return lead
    })
    const door = openDoor({ connection: at.connection, keys: councilKeysIn(home) })
    let read = 0
    const work = async () => {
      const report = await door.as({ council, person }, async (asking) => await reportOf(asking, TODAY))
      read = report.audits.length
    }
    const best = await bestOf(work, { times: 3, postmaster: postmasterOf(at.connection) })
    await door.close()
    return [{ name: `The report to the board over ${read} audits`, target: 1, counts: 'cpu', best }]
  } finally {
    await at.drop()
    rmSync(home, { recursive: true })
  }
}
