// Reads a board from a file's text: every fault in plain words, with the row it stands in.
import type { BoardInput, GroupWaiting, HomeFree, PairScored } from './board.ts'

export class BadBoard extends Error {}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function listOf(whole: Fields, name: string): readonly unknown[] {
  const list = whole[name]
  if (Array.isArray(list)) return list
  throw new BadBoard(`The file has no list of ${name}.`)
}

/** Rows count from 1, as people do. */
class Row {
  readonly where: string
  readonly fields: Fields
  constructor(list: string, at: number, value: unknown) {
    this.where = `${list}, row ${at + 1}`
    if (!isFields(value)) throw new BadBoard(`${this.where}: this is no entry in { … }.`)
    this.fields = value
  }
  id(name: string): string {
    const value = this.fields[name]
    if (typeof value === 'string' && value !== '') return value
    throw this.wrong(`${name} is missing, or is no text`)
  }
  whole(name: string, least: number): number {
    const value = this.fields[name]
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 1000) return value
    throw this.wrong(`${name} has to be a whole number from ${least} to 1000`)
  }
  wrong(words: string): BadBoard {
    return new BadBoard(`${this.where}: ${words}.`)
  }
}

function once<T extends { readonly id: string }>(list: string, rows: readonly T[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const [at, { id }] of rows.entries()) {
    if (seen.has(id)) throw new BadBoard(`${list}, row ${at + 1}: ${id} stands there already.`)
    seen.add(id)
  }
  return seen
}

function groupFrom(value: unknown, at: number): GroupWaiting {
  const row = new Row('groups', at, value)
  const solo = row.fields['solo'] ?? false
  if (typeof solo !== 'boolean') throw row.wrong('solo is true or false')
  return { id: row.id('id'), size: row.whole('size', 1), solo }
}

function homeFrom(value: unknown, at: number): HomeFree {
  const row = new Row('homes', at, value)
  return { id: row.id('id'), free: row.whole('free', 0) }
}

function pairsFrom(
  list: readonly unknown[],
  groups: ReadonlySet<string>,
  homes: ReadonlySet<string>,
): readonly PairScored[] {
  const seen = new Map<string, Set<string>>()
  return list.map((value, at) => {
    const row = new Row('pairs', at, value)
    const [group, home, score] = [row.id('group'), row.id('home'), row.fields['score']]
    if (!groups.has(group)) throw row.wrong(`there is no group ${group}`)
    if (!homes.has(home)) throw row.wrong(`there is no home ${home}`)
    if (typeof score !== 'number' || !Number.isFinite(score)) throw row.wrong('score has to be a number')
    const homesOfGroup = seen.get(group) ?? new Set()
    if (homesOfGroup.has(home)) throw row.wrong(`${group} and ${home} stand together already`)
    seen.set(group, homesOfGroup.add(home))
    return { group, home, score }
  })
}

export function readBoard(text: string): BoardInput {
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch {
    throw new BadBoard('This is no JSON file.')
  }
  if (!isFields(whole)) throw new BadBoard('The file has to be { "groups": […], "homes": […], "pairs": […] }.')
  const groups = listOf(whole, 'groups').map(groupFrom)
  const homes = listOf(whole, 'homes').map(homeFrom)
  return { groups, homes, pairs: pairsFrom(listOf(whole, 'pairs'), once('groups', groups), once('homes', homes)) }
}
