// For the fuzzing of forms: what a browser reads of a form's page, and what nobody would type into it.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { ask, type SignedIn } from './whole-app.ts'

export type Field = readonly [string, string]
export type Page = {
  readonly status: number
  readonly names: readonly string[]
  readonly hidden: readonly Field[]
  /** What its buttons send as `_do`. */
  readonly presses: readonly string[]
  /** Whether the line of a child stands above it. */
  readonly lined: boolean
}

const decoded = (value: string): string =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

type Control = { readonly tag: string; readonly of: (attribute: string) => string }
/** Attributes stand in whatever order a component writes them. */
function controlsIn(form: string): readonly Control[] {
  return [...form.matchAll(/<(input|textarea|select|button)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, tag = '', written = '']) => {
      const attributes = new Map(
        [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
      )
      return { tag, of: (attribute) => attributes.get(attribute) ?? '' }
    },
  )
}

export function pageOf(html: string, status = 200): Page {
  const controls = controlsIn(/<form[^>]*data-autosave[\s\S]*?<\/form>/.exec(html)?.[0] ?? '')
  const [buttons, fields] = [controls.filter(({ tag }) => tag === 'button'), controls.filter(isField)]
  const hidden = fields.filter(({ of }) => of('type') === 'hidden')
  return {
    status,
    names: [...new Set(fields.map(({ of }) => of('name')))].filter(isTyped),
    hidden: hidden.map(({ of }) => [of('name'), of('value')] as const),
    lined: html.includes('class="kith-child-line"'),
    presses: [...new Set(buttons.flatMap(({ of }) => (of('name') === '_do' ? [of('value')] : [])))],
  }
}
const isField = ({ tag, of }: Control): boolean => tag !== 'button' && of('name') !== ''
/** Of the fields, those that the form does not carry for itself. */
export const isTyped = (name: string): boolean => !name.startsWith('_') && name !== 'form-token'

/** The form of this address, begun anew. */
export async function begun(app: Hono, { secret }: SignedIn, address: string): Promise<Page> {
  const answer = await ask(app, { method: 'GET', path: `${address}?fresh=1` }, { secret })
  return pageOf(await answer.text(), answer.status)
}

const NASTY = [
  ...['', ' ', '\t\r\n', 'null', 'undefined', 'NaN', '-1', '1e309', '99999999999999999999', '0x10', '١٢٣'],
  ...['<zq onload=alert(1)>', '</textarea><zq>', '"><zq a="', "'><zq>", '&lt;zq&gt;', '{{zq}}', '<!--<zq>'],
  ...['a\0b', '\0', '\u0001\u001b[31m', '\ud800', '\udfff\ud800', '\uFEFFx', '\u202Etxt.exe'],
  ...['שלום עולם', 'مرحبا', 'e\u0301', '👩‍👩‍👧‍👦', 'Z͑ͫ̓ͪ̂a̴l', '31 Febr', '2027-02-30', '0000-00-00', '9999-12-31'],
  ...['32/13/26', 'tomorrow', '25:61', '24:00', "'; drop table kith.child; --", '%00', '../../etc/passwd'],
  ...['$1', '\\', '${x}', 'x'.repeat(20_000), 'word '.repeat(3_000)],
  ...[randomUUID(), 'constructor', '__proto__', 'toString'],
]
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 200 }),
)

/** What a browser sends of this page, with nasty texts: fields left out, sent twice, in numbers, and some that no page has. */
export const arbitraryFields = ({ names }: Page): fc.Arbitrary<readonly Field[]> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...(names.length === 0 ? ['zq'] : names)) },
          fc.constantFrom('zq<zq>', 'constructor', '__proto__', 'a\0b'),
        ),
        text,
      ),
      { maxLength: 14, minLength: 1 },
    )
    .filter((fields) => fields.some(([, value]) => value.trim() !== ''))

/** Of the fields that the form carries for itself: as they are, or one of them wrong. */
export const wrong = fc.option(
  fc.tuple(
    fc.constantFrom('_draft', '_revision', '_read', '_form', '_child', '_about'),
    fc.constantFrom('', '1; drop', randomUUID(), '-1', '1e400', '7', 'x'.repeat(3000)),
  ),
  { nil: undefined },
)
export const carried = ({ hidden }: Page, change: Field | undefined): readonly Field[] =>
  hidden.map(([name, value]) => (change !== undefined && name === change[0] ? [name, change[1]] : [name, value]))

/** As it is kept: with the mark that stands for NUL, and what no text can hold replaced as browsers do. */
const kept = (value: string): string => value.toWellFormed().replaceAll('\0', '\uFFFD')

/** What was typed of a form that is sent, as it has to be kept. */
export function typedOf(fields: readonly Field[]): ReadonlyMap<string, readonly string[]> {
  const typed = new Map<string, string[]>()
  for (const [name, value] of fields)
    if (isTyped(name)) typed.set(kept(name), [...(typed.get(kept(name)) ?? []), kept(value)])
  return typed
}
