// Reads one TypeScript file into what the rules of the house ask about: imports, exports, uses of the world, claims about types, SQL.
import { parseSync, type StaticExport, type StaticImport } from 'oxc-parser'
import {
  type Found,
  findClaims,
  findInnerImports,
  findSql,
  findWorldUses,
  type Import,
  type LineAt,
} from './find-inside.ts'

/** A name that a file hands on from another: `export { name as exported } from 'from'`; '*' stands for all. */
export type HandedOn = {
  readonly exported: string
  readonly name: string
  readonly from: string
  readonly typesOnly: boolean
  readonly line: number
}

export type Source = {
  readonly path: string
  readonly lines: number
  readonly opensWithComment: boolean
  readonly imports: readonly Import[]
  readonly handedOn: readonly HandedOn[]
  /** Uses of clock, environment, network, chance, timers and terminal, each by its written name. */
  readonly worldUses: readonly Found[]
  readonly anys: readonly Found[]
  readonly casts: readonly Found[]
  readonly sql: readonly Found[]
  readonly syntaxErrors: readonly string[]
}

/** Parses `text`; `path` is relative to `src` and its ending says whether JSX may stand in it. */
export function readSource(path: string, text: string): Source {
  const { program, module, comments, errors } = parseSync(path, text)
  const lineAt = lineFinder(text)
  const names = new Map(
    module.staticImports.flatMap((i) => i.entries.map((e) => [e.localName.value, { i, e }] as const)),
  )
  const handedOn = module.staticExports.flatMap((e) => handedOnBy(e, lineAt))
  for (const { exported, local, line } of localExports(module.staticExports, lineAt)) {
    const imported = names.get(local)
    if (imported)
      handedOn.push({
        ...{ exported, name: imported.e.importName.name ?? '*', from: imported.i.moduleRequest.value },
        ...{ typesOnly: imported.e.isType, line },
      })
  }
  const afterHashbang = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0
  const first = comments[0]
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    opensWithComment: first !== undefined && text.slice(afterHashbang, first.start).trim() === '',
    imports: [
      ...module.staticImports.map((i) => importOf(i, lineAt)),
      ...handedOnImports(module.staticExports, lineAt),
      ...findInnerImports(program, lineAt),
    ],
    handedOn,
    worldUses: findWorldUses(program, lineAt),
    ...findClaims(program, lineAt),
    sql: findSql(program, lineAt),
    syntaxErrors: errors.map((e) => e.message),
  }
}

function lineFinder(text: string): LineAt {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}

function importOf(found: StaticImport, lineAt: LineAt): Import {
  const names = found.entries.map((e) =>
    e.importName.kind === 'NamespaceObject' ? '*' : (e.importName.name ?? 'default'),
  )
  const everything = names.length === 0 || names.includes('*')
  const typesOnly = found.entries.length > 0 && found.entries.every((e) => e.isType)
  return {
    ...{ from: found.moduleRequest.value, names: everything ? 'everything' : names },
    ...{ typesOnly, line: lineAt(found.start) },
  }
}

function handedOnImports(found: readonly StaticExport[], lineAt: LineAt): Import[] {
  return found
    .flatMap((e) => handedOnBy(e, lineAt))
    .map(({ name, ...found }) => ({ ...found, names: name === '*' ? 'everything' : [name] }))
}

function handedOnBy(found: StaticExport, lineAt: LineAt): HandedOn[] {
  return found.entries.flatMap((e) =>
    e.moduleRequest === null
      ? []
      : [
          {
            exported: e.exportName.name ?? '*',
            name: e.importName.name ?? '*',
            from: e.moduleRequest.value,
            typesOnly: e.isType,
            line: lineAt(found.start),
          },
        ],
  )
}

function localExports(found: readonly StaticExport[], lineAt: LineAt) {
  return found.flatMap((s) =>
    s.entries.flatMap((e) =>
      e.moduleRequest === null && e.localName.name !== null
        ? [{ exported: e.exportName.name ?? 'default', local: e.localName.name, line: lineAt(s.start) }]
        : [],
    ),
  )
}
