// Keeps a form as a draft while somebody types: a second after they stop, on leaving a field, every twenty seconds, and on leaving the page.
import { whoIsSignedIn } from './signed-in.ts'

const AFTER_TYPING = 1000
const EVERY = 20_000
const AGAIN = 5000
/** A network that hangs does not hold back a form that is sent. */
const LONGEST_WAIT = 3_000

type Note = { readonly field: string; readonly says: string }
type Answer = {
  readonly draft: string
  readonly revision: number
  readonly beside: boolean
  readonly notes?: readonly Note[]
}
const isAnswer = (found: unknown): found is Answer =>
  typeof found === 'object' && found !== null && 'draft' in found && 'revision' in found && 'beside' in found

const field = (form: HTMLFormElement, name: string): HTMLInputElement | undefined => {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement ? found : undefined
}

/** Files are not kept: they are chosen when the form is sent. */
function typedIn(form: HTMLFormElement): URLSearchParams {
  const typed = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.append(name, value)
  return typed
}

function clock(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

class Keeping {
  readonly #form: HTMLFormElement
  #kept: string
  #timer: ReturnType<typeof setTimeout> | undefined
  #busy = false
  #sending = false
  /** The last that was to be kept reached nobody. A form that is sent then would end on a page of the browser, and its words with it. */
  #unreachable = false
  #waiting: (() => void) | undefined

  constructor(form: HTMLFormElement) {
    this.#form = form
    this.#kept = typedIn(form).toString()
    this.#comeBackTo()
    form.addEventListener('input', () => this.#soon(AFTER_TYPING))
    form.addEventListener('change', () => this.#soon(0))
    form.addEventListener('submit', (event) => this.#send(event))
    // Whoever comes back with the Back button goes on typing here.
    addEventListener('pageshow', () => {
      this.#sending = false
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#leave()
    })
    addEventListener('pagehide', () => this.#leave())
    addEventListener('online', () => this.#soon(0))
    setInterval(() => void this.#keep(), EVERY)
  }

  /** The page of a form that was refused answers a sending, which no browser asks for again: Back then opens the draft. */
  #comeBackTo(): void {
    const draft = field(this.#form, '_draft')?.value ?? ''
    if (Number(field(this.#form, '_revision')?.value ?? 0) === 0) return
    const to = new URL(this.#form.action)
    to.searchParams.set('draft', draft)
    history.replaceState(history.state, '', to)
  }

  /** What is on its way to be kept arrives first: else the draft would be newer than the form says, and stay behind unfinished. */
  #send(event: SubmitEvent): void {
    clearTimeout(this.#timer)
    const asksFirst = this.#unreachable && typedIn(this.#form).toString() !== this.#kept
    this.#sending = !asksFirst
    if (!this.#busy && !asksFirst) return
    event.preventDefault()
    const go = (): void => {
      if (this.#waiting !== go) return
      this.#waiting = undefined
      this.#busy = false
      if (this.#unreachable) this.#stay()
      else this.#form.requestSubmit(event.submitter)
    }
    this.#waiting = go
    setTimeout(go, LONGEST_WAIT)
    if (asksFirst) void this.#keep()
  }

  #stay(): void {
    this.#sending = false
    this.#say('Not sent: nobody answers. Keep this page open, and send it again when it says that it is kept.', 'lost')
    this.#soon(AGAIN)
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#keep(), milliseconds)
  }

  #address(): string {
    return this.#form.dataset['autosave'] ?? ''
  }

  async #keep(): Promise<void> {
    const typed = typedIn(this.#form)
    if (this.#busy || this.#sending || typed.toString() === this.#kept) return
    this.#busy = true
    try {
      const answer = await fetch(this.#address(), {
        method: 'POST',
        body: typed,
        headers: { 'x-kith-token': typed.get('form-token') ?? '' },
      })
      this.#unreachable = false
      if (answer.ok) this.#took(typed.toString(), await answer.json())
      else await this.#failed(answer.status)
    } catch {
      this.#unreachable = true
      await this.#failed(0)
    } finally {
      this.#busy = false
      this.#waiting?.()
    }
  }

  #took(sent: string, answer: unknown): void {
    if (!isAnswer(answer)) {
      void this.#failed(0)
      return
    }
    const before = field(this.#form, '_draft')?.value
    for (const [name, value] of [
      ['_draft', answer.draft],
      ['_revision', String(answer.revision)],
    ] as const) {
      const hidden = field(this.#form, name)
      if (hidden !== undefined) hidden.value = value
    }
    this.#form.dataset['autosave'] = `/drafts/${answer.draft}/save`
    // What was typed while it was on its way is still to be kept.
    const now = typedIn(this.#form)
    const then = new URLSearchParams(sent)
    for (const name of ['_draft', '_revision']) then.set(name, now.get(name) ?? '')
    this.#kept = then.toString()
    if (now.toString() !== this.#kept) this.#soon(AFTER_TYPING)
    if (answer.beside && before !== answer.draft)
      this.#say('This is open in another window too. Both texts are kept, under Your unfinished writing.', 'beside')
    else this.#say(`Kept ${clock()}`, 'kept')
    this.#sayKindly(answer.notes ?? [])
  }

  /** Beside the field that it is about, and away again when it is true no more; never where the page has no place for it. */
  #sayKindly(notes: readonly Note[]): void {
    for (const place of this.#form.querySelectorAll<HTMLElement>('[data-kindly]')) {
      const name = place.dataset['kindly'] ?? ''
      const says = notes.find(({ field: of }) => of === name)?.says ?? ''
      if (place.textContent?.trim() !== says) place.textContent = says
      const asks = this.#form.querySelector<HTMLElement>(`[data-kindly-asks="${CSS.escape(name)}"]`)
      // What is ticked stays in sight.
      if (asks !== null) asks.hidden = says === '' && asks.querySelector(':checked') === null
    }
  }

  /** Kept again by itself as soon as the same person is signed in; never in the name of somebody else. */
  async #failed(status: number): Promise<void> {
    const now = status === 401 || status === 403 ? await whoIsSignedIn() : undefined
    if (now?.kind === 'same') return this.#soon(0)
    if (status === 413) this.#say('This is too long to be kept. Shorten it, or send it in two parts.', 'lost')
    else if (now?.kind === 'somebody else')
      this.#say('Somebody else is signed in here now. Keep this page open, and sign in as yourself.', 'lost')
    else if (now?.kind === 'nobody')
      this.#say('You are signed out. Keep this page open, sign in in another window, and it is kept again.', 'lost')
    else this.#say('Not kept yet. Keep this page open: it is tried again.', 'lost')
    this.#soon(AGAIN)
  }

  #leave(): void {
    const typed = typedIn(this.#form)
    if (this.#sending || typed.toString() === this.#kept) return
    navigator.sendBeacon(this.#address(), typed)
  }

  /** A screen reader hears it again only when the words change, which for a time of day is once a minute. */
  #say(words: string, state: 'kept' | 'beside' | 'lost'): void {
    const place = this.#form.querySelector<HTMLElement>('.kith-save')
    if (place === null || place.textContent === words) return
    place.textContent = words
    place.dataset['state'] = state
  }
}

export function keepForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) new Keeping(form)
}
