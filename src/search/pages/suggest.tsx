// For an island: a few children while somebody still types, as the search itself would show them; closed records with whom to ask.
import { calledName } from '#child-frame'
import { type Answer, json, type Visit } from '#web'
import type { Finder } from '../find-store.ts'
import { whyWords } from '../why-words.ts'
import { besideName, foundBy, typedIn } from './results.tsx'

/** A list to be read at one look; the search shows the others. */
const MOST = 7
/** One letter is borne by everybody. */
const LEAST = 2

/** Of a closed record not even its id: the search shows how it is opened in an emergency. */
export const suggestChildren =
  (finder: Finder) =>
  async (visit: Visit): Promise<Answer> => {
    const typed = typedIn(visit)
    if (typed.length < LEAST) return json({ children: [], closed: [], more: false })
    const { matches, closed, more, listed } = await foundBy(finder, visit, { typed, most: MOST })
    const children = matches.flatMap((match) => {
      const child = listed.find(({ id }) => id === match.child)
      if (child === undefined) return []
      return [
        { id: child.id, name: calledName(child), beside: `${besideName(child, visit.today)} · ${whyWords(match)}` },
      ]
    })
    return json({ children, closed: closed.map(({ ask }) => ({ ask })), more })
  }
