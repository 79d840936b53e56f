// Keyboard shortcuts, for whoever has turned them on in their account: never a single key while somebody types. The help lists them.

const TYPING = 'input, textarea, select, [contenteditable]'
const ROWS =
  'main :is(.kith-table tbody tr, .govuk-table tbody tr, .kith-lines > li, .kith-actions > li, .kith-timeline > li)'
const PLACES: Readonly<Record<string, string>> = { h: '/', c: '/children', a: '/approvals' }

const all = (selector: string, within: ParentNode = document): readonly HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(selector),
]

/** A place that the reader may not go to is not in their navigation, and has no shortcut. */
const goTo = (address: string): void => document.querySelector<HTMLElement>(`.kith-nav a[href="${address}"]`)?.click()

function toSearch(): void {
  const box = document.querySelector<HTMLInputElement>('#search')
  box?.focus()
  box?.select()
}

/** To what opens the next row of whatever lists the page has; Enter opens it, as it opens any link. */
function toRow(by: 1 | -1): void {
  const rows = all(ROWS).flatMap((row) => {
    const opens = all('a[href], button, summary', row).find((one) => one.checkVisibility())
    return opens === undefined ? [] : [{ row, opens }]
  })
  const here = rows.findLastIndex(({ row }) => row.contains(document.activeElement))
  rows[here === -1 ? (by === 1 ? 0 : -1) : here + by]?.opens.focus()
}

/** Of a child it is a page of its own; on a home a menu. */
function toRecord(): void {
  const record = all('.kith-child__menus > a, .kith-menu > summary').find((one) => one.textContent.startsWith('Record'))
  const menu = record?.parentElement
  if (menu instanceof HTMLDetailsElement) {
    menu.open = true
    menu.querySelector('a')?.focus()
  } else record?.click()
}

/** Closes a menu, and leads back to what opened it. Nothing is thrown away. */
function closeMenu(): boolean {
  const [menu] = all('details.kith-menu[open]')
  if (!(menu instanceof HTMLDetailsElement)) return false
  menu.open = false
  menu.querySelector('summary')?.focus()
  return true
}

/** The form in which somebody writes; or the only one. */
function formHere(): HTMLFormElement | undefined {
  const forms = all('form[data-autosave]').filter((one) => one instanceof HTMLFormElement)
  return forms.find((one) => one.contains(document.activeElement)) ?? (forms.length === 1 ? forms[0] : undefined)
}

const SINGLE: Readonly<Record<string, (() => void) | undefined>> = {
  '/': toSearch,
  '?': () => location.assign('/help#keyboard'),
  j: () => toRow(1),
  k: () => toRow(-1),
  r: toRecord,
}

class Listening {
  /** After g comes where to. */
  #going = false

  single(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase()
    const place = this.#going ? PLACES[key] : undefined
    this.#going = key === 'g' && !this.#going
    if (this.#going) return true
    const tab = /^[1-9]$/.test(key) ? all('.kith-tabs a')[Number(key) - 1] : undefined
    const does = place === undefined ? (SINGLE[key] ?? (tab && (() => tab.click()))) : () => goTo(place)
    does?.()
    return does !== undefined
  }

  forget(): void {
    this.#going = false
  }
}

/** With a second key: while somebody types, too. */
function together(event: KeyboardEvent): boolean {
  const form = formHere()
  if (form === undefined) return false
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    form.requestSubmit(form.querySelector<HTMLButtonElement>('button[name=_do][value=send]'))
    return true
  }
  if (event.code !== 'KeyS' || !event.altKey || event.ctrlKey || event.metaKey) return false
  form.dispatchEvent(new Event('change'))
  return true
}

export function listenForShortcuts(): void {
  const on = document.documentElement.dataset['shortcuts'] === 'on'
  const listening = new Listening()
  if (on) document.querySelector('#search')?.setAttribute('aria-keyshortcuts', '/')
  addEventListener('pointerdown', () => listening.forget(), { passive: true })
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    if (event.key === 'Shift') return
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey
    const typing = event.target instanceof Element && event.target.closest(TYPING) !== null
    if (typing || !plain) listening.forget()
    const done =
      event.key === 'Escape' && plain
        ? closeMenu()
        : on && (plain ? !typing && listening.single(event) : together(event))
    if (done) event.preventDefault()
  })
}
