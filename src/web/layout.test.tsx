// The layout: only what the app gives is on the page, so that no link is dead.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsx } from 'hono/jsx'
import { Layout, type LayoutProps } from './layout.tsx'

const bare: LayoutProps = {
  title: 'Children',
  council: 'Northmere Council',
  demonstration: false,
  today: 'Wed 31 Mar 2027',
  stylesheet: '/styles.css',
  navigation: [],
  here: '/',
}
const shown = (props: Partial<LayoutProps> = {}) => String(jsx(Layout, { ...bare, ...props }))
const links = (text: string) => [...text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, to]) => to)

test('bare: a way past the navigation and a way home, nothing else', () => {
  const text = shown()
  assert.deepEqual(links(text), ['#main', '/'])
  assert.doesNotMatch(text, /<nav|<form|<script|Demonstration|kith-header__who/)
  assert.match(text, /class="govuk-template kith-compact"/)
})

test('everything: navigation with what there is to do, search, who, help, theme, islands', () => {
  const text = shown({
    navigation: [
      { to: '/', words: 'Children' },
      { to: '/approvals', words: 'Approvals', count: 3 },
      { to: '/rules', words: 'Rulebook', count: 0 },
    ],
    who: { name: 'Priya Nair', account: '/account' },
    search: '/search',
    inForms: <input type="hidden" name="token" value="t" />,
    help: [{ to: '/help', words: 'Help and guidance' }],
    theme: '/theme.css',
    scripts: ['/draft.js'],
    density: 'comfortable',
    demonstration: true,
  })
  assert.deepEqual(links(text), ['#main', '/', '/account', '/', '/approvals', '/rules', '/help'])
  assert.equal([...text.matchAll(/aria-current="page"/g)].length, 1)
  assert.match(text, /<form method="post" action="\/search"><input type="hidden" name="token" value="t"\/>/)
  assert.equal([...text.matchAll(/kith-count/g)].length, 1)
  assert.ok(text.indexOf('/styles.css') < text.indexOf('/theme.css'))
  assert.match(text, /<script type="module" src="\/draft.js"><\/script>/)
  assert.match(text, /class="govuk-template kith-comfortable"/)
  assert.match(text, /printed Wed 31 Mar 2027 by Priya Nair/)
})

test('nothing is inline, and what was typed is text', () => {
  const text = shown({ title: '<script>', council: '"><b>', who: { name: '<i>' } })
  assert.doesNotMatch(text, /<script>|<b>|<i>|style="| on[a-z]+="/)
})
