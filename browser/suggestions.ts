// Suggests children while somebody types into the search box: a combobox as ARIA 1.2 describes it. Without it the box posts as it always does.
import { tokenOfPage, whoIsSignedIn } from './signed-in.ts'

const AFTER_TYPING = 250
const LEAST = 2
const LIST = 'suggestions'

type Child = { readonly id: string; readonly name: string; readonly beside: string }
type Answer = {
  readonly children: readonly Child[]
  readonly closed: readonly { readonly ask: string | null }[]
  readonly more: boolean
}
const isAnswer = (found: unknown): found is Answer =>
  typeof found === 'object' && found !== null && 'children' in found && 'closed' in found && 'more' in found

/** One line of the list: where it leads; without an address it sends the search, as Enter does. */
type Line = { readonly words: string; readonly beside?: string; readonly to?: string }

const linesOf = ({ children, closed, more }: Answer): readonly Line[] => [
  ...children.map(({ id, name, beside }) => ({ words: name, beside, to: `/children/${encodeURIComponent(id)}` })),
  ...closed.map(({ ask }) => ({ words: `A record that you may not see matches. Ask ${ask ?? 'your manager'}.` })),
  ...(more ? [{ words: 'Show all that match' }] : []),
]

function saidOf({ children, closed, more }: Answer): string {
  if (children.length + closed.length === 0) return 'No child matches yet'
  const count = children.length === 1 ? '1 child' : `${children.length} children`
  const found = more ? `The surest ${count}` : count
  const ask = closed.length === 0 ? '' : `, ${closed.length} closed`
  return `${found}${ask}. Choose with the arrow keys, open with Enter.`
}

class Suggesting {
  readonly #box: HTMLInputElement
  readonly #list = document.createElement('ul')
  readonly #status = document.createElement('div')
  #lines: readonly Line[] = []
  #at = -1
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined

  constructor(box: HTMLInputElement) {
    this.#box = box
    // A search field may not be a combobox, and Escape would empty it.
    box.type = 'text'
    const list = { role: 'listbox', id: LIST, class: 'kith-suggestions', 'aria-label': 'Children who match' }
    for (const [name, value] of Object.entries(list)) this.#list.setAttribute(name, value)
    this.#list.hidden = true
    this.#status.className = 'govuk-visually-hidden'
    this.#status.setAttribute('role', 'status')
    const combobox = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': LIST, 'aria-expanded': 'false' }
    for (const [name, value] of Object.entries(combobox)) box.setAttribute(name, value)
    box.enterKeyHint = 'search'
    box.form?.append(this.#list, this.#status)
    box.addEventListener('input', () => this.#typed())
    box.addEventListener('keydown', (event) => this.#key(event))
    box.addEventListener('blur', () => this.#close())
    box.form?.addEventListener('submit', () => this.#forget())
    // The box keeps the focus while somebody presses a line.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      if (event.target instanceof Element)
        this.#choose(this.#options().findIndex((one) => one.contains(event.target as Node)))
    })
  }

  #options(): readonly HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  #forget(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    this.#lines = []
    this.#close()
  }

  #typed(): void {
    clearTimeout(this.#timer)
    this.#mark(-1)
    if (this.#box.value.trim().length < LEAST) this.#forget()
    else this.#timer = setTimeout(() => void this.#ask(), AFTER_TYPING)
  }

  /** What is typed is a name: it is posted, and never stands in an address. */
  async #post(signal: AbortSignal): Promise<Response | undefined> {
    const body = new URLSearchParams({ q: this.#box.value })
    const headers = { 'x-kith-token': tokenOfPage() }
    const to = `${this.#box.form?.action ?? ''}/suggestions`
    return await fetch(to, { method: 'POST', body, headers, signal }).catch(() => undefined)
  }

  async #ask(): Promise<void> {
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    let answer = await this.#post(asking.signal)
    const late = answer?.status === 401 || answer?.status === 403
    if (late && (await whoIsSignedIn()).kind === 'same') answer = await this.#post(asking.signal)
    const found: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined
    if (asking.signal.aborted) return
    if (isAnswer(found)) this.#show(found)
    else this.#forget()
  }

  #show(answer: Answer): void {
    this.#lines = linesOf(answer)
    this.#list.replaceChildren(
      ...this.#lines.map(({ words, beside }, at) => {
        const option = document.createElement('li')
        const attributes = { role: 'option', id: `${LIST}-${at}`, 'aria-selected': 'false' }
        for (const [name, value] of Object.entries(attributes)) option.setAttribute(name, value)
        option.append(words)
        if (beside !== undefined) {
          const note = document.createElement('span')
          note.textContent = beside
          option.append(' ', note)
        }
        return option
      }),
    )
    this.#mark(-1)
    if (document.activeElement !== this.#box) return
    if (this.#lines.length === 0) this.#close()
    else this.#open()
    this.#status.textContent = saidOf(answer)
  }

  #open(): void {
    this.#list.hidden = false
    this.#box.setAttribute('aria-expanded', 'true')
  }

  #close(): void {
    this.#list.hidden = true
    this.#status.textContent = ''
    this.#box.setAttribute('aria-expanded', 'false')
    this.#mark(-1)
  }

  #mark(at: number): void {
    this.#at = at
    const options = this.#options()
    for (const [place, option] of options.entries()) option.setAttribute('aria-selected', String(place === at))
    const chosen = options[at]
    if (chosen === undefined) this.#box.removeAttribute('aria-activedescendant')
    else {
      this.#box.setAttribute('aria-activedescendant', chosen.id)
      chosen.scrollIntoView({ block: 'nearest' })
    }
  }

  /** Past the last line comes the text again, and then the first. */
  #move(by: 1 | -1): void {
    this.#open()
    const places = this.#lines.length + 1
    this.#mark(((this.#at + 1 + by + places) % places) - 1)
  }

  #choose(at: number): void {
    const line = this.#lines[at]
    if (line === undefined) return
    if (line.to === undefined) this.#box.form?.requestSubmit()
    else location.assign(line.to)
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return
    const open = !this.#list.hidden
    const act: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: this.#lines.length === 0 ? undefined : () => (event.altKey ? this.#open() : this.#move(1)),
      ArrowUp: this.#lines.length === 0 ? undefined : () => (event.altKey ? this.#close() : this.#move(-1)),
      Escape: open ? () => this.#close() : undefined,
      Enter: open && this.#at >= 0 ? () => this.#choose(this.#at) : undefined,
    }
    const does = act[event.key]
    if (does !== undefined) {
      event.preventDefault()
      does()
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) this.#mark(-1)
  }
}

export function suggestWhileTyping(): void {
  const box = document.querySelector<HTMLInputElement>('.kith-header__search input[type=search]')
  if (box !== null) new Suggesting(box)
}
