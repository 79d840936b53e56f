// A list on a home: ten of it, and the others where they can be opened. Nobody on it is out of reach.
import type { Child, FC } from 'hono/jsx'
import { CardList, Details } from '#look'

const MOST = 10
export const TenAndRest: FC<{ readonly items: readonly Child[] }> = ({ items }) => (
  <>
    <CardList items={items.slice(0, MOST)} />
    {items.length > MOST && (
      <Details summary={`The other ${items.length - MOST}`}>
        <CardList items={items.slice(MOST)} />
      </Details>
    )}
  </>
)
