// A small council for what is backed up and exported: a worker, a manager, a records officer, a child, and documents.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { PoolConfig } from 'pg'
import { day } from '#calendar'
import { type Asking, changeFrom, type Door, makeCouncil, recordFirst } from '#database'
import { addDocument, mayRecordDocument, openDocument, type UploadSettings, withUpload } from '#documents'

const today = day('2026-11-23')
type Of = { readonly door: Door; readonly connection: PoolConfig; readonly uploads: UploadSettings }

export type People = {
  readonly council: number
  readonly worker: string
  readonly manager: string
  readonly officer: string
  readonly child: string
}

/** A council of three workers and one child, whom all of them see. */
export async function people({ door, connection }: Of): Promise<People> {
  const council = await makeCouncil(connection, { code: 'KEPT', name: 'Keptshire' })
  return await door.asService(council, 'import', async (asking) => {
    const [worker = '', manager = '', officer = '', child = ''] = await asking.newIds(4)
    const made = { council, recorded_by: asking.who.person }
    await asking.insert(
      'kith.person',
      [worker, manager, officer, child].map((id) => ({ ...made, id })),
    )
    await asking.insert(
      'kith.worker',
      [worker, manager, officer].map((id) => ({ ...made, id, name: 'A worker' })),
    )
    await asking.insert('kith.child', [{ ...made, id: child }])
    for (const [person, relation] of [
      [worker, 'allocated-worker'],
      [manager, 'manager-line'],
      [officer, 'records-officer'],
    ]) {
      const [id = ''] = await asking.newIds(1)
      const standing = { id, line: id, person, child, relation, since: '2020-01-01T00:00:00Z', until: 'infinity' }
      await asking.insert('kith.standing_relation', [{ ...made, ...standing, reason: 'role', retracted: false }])
    }
    await formerNurse(asking, { answers: manager, child })
    return { council, worker, manager, officer, child }
  })
}

/** Somebody of an organisation with whom there is no agreement any more: their part is put back as it was once given. */
async function formerNurse(asking: Asking, { answers, child }: Readonly<Record<'answers' | 'child', string>>) {
  const [line = '', over = '', nurse = '', works = '', part = ''] = await asking.newIds(5)
  const { council, person: recorded_by } = asking.who
  const made = { council, recorded_by }
  const agreed = {
    ...{ ...made, line, provider: 'hill-trust', issuer: 'https://hill.example', name: 'Hill Trust', answers },
    ...{ kind: 'health service', agreement: 'Sharing', since: '2020-01-01', purposes: ['health'] },
  }
  await asking.insert('kith.organisation', [{ ...agreed, id: line, change: 'first', until: '2100-01-01' }])
  await asking.insert('kith.person', [{ ...made, id: nurse }])
  await asking.insert('kith.worker', [{ ...made, id: nurse, name: 'A nurse' }])
  const working = { id: works, line: works, change: 'first', person: nurse, organisation: line, works_there: true }
  await asking.insert('kith.organisation_worker', [{ ...made, ...working }])
  const standing = { id: part, line: part, person: nurse, child, relation: 'health-team', reason: 'role' }
  await asking.insert('kith.standing_relation', [{ ...made, ...standing }])
  const ended = { id: over, supersedes: line, change: 'change', until: '2020-01-02' }
  await asking.insert('kith.organisation', [{ ...agreed, ...ended }])
}

type Termed = { readonly bytes: Buffer; readonly terms: string }

export async function add({ door, uploads }: Of, { council, worker, child }: People, file: Buffer | Termed) {
  const { bytes, terms } = Buffer.isBuffer(file) ? { bytes: file, terms: 'own' } : file
  const typed = {
    title: 'Certificate',
    kind: 'certificate',
    made: '',
    fromWhom: 'school',
    from: '',
    terms,
    caption: '',
  }
  const open = { keptForChild: true, audience: [], mustNotKnow: [], audienceBecause: '' }
  const may = mayRecordDocument({ ...typed, ...open }, { today, me: worker })
  assert.ok('ok' in may)
  const upload = {
    name: 'swimming.pdf',
    bytes: (async function* () {
      yield bytes
    })(),
  }
  const added = await withUpload(
    uploads,
    upload,
    async (arrived) =>
      await door.as(
        { council, person: worker },
        async (asking) => await addDocument(asking, child, { made: may.ok, arrived }),
      ),
  )
  assert.ok('document' in added, JSON.stringify(added))
  return added
}
/** Their own file as it was handed over: each row decided, one with words struck; made; and the request answered, after which nothing is decided. */
export async function ownFile({ door }: Pick<Of, 'door'>, { council, officer, child }: People, struck: string) {
  await door.as({ council, person: officer }, async (asking) => {
    const asked = { asked: '2026-11-01', asker: 'themselves', identity: 'known to us', answers: officer }
    const { id: request } = await recordFirst(asking, 'kith.file_request', { child, columns: asked, words: 'Why?' })
    const { rows } = await sql<{ on_table: string; id: string }>`
      select on_table, id from kith.file_all(${child}, ${request})`.execute(asking.record)
    const decided: string[] = []
    for (const { on_table, id } of rows) {
      const goes = id === struck ? 'struck' : 'left out'
      const columns = { request, on_table, on_row: id, goes, kind: 'other people' }
      const words = id === struck ? JSON.stringify(STRUCK) : undefined
      decided.push((await recordFirst(asking, 'kith.file_decision', { child, columns, words })).id)
    }
    const counts = { out_whole: 0, struck: 1, kept_back: rows.length - 1, drafts: 0, left_out: ['other people'] }
    const made = { request, made: '2026-11-20', decided, ...counts }
    await recordFirst(asking, 'kith.file_made', { child, columns: made, words: '{"whom":"Nora","why":"She asked."}' })
    const ended = {
      outcome: 'handed over in part',
      ended: '2026-11-21',
      handed: 'in person',
      left_out: ['other people'],
    }
    await changeFrom(asking, 'kith.file_request', { id: request, columns: ended, words: 'Handed over.' })
  })
}
export const STRUCK = { why: 'Not asked.', strikes: [{ words: 'quotes', which: null }] }

/** Of a document, as the worker reads it; else why not. */
export async function bytesOf(
  { door }: Pick<Of, 'door'>,
  { council, worker }: People,
  document: string,
): Promise<Buffer | string> {
  const found = await openDocument({ door, who: { council, person: worker } }, document)
  if (found.kind !== 'open') return found.kind
  const chunks: Uint8Array[] = []
  for await (const chunk of found.stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
