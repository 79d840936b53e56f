// Keeps a session alive while somebody works, and says in time when it is about to end; nothing typed depends on it.

const LOOK_EVERY = 60_000
const WARN_BELOW = 120

/** Seconds until it ends for want of work, and until it ends whatever one does. */
type Left = { readonly idleLeft: number; readonly longestLeft: number }
const isLeft = (found: unknown): found is Left =>
  typeof found === 'object' && found !== null && 'idleLeft' in found && 'longestLeft' in found

function said(): HTMLElement {
  const known = document.querySelector<HTMLElement>('.session-ending')
  if (known !== null) return known
  const made = document.createElement('p')
  made.className = 'session-ending'
  made.setAttribute('role', 'status')
  document.body.append(made)
  return made
}

export function keepSession(): void {
  const address = document.documentElement.dataset['keepAlive']
  const token = document.querySelector<HTMLInputElement>('input[name="form-token"]')?.value
  if (address === undefined || token === undefined) return
  let active = false
  for (const event of ['keydown', 'pointerdown', 'scroll']) addEventListener(event, () => (active = true), { passive: true })
  setInterval(async () => {
    if (!active) return
    active = false
    const answer = await fetch(address, { method: 'POST', headers: { 'x-kith-token': token } }).catch(() => undefined)
    const found: unknown = answer?.ok ? await answer.json() : undefined
    const left = isLeft(found) ? Math.min(found.idleLeft, found.longestLeft) : undefined
    if (left !== undefined && left > WARN_BELOW) return
    if (left !== undefined)
      said().textContent = `You will be signed out in ${Math.ceil(left / 60)} minutes. What you type is kept.`
    else if (answer?.status === 401) said().textContent = 'You are signed out. What you typed is kept.'
  }, LOOK_EVERY)
}
