// The five complete returns that tests and benchmarks use, each with the flags that the reference raises.

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { NamedBytes } from '#return-files'
import type { ReturnFiles } from '../../src/statutory-returns/ssda903/check-return.ts'
import {
  readPostcodes,
  readProviders,
  readSetDescription,
} from '../../src/statutory-returns/ssda903/set-description.ts'

export const setNames = ['A-2027-main', 'A-2027-baddates', 'A-2027-dupes', 'A-2026-main', 'C-2027-clean'] as const

export type Flags = Record<string, Record<string, number[]>>
export type Expected = { flags: Flags; clean: string[]; aliased: Flags }

type Stored = { files: Record<string, string> }

export type StoredSet = { files: ReturnFiles; expected: Expected; text(path: string): string }

export function storedSet(name: (typeof setNames)[number]): StoredSet {
  const stored: Stored = JSON.parse(
    gunzipSync(readFileSync(`test/material/ssda903/sets/${name}.json.gz`)).toString('utf8'),
  )
  const text = (path: string) => stored.files[path] ?? ''
  const under = (folder: string): NamedBytes[] =>
    Object.entries(stored.files)
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, content]) => ({ name: path.slice(folder.length + 1), bytes: new TextEncoder().encode(content) }))
  return {
    text,
    expected: JSON.parse(text('expected.json')),
    files: {
      ...readSetDescription(text('set.json')),
      thisYear: under('this_year'),
      lastYear: under('last_year'),
      postcodes: readPostcodes(text('postcodes.json')),
      providers: readProviders(text('providers.json')),
    },
  }
}
