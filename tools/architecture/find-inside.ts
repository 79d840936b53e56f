// Finds, inside a parsed file, what the rules of the house ask about: inner imports, uses of the world, claims about types, SQL.
import { type MemberExpression, type Program, type TSImportTypeQualifier, Visitor } from 'oxc-parser'

export type Import = {
  readonly from: string
  /** The imported names; 'everything' for a namespace, a side effect or a dynamic import. */
  readonly names: readonly string[] | 'everything'
  /** Gone when the program runs: it loads nothing. */
  readonly typesOnly: boolean
  readonly line: number
}
export type Found = { readonly what: string; readonly line: number }
export type LineAt = (offset: number) => number

/** `import('…')` as an expression and as a type. */
export function findInnerImports(program: Program, lineAt: LineAt): Import[] {
  const found: Import[] = []
  new Visitor({
    ImportExpression: ({ source, start }) => {
      if (source.type === 'Literal' && typeof source.value === 'string')
        found.push({ from: source.value, names: 'everything', typesOnly: false, line: lineAt(start) })
    },
    TSImportType: ({ source, qualifier, start }) => {
      found.push({ from: source.value, names: typeNames(qualifier), typesOnly: true, line: lineAt(start) })
    },
  }).visit(program)
  return found
}

function typeNames(qualifier: TSImportTypeQualifier | null): Import['names'] {
  if (qualifier === null) return 'everything'
  return qualifier.type === 'Identifier' ? [qualifier.name] : typeNames(qualifier.left)
}

const worldlyObjects = new Map([
  ['Date', /^now$/],
  ['Math', /^random$/],
  ['performance', /^(now|timeOrigin|mark|measure)$/],
  ['Temporal', /^Now$/],
  ['process', /./],
  ['crypto', /./],
  ['console', /./],
  ['globalThis', /./],
])
const worldlyCalls = new Set(['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'Date', 'require'])

/** Uses of clock, environment, network, chance, timers and terminal, each by its written name. */
export function findWorldUses(program: Program, lineAt: LineAt): Found[] {
  const found: Found[] = []
  const note = (what: string, { start }: { start: number }) => found.push({ what, line: lineAt(start) })
  new Visitor({
    ImportExpression: (node) => {
      if (node.source.type !== 'Literal') note('import(…) of a computed name', node)
    },
    NewExpression: (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return
      note(node.arguments.length === 0 ? 'new Date()' : 'new Date(…)', node)
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && worldlyCalls.has(node.callee.name)) note(`${node.callee.name}()`, node)
    },
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier') return
      const property = writtenProperty(node.property)
      if (worldlyObjects.get(node.object.name)?.test(property)) note(`${node.object.name}.${property}`, node)
    },
  }).visit(program)
  return found
}

function writtenProperty(property: MemberExpression['property']): string {
  if (property.type === 'Identifier' || property.type === 'PrivateIdentifier') return property.name
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : '[…]'
}

/** `any`, and claims about a type: `as Type` (not `as const`) and `<Type>value`. */
export function findClaims(program: Program, lineAt: LineAt): { anys: Found[]; casts: Found[] } {
  const anys: Found[] = []
  const casts: Found[] = []
  new Visitor({
    TSAnyKeyword: ({ start }) => anys.push({ what: 'any', line: lineAt(start) }),
    TSAsExpression: ({ typeAnnotation: to, start }) => {
      const asConst = to.type === 'TSTypeReference' && to.typeName.type === 'Identifier' && to.typeName.name === 'const'
      if (!asConst) casts.push({ what: 'as', line: lineAt(start) })
    },
    TSTypeAssertion: ({ start }) => casts.push({ what: '<Type>', line: lineAt(start) }),
  }).visit(program)
  return { anys, casts }
}

const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])
// Lower or upper case throughout: a sentence such as "Select a home from the list" is no SQL.
const sqlShape =
  /^\s*(select\s[\s\S]*?\sfrom\s|select\s+[\w.]+\(|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\S+\s+as\s*\(|copy\s+\S+\s*(\(|from\s|to\s)|SELECT\s[\s\S]*?\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s)/

/** SQL as a tagged template, as text that reads like it, or through a query builder. */
export function findSql(program: Program, lineAt: LineAt): Found[] {
  const found: Found[] = []
  const note = (what: string, { start }: { start: number }) => found.push({ what, line: lineAt(start) })
  new Visitor({
    CallExpression: (node) => {
      const name = node.callee.type === 'MemberExpression' ? writtenProperty(node.callee.property) : ''
      if (builders.has(name)) note(`${name}()`, node)
    },
    TaggedTemplateExpression: (node) => {
      if (node.tag.type === 'Identifier' && node.tag.name === 'sql') note('sql`…`', node)
    },
    TemplateLiteral: (node) => {
      if (sqlShape.test(node.quasis.map((part) => part.value.raw).join('?'))) note('a template that reads as SQL', node)
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && sqlShape.test(node.value)) note('a string that reads as SQL', node)
    },
  }).visit(program)
  return found
}
