// Reads the house as it stands on disk: every .ts and .tsx file under `src`, and the floors.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import floors from '../../src/floors.json' with { type: 'json' }
import { buildHouse, type House } from './house.ts'

export function readHouse(src = join(import.meta.dirname, '../../src')): House {
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return buildHouse(
    floors.floors,
    Object.fromEntries(files.map((path) => [relative(src, path), readFileSync(path, 'utf8')])),
  )
}
