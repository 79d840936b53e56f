// The fields of the forms of a plan's parts, and the versions that such a form was opened on, in one short text.
import { highestNumber, type PlanPart } from '#plan-kinds'

/** `outcome/2/known` as the name of a field. */
export const fieldOf = (key: string): string => key.replaceAll('/', '-')
export const mergesField = (key: string): string => `merges-${fieldOf(key)}`

/** Versions by part; 0: the part had no text. */
export type VersionsRead = ReadonlyMap<string, number>

/** 'health:3 outcome/1/known:0' */
export const versionsText = (versions: VersionsRead): string =>
  [...versions].map(([key, version]) => `${key}:${version}`).join(' ')

/** What is no part and version is left out. */
export const versionsIn = (text: string): VersionsRead =>
  new Map(
    [...text.matchAll(/(?:^| )([a-z][a-z0-9/-]{0,80}):(\d{1,6})(?= |$)/g)].map(([, key = '', version]) => [
      key,
      Number(version),
    ]),
  )

const MOST_NAMED = 30

/** Names for the page on which two texts are put together. */
export function namesOf({ part, name, fields, one = name }: PlanPart): Readonly<Record<string, string>> {
  if (fields === undefined) return { [fieldOf(part)]: name }
  const numbers = Array.from({ length: MOST_NAMED }, (_, at) => at + 1)
  return Object.fromEntries(
    numbers.flatMap((number) =>
      Object.entries(fields).map(([field, asks]) => [
        fieldOf(`${part}/${number}/${field}`),
        `${one} ${number}: ${asks}`,
      ]),
    ),
  )
}

/** The keys that a form of this part has fields for: of a repeated one each that is there, and one more that is empty. */
export function keysOf({ part, fields }: PlanPart, written: readonly string[]): readonly string[] {
  if (fields === undefined) return [part]
  const most = highestNumber(written, part) + 1
  return Array.from({ length: most }, (_, at) => at + 1).flatMap((number) =>
    Object.keys(fields).map((field) => `${part}/${number}/${field}`),
  )
}

export type NumberedSave = { readonly part: string; readonly read: number; readonly text: string }

/**
 * Two people who each add an outcome have added two: what was empty when it was read, and stands now, is given the next
 * number, with all its fields. `standing`: the keys that have a version.
 */
export function renumbered<Save extends NumberedSave>(
  saves: readonly Save[],
  standing: ReadonlySet<string>,
): readonly Save[] {
  const next = new Map<string, number>()
  const groups = Map.groupBy(saves, ({ part }) => part.split('/').slice(0, 2).join('/'))
  return [...groups].flatMap(([group, own]) => {
    const [name = '', number] = group.split('/')
    const isNew = own.every(({ read }) => read === 0) && own.some(({ text }) => text.trim() !== '')
    const isTaken = [...standing].some((key) => key.startsWith(`${group}/`))
    if (number === undefined || !isNew || !isTaken) return own
    const keys = [...standing, ...saves.map(({ part }) => part)]
    const free = next.get(name) ?? highestNumber(keys, name) + 1
    next.set(name, free + 1)
    return own.map((save) => ({ ...save, part: [name, free, ...save.part.split('/').slice(2)].join('/') }))
  })
}
