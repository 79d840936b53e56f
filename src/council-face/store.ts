// The SQL of a council's face: what stands, what stood, and each save as a row more; before anybody is known, by named functions.
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Asking, Door } from '#database'
import { type Upload, type UploadRefusal, type UploadSettings, withUpload } from '#documents'
import type { EmergencyNumber, Face, NewFace } from './face.ts'

/** undefined: none was chosen. */
export async function faceOf({ outside }: Pick<Door, 'outside'>, council: number): Promise<Face | undefined> {
  const { rows } = await outside(
    async (database) => await sql<Face>`select * from door.face_of(${council}::smallint)`.execute(database),
  )
  return rows[0]
}

export type Logo = { readonly type: string; readonly picture: Buffer }
export async function logoOf(
  { outside }: Pick<Door, 'outside'>,
  council: number,
  id: string,
): Promise<Logo | undefined> {
  const { rows } = await outside(
    async (database) =>
      await sql<Logo>`select * from door.logo_of(${council}::smallint, ${id}::uuid)`.execute(database),
  )
  return rows[0]
}

/** Whom to ring out of hours, in the council's order. */
export async function emergencyNumbers(
  { outside }: Pick<Door, 'outside'>,
  council: number,
): Promise<readonly EmergencyNumber[]> {
  type Row = { readonly whom: readonly string[]; readonly number: readonly string[]; readonly hours: readonly string[] }
  const { rows } = await outside(
    async (database) => await sql<Row>`select * from door.emergency_of(${council}::smallint)`.execute(database),
  )
  const [row] = rows
  return (row?.whom ?? []).map((whom, at) => ({ whom, number: row?.number[at] ?? '', hours: row?.hours[at] ?? '' }))
}

/** The same, inside a transaction of somebody of the council. */
export async function numbersToRing({ record, who }: Asking): Promise<readonly EmergencyNumber[]> {
  const { rows } = await sql<{ whom: string[]; number: string[]; hours: string[] }>`
    select whom, number, hours from kith.emergency_numbers where council = ${who.council}::smallint order by recorded desc, id desc limit 1`.execute(
    record,
  )
  const [row] = rows
  return (row?.whom ?? []).map((whom, at) => ({ whom, number: row?.number[at] ?? '', hours: row?.hours[at] ?? '' }))
}

export type KeptFace = Face & { readonly id: string; readonly by: string | null; readonly recorded: string }
/** The last first. */
export async function facesOf({ record, who }: Asking): Promise<readonly KeptFace[]> {
  const { rows } = await sql<KeptFace>`
    select f.id, f.name, f.brand, f.accent, f.logo, coalesce(w.name, w.code) as by, f.recorded
    from kith.council_face f left join kith.worker w on w.council = f.council and w.id = f.recorded_by
    where f.council = ${who.council} order by f.recorded desc, f.id desc limit 50`.execute(record)
  return rows
}

async function addFace(asking: Asking, face: Face): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  const { name, brand, accent, logo } = face
  await asking.insert('kith.council_face', [{ council, id, name, brand, accent, logo, recorded_by }])
  return id
}

async function addLogo(asking: Asking, { type, picture }: Logo): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.council_logo', [
    { council, id, type, picture: `\\x${picture.toString('hex')}`, recorded_by },
  ])
  return id
}

export async function saveFace(asking: Asking, { logo, ...face }: NewFace): Promise<string> {
  const [standing] = await facesOf(asking)
  const kept = {
    'as it is': async () => standing?.logo ?? null,
    mark: async () => null,
    svg: async () =>
      logo.kind === 'svg' ? await addLogo(asking, { type: 'image/svg+xml', picture: Buffer.from(logo.svg) }) : null,
  }[logo.kind]
  return await addFace(asking, { ...face, logo: await kept() })
}

/** An earlier one stands again, as a row of its own. False: there is none of this id. */
export async function faceAgain(asking: Asking, id: string): Promise<boolean> {
  const earlier = (await facesOf(asking)).find((face) => face.id === id)
  if (earlier === undefined) return false
  await addFace(asking, earlier)
  return true
}

export const MOST_LOGO = 256 * 1024
type Arriving = {
  readonly uploads: UploadSettings
  readonly door: Door
  readonly who: Asking['who']
  readonly plain: Face
}

/** Through the checks of documents: told by its content, and looked at by the council's own check. */
export async function savePng(
  { uploads, door, who, plain }: Arriving,
  file: Upload,
): Promise<'saved' | { readonly refused: UploadRefusal }> {
  return await withUpload({ ...uploads, most: MOST_LOGO }, file, async ({ path, type }) => {
    if (type !== 'image/png') return { refused: 'type not taken' } as const
    const picture = await readFile(path)
    return await door.as(who, async (asking) => {
      const [standing] = await facesOf(asking)
      await addFace(asking, { ...(standing ?? plain), logo: await addLogo(asking, { type, picture }) })
      return 'saved' as const
    })
  })
}

export async function saveNumbers(asking: Asking, numbers: readonly EmergencyNumber[]): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  const lists = {
    whom: numbers.map(({ whom }) => whom),
    number: numbers.map(({ number }) => number),
    hours: numbers.map(({ hours }) => hours),
  }
  await asking.insert('kith.emergency_numbers', [{ council, id, ...lists, recorded_by }])
  return id
}
