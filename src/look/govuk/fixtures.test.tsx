// Holds every component to the examples that GOV.UK Frontend ships for it: the same markup, white space and the order of attributes aside.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, it } from 'node:test'
import { raw } from 'hono/html'
import { jsx } from 'hono/jsx'
import { BackLink } from './back-link.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button } from './button.tsx'
import { CharacterCount } from './character-count.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { FileUpload } from './file-upload.tsx'
import { GenericHeader } from './generic-header.tsx'
import { Hint } from './hint.tsx'
import { Input } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Label } from './label.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { Pagination } from './pagination.tsx'
import { Panel } from './panel.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { ServiceNavigation } from './service-navigation.tsx'
import { SkipLink } from './skip-link.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'
import { Tag } from './tag.tsx'
import { tokensOf } from './test-markup.ts'
import { Textarea } from './textarea.tsx'
import { WarningText } from './warning-text.tsx'

type Fixture = { readonly name: string; readonly options: Readonly<Record<string, unknown>>; readonly html: string }

type Component = Parameters<typeof jsx>[0]

const COMPONENTS: Readonly<Record<string, Component>> = {
  'back-link': BackLink,
  breadcrumbs: Breadcrumbs,
  button: Button,
  'character-count': CharacterCount,
  checkboxes: Checkboxes,
  'date-input': DateInput,
  details: Details,
  'error-message': ErrorMessage,
  'error-summary': ErrorSummary,
  fieldset: Fieldset,
  'file-upload': FileUpload,
  'generic-header': GenericHeader,
  hint: Hint,
  input: Input,
  'inset-text': InsetText,
  label: Label,
  'notification-banner': NotificationBanner,
  pagination: Pagination,
  panel: Panel,
  radios: Radios,
  select: Select,
  'service-navigation': ServiceNavigation,
  'skip-link': SkipLink,
  'summary-list': SummaryList,
  table: Table,
  tabs: Tabs,
  tag: Tag,
  textarea: Textarea,
  'warning-text': WarningText,
}

const find = createRequire(import.meta.url)
const fixturesOf = (name: string): readonly Fixture[] =>
  JSON.parse(readFileSync(find.resolve(`govuk-frontend/dist/govuk/components/${name}/fixtures.json`), 'utf8')).fixtures

/** In a macro words are `text` or `html`; here they are what JSX takes: a string, or markup made by us. */
const WORDS = ['', 'title', 'summary', 'description', 'logo']
const SLOTS = ['beforeInput', 'afterInput', 'beforeInputs', 'afterInputs', 'conditional']

function translated(given: unknown, at = ''): unknown {
  if (Array.isArray(given)) return given.map((one) => translated(one, at))
  if (typeof given !== 'object' || given === null) return given
  if (at === 'slots') return slots(given as Readonly<Record<string, unknown>>)
  const words = new Map<string, unknown>()
  const rest = Object.entries(given).filter(([key, value]) => {
    const stem = WORDS.find(
      (word) => key === (word === '' ? 'text' : `${word}Text`) || key === (word === '' ? 'html' : `${word}Html`),
    )
    if (stem === undefined) return true
    const name = stem === '' ? 'text' : stem
    if (/html$/i.test(key)) words.set(name, value ? raw(value) : words.get(name))
    else if (!words.get(name)) words.set(name, value)
    return false
  })
  if (SLOTS.includes(at)) return words.get('text')
  return {
    ...Object.fromEntries(rest.map(([key, value]) => [key, translated(value, key)])),
    ...Object.fromEntries(words),
  }
}

function slots(given: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(given).map(([name, slot]): [string, unknown] => {
    const { html = slot } = slot as { readonly html?: unknown }
    return [name, raw(html)]
  })
  const { align } = (given['end'] ?? {}) as { readonly align?: string }
  return { ...Object.fromEntries(entries), endIsInline: align === 'inline' }
}

function rendered(component: Component, options: Fixture['options']): string {
  const { text, description, ...props } = translated(options) as Record<string, never>
  const children = text ?? description
  return String(jsx(component, children === undefined ? props : { ...props, children }))
}

describe('the components', () => {
  for (const [name, component] of Object.entries(COMPONENTS)) {
    const fixtures = fixturesOf(name)
    it(`${name}: ${fixtures.length} examples`, () => {
      for (const { name: example, options, html } of fixtures)
        assert.deepEqual(tokensOf(rendered(component, options)), tokensOf(html), example)
    })
    it(`${name}: one class more would be seen`, () => {
      for (const { options, html } of fixtures.filter(({ html: shown }) => shown.includes('class="')).slice(0, 3))
        assert.notDeepEqual(
          tokensOf(rendered(component, options)),
          tokensOf(html.replace('class="', 'class="planted ')),
        )
    })
  }
  it('all of them were compared', () => {
    const all = Object.keys(COMPONENTS).flatMap((name) => fixturesOf(name))
    assert.equal(all.length, 604)
    assert.equal(all.filter(({ html }) => tokensOf(html).length > 0).length, 603)
  })
})

describe('markup is told apart', () => {
  const same = (one: string, other: string) => assert.deepEqual(tokensOf(one), tokensOf(other))
  const different = (one: string, other: string) => assert.notDeepEqual(tokensOf(one), tokensOf(other))
  it('by everything but white space, the order of attributes and the spelling of a character', () => {
    same('<p class="a  b" id="c">\n one\n two </p>', '<p id=\'c\' class="a b">one two</p>')
    same('<input disabled>', '<input disabled="" />')
    same('<path d="M0"/>', '<path d="M0"></path>')
    same('it&#39;s &ctdot;', "it's ⋯")
  })
  it('a tag, an attribute, its value, a word, an order, an escape', () => {
    different('<p>a</p>', '<div>a</div>')
    different('<p>a</p>', '<p id="">a</p>')
    different('<p id="a">a</p>', '<p id="b">a</p>')
    different('<p>a b</p>', '<p>ab</p>')
    different('<b>a</b><i>b</i>', '<i>b</i><b>a</b>')
    different('<p>&lt;b&gt;</p>', '<p><b></p>')
    different('<p><b>a</b></p>', '<p><b>a</p></b>')
  })
})
