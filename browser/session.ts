// Keeps a session open while somebody works, and says two minutes before it ends; nothing that was typed depends on it.
import { personOfPage, tokenOfPage, whoIsSignedIn } from './signed-in.ts'

const MINUTE = 60_000
const WARN_BEFORE = 2.5 * MINUTE
const EVERY = 10_000

type Left = { readonly idleLeft: number; readonly longestLeft: number }
const isLeft = (found: unknown): found is Left =>
  typeof found === 'object' && found !== null && 'idleLeft' in found && 'longestLeft' in found

/** The line that says it, with what can be done about it. */
class Notice {
  #place: HTMLElement | undefined

  /** The same words are not said twice: a screen reader would read them again. */
  say(words: string, offer: HTMLElement): void {
    if (this.#place?.querySelector('p')?.textContent === words) return
    const place = this.#place ?? document.createElement('div')
    place.className = 'kith-session-ending'
    place.setAttribute('role', 'status')
    const line = document.createElement('p')
    line.textContent = words
    place.replaceChildren(line, offer)
    if (this.#place === undefined) document.body.append(place)
    this.#place = place
  }

  take(): void {
    this.#place?.remove()
    this.#place = undefined
  }
}

function button(words: string, press: () => void): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button'
  made.textContent = words
  made.addEventListener('click', press)
  return made
}

/** In another window, so that this page and what was typed in it stay. */
function signInLink(): HTMLElement {
  const made = document.createElement('a')
  made.href = '/sign-in?to=%2F'
  made.target = '_blank'
  made.rel = 'noopener'
  made.textContent = 'Sign in in another window'
  return made
}

type Told = { readonly person: string; readonly endsAt: number }
const isTold = (found: unknown): found is Told =>
  typeof found === 'object' &&
  found !== null &&
  'person' in found &&
  'endsAt' in found &&
  typeof found.endsAt === 'number'

class Keeping {
  readonly #notice = new Notice()
  /** Windows tell one another: who works in one of them is signed out in none. */
  readonly #windows = new BroadcastChannel('kith-session')
  #endsAt: number
  #asked = Date.now()

  constructor(secondsLeft: number) {
    this.#endsAt = Date.now() + secondsLeft * 1000
    this.#windows.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isTold(data) && data.person === personOfPage() && data.endsAt > this.#endsAt) this.#lasts(data.endsAt)
    })
    this.#tell()
    for (const event of ['keydown', 'pointerdown', 'focus'])
      addEventListener(event, () => this.#work(event), { passive: true })
    setInterval(() => this.#look(), EVERY)
  }

  #tell(): void {
    this.#windows.postMessage({ person: personOfPage(), endsAt: this.#endsAt } satisfies Told)
  }

  #lasts(endsAt: number): void {
    this.#endsAt = endsAt
    if (endsAt - Date.now() > WARN_BEFORE) this.#notice.take()
  }

  async #ask(): Promise<void> {
    this.#asked = Date.now()
    const headers = { 'x-kith-token': tokenOfPage() }
    const answer = await fetch('/session', { method: 'POST', headers }).catch(() => undefined)
    const found: unknown = answer?.ok ? await answer.json() : undefined
    if (isLeft(found)) {
      this.#lasts(Date.now() + Math.min(found.idleLeft, found.longestLeft) * 1000)
      this.#tell()
    } else if (answer?.status === 401 || answer?.status === 403) {
      this.#endsAt = 0
      await this.#again()
    }
  }

  /** After the end, when somebody comes back to this window: they may have signed in in another one. */
  async #again(): Promise<void> {
    this.#asked = Date.now()
    const now = await whoIsSignedIn()
    if (now.kind === 'same') this.#lasts(Date.now() + now.secondsLeft * 1000)
    else if (now.kind === 'somebody else')
      this.#notice.say('Somebody else is signed in here now. Sign in as yourself to carry on.', signInLink())
    else this.#look()
  }

  #work(event: string): void {
    const since = Date.now() - this.#asked
    if (this.#left() <= 0) {
      if (since > 2000) void this.#again()
    } else if (event !== 'focus' && since > 2 * MINUTE) void this.#ask()
  }

  /** A little more than the server counts, so that it has ended there when it is said to have ended. */
  #left(): number {
    return this.#endsAt + 3000 - Date.now()
  }

  #look(): void {
    const left = this.#left()
    if (left <= 0) this.#notice.say('You are signed out. What you typed is kept.', signInLink())
    else if (left < WARN_BEFORE)
      this.#notice.say(
        'You will soon be signed out. What you type is kept.',
        button('Stay signed in', () => void this.#ask()),
      )
  }
}

export function keepSession(): void {
  const known = Number(document.documentElement.dataset['idleLeft'])
  if (known > 0 && tokenOfPage() !== '') new Keeping(known)
}
