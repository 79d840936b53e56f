// Keeps a session open while somebody works, and says two minutes before it ends; nothing that was typed depends on it.

const MINUTE = 60_000
const WARN_BEFORE = 2.5 * MINUTE

type Left = { readonly idleLeft: number; readonly longestLeft: number }
const isLeft = (found: unknown): found is Left =>
  typeof found === 'object' && found !== null && 'idleLeft' in found && 'longestLeft' in found

/** The line that says it, with what can be done about it. */
class Notice {
  #place: HTMLElement | undefined

  say(words: string, offer: HTMLElement): void {
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

export function keepSession(): void {
  const known = Number(document.documentElement.dataset['idleLeft'])
  const token = document.querySelector<HTMLInputElement>('input[name="form-token"]')?.value
  if (!(known > 0) || token === undefined) return
  const notice = new Notice()
  let endsAt = performance.now() + known * 1000
  let asked = performance.now()

  const ask = async (): Promise<void> => {
    asked = performance.now()
    const answer = await fetch('/session', { method: 'POST', headers: { 'x-kith-token': token } }).catch(() => undefined)
    const found: unknown = answer?.ok ? await answer.json() : undefined
    if (isLeft(found)) {
      endsAt = performance.now() + Math.min(found.idleLeft, found.longestLeft) * 1000
      notice.take()
    } else if (answer?.status === 401) endsAt = 0
  }
  const work = (): void => {
    if (performance.now() - asked > 2 * MINUTE && performance.now() < endsAt) void ask()
  }
  for (const event of ['keydown', 'pointerdown']) addEventListener(event, work, { passive: true })
  setInterval(() => {
    const left = endsAt - performance.now()
    if (left <= 0) notice.say('You are signed out. What you typed is kept.', signInLink())
    else if (left < WARN_BEFORE)
      notice.say('You will soon be signed out. What you type is kept.', button('Stay signed in', () => void ask()))
  }, 10_000)
}
