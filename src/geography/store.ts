// The postcode directory in the database: replaced whole by an import, asked in batches.
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { DirectoryReport } from './directory-reader.ts'
import { type Bytes, directoryAsCopy } from './import-directory.ts'
import { normalisedPostcode, type PostcodeEntry, type PostcodeList, postcodeListFrom } from './postcode.ts'

type Asks = Pick<pg.ClientBase, 'query'>

/** To be shown wherever places are published. */
const POSTCODES_ATTRIBUTION =
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. ' +
  'Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database right.'

export type DirectorySource = {
  readonly bytes: Bytes
  readonly fileName: string
  /** `2025-11`; null where nobody knows. */
  readonly edition: string | null
  readonly progress?: (rows: number) => void
}

export type LoadedDirectory = {
  readonly fileName: string
  readonly edition: string | null
  readonly codesOf: number | null
  readonly rows: number
  readonly attribution: string
  readonly loaded: string
}

export type DirectoryImport = DirectoryReport & { readonly doubled: number }

/**
 * Replaces the directory in one transaction, as `kith_loader`: the login of `client` must be a member of that role.
 * Whatever goes wrong, the directory that was there stays.
 */
export async function replaceDirectory(client: pg.ClientBase, source: DirectorySource): Promise<DirectoryImport> {
  await client.query('begin')
  try {
    await client.query('set local role kith_loader')
    // A reader who never ends must not keep the swap, and every reader queued behind it, waiting for ever.
    await client.query("set local lock_timeout = '15s'")
    const imported = await stageAndSwap(client, source)
    await client.query('commit')
    return imported
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error instanceof Error && 'code' in error && error.code === '55P03' ? busy(error) : error
  }
}

function busy(error: Error): Error {
  if (error.message.startsWith('another import'))
    return new Error('Another import of postcodes is running: wait until it has ended.')
  return new Error('The postcodes are being read by a transaction that does not end: try again later.', {
    cause: error,
  })
}

async function stageAndSwap(client: pg.ClientBase, source: DirectorySource): Promise<DirectoryImport> {
  await client.query('select reference.stage_postcodes()')
  const copy = client.query(
    copyFrom('copy reference.postcode_next (postcode, easting, northing, authority) from stdin with (freeze)'),
  )
  let report: DirectoryReport | undefined
  const told = { progress: source.progress, report: (read: DirectoryReport) => (report = read) }
  await pipeline(directoryAsCopy(source.bytes, told), copy)
  if (report === undefined) throw new Error('The directory was not read to its end.')
  const { rows: swapped } = await client.query<{ doubled: number }>('select reference.swap_postcodes() as doubled')
  const doubled = swapped[0]?.doubled ?? 0
  const imported = { ...report, rows: report.rows - doubled, doubled }
  await client.query(
    `insert into reference.postcode_directory
       (edition, codes_of, file_name, rows, england, without_position, refused, doubled, attribution)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      source.edition,
      report.codesOf,
      source.fileName,
      imported.rows,
      report.england,
      report.withoutPosition,
      report.refused,
      doubled,
      POSTCODES_ATTRIBUTION,
    ],
  )
  return imported
}

/** The directory in use; `undefined` where none was ever loaded. */
export async function currentDirectory(client: Asks): Promise<LoadedDirectory | undefined> {
  const { rows } = await client.query<LoadedDirectory>(
    `select file_name as "fileName", edition, codes_of as "codesOf", rows, attribution, loaded::text
     from reference.postcode_directory order by id desc limit 1`,
  )
  return rows[0]
}

/** A batch of postcodes in one query; the answer is a list, so that rules need not know where it came from. */
export async function placesOf(client: Asks, postcodes: Iterable<string>): Promise<PostcodeList> {
  const wanted = [...new Set(Array.from(postcodes, normalisedPostcode))]
  const { rows } = await client.query<{ postcode: string; easting: number; northing: number; authority: string }>(
    'select postcode, easting, northing, authority from reference.postcode where postcode = any ($1::text[])',
    [wanted],
  )
  return postcodeListFrom(
    rows.map(({ postcode, easting, northing, authority }): PostcodeEntry => [postcode, easting, northing, authority]),
  )
}
