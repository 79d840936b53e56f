// Keeps a session alive while somebody works, and says in time when it is about to end; nothing typed depends on it.

const LOOK_EVERY = 60_000
const WARN_BELOW = 120

type Left = { readonly left: number }
const isLeft = (found: unknown): found is Left =>
  typeof found === 'object' && found !== null && 'left' in found && typeof found.left === 'number'

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
  const token = document.querySelector<HTMLInputElement>('input[name="_token"]')?.value
  if (address === undefined || token === undefined) return
  let active = false
  for (const event of ['keydown', 'pointerdown', 'scroll']) addEventListener(event, () => (active = true), { passive: true })
  setInterval(async () => {
    if (!active) return
    active = false
    const answer = await fetch(address, { method: 'POST', headers: { 'x-kith-token': token } }).catch(() => undefined)
    const found: unknown = answer?.ok ? await answer.json() : undefined
    if (isLeft(found) && found.left > WARN_BELOW) return
    if (isLeft(found)) said().textContent = `You will be signed out in ${Math.ceil(found.left / 60)} minutes. What you type is kept.`
    else if (answer?.status === 401) said().textContent = 'You are signed out. What you typed is kept.'
  }, LOOK_EVERY)
}
