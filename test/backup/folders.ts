// What two folders hold, file by file, to be compared to the byte.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]))
}

/** Files that are not the same in both, by name. */
export function differing(one: string, other: string): readonly string[] {
  const [here, there] = [filesIn(one), filesIn(other)]
  return [...new Set([...here.keys(), ...there.keys()])].filter((file) => {
    const [a, b] = [here.get(file), there.get(file)]
    return a === undefined || b === undefined || !a.equals(b)
  })
}
