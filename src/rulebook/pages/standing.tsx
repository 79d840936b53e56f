// How a rule stands: law, guidance or practice told apart, and whether anybody has confirmed it.
import type { FC } from 'hono/jsx'
import { LEVELS } from '#law'
import { isUnconfirmed } from '../rulebook.ts'

const isLevel = (text: string): text is keyof typeof LEVELS => Object.hasOwn(LEVELS, text)

/** Law in one weight, what is not law in another: the words say it too. */
const LevelWords: FC<{ level: string }> = ({ level }) => {
  if (!isLevel(level)) return <em>{level}</em>
  const { isLaw, words } = LEVELS[level]
  if (isLaw) return <strong>Law: {words}</strong>
  return <em>{`${words.slice(0, 1).toUpperCase()}${words.slice(1)}, not law`}</em>
}

export const Standing: FC<{ level: string; verification: string }> = ({ level, verification }) => (
  <>
    <LevelWords level={level} />
    {isUnconfirmed(verification) && <span class="kith-unconfirmed"> · unconfirmed</span>}
  </>
)
