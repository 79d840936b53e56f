// The council's numbers for the night, each to be tapped; where there are none, who can write them.
import type { FC } from 'hono/jsx'
import { type EmergencyNumber, emergencyNumbers, telephoneAddress } from '#council-face'
import { Card, CardList, EmptyState } from '#look'
import { administratorsOf } from '#sign-in'
import type { Visit } from '#web'

export type Numbers = {
  readonly numbers: readonly EmergencyNumber[]
  /** Who can write them, asked only where there are none. */
  readonly administrators: readonly string[]
}

export async function numbersNow({ door, who }: Pick<Visit, 'door' | 'who'>): Promise<Numbers> {
  const numbers = await emergencyNumbers(door, who.council)
  return { numbers, administrators: numbers.length > 0 ? [] : await administratorsOf(door, who.council) }
}

export const NumbersCard: FC<Numbers> = ({ numbers, administrators }) => (
  <Card title="The council’s numbers out of hours" flush>
    {numbers.length === 0 ? (
      <EmptyState title="No number to ring is recorded.">
        {administrators.length === 0 ? 'An administrator of Kith in your council' : administrators.join(' or ')} can
        write them, under “The council”. Until then take them from the council’s own list.
      </EmptyState>
    ) : (
      <CardList
        items={numbers.map(({ whom, number, hours }) => (
          <>
            <strong>{whom}</strong>: <a href={telephoneAddress(number)}>{number}</a>
            <span class="kith-note">{hours}</span>
          </>
        ))}
      />
    )}
  </Card>
)
