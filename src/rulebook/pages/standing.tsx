// How a rule stands: law, guidance or practice told apart, and whether anybody has confirmed it.
import type { FC } from 'hono/jsx'
import { LEVELS } from '#law'
import { isUnconfirmed } from '../rulebook.ts'

const isLevel = (text: string): text is keyof typeof LEVELS => Object.hasOwn(LEVELS, text)

function levelWords(level: string): string {
  if (!isLevel(level)) return level
  const { isLaw, words } = LEVELS[level]
  return isLaw ? `Law: ${words}` : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}, not law`
}

export const Standing: FC<{ level: string; verification: string }> = ({ level, verification }) => (
  <>
    <span class={`level ${level}`}>{levelWords(level)}</span>
    {isUnconfirmed(verification) && <span class="sure"> · unconfirmed</span>}
  </>
)
