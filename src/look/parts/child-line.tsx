// Above a form, or a page that is no tab: whose record it is, in one strip with what must be known, and the way back.
import type { FC } from 'hono/jsx'
import { MustKnow, type MustKnowItem } from './must-know.tsx'
import { Circle } from './person-chip.tsx'

export type ChildLineProps = {
  readonly id: string
  readonly to: string
  readonly name: string
  readonly likesToBeCalled?: string | undefined
  readonly pronouns?: string | undefined
  /** '14 years 5 months' */
  readonly age: string
  /** '8 June 2012' */
  readonly born?: string | undefined
  readonly recordNumber?: string | undefined
  readonly mustKnow?: readonly MustKnowItem[] | undefined
  readonly allMustKnow?: string | undefined
}

export const ChildLine: FC<ChildLineProps> = (props) => {
  const { id, to, name, likesToBeCalled, pronouns, age, born, recordNumber, mustKnow = [], allMustKnow } = props
  const known = [
    likesToBeCalled === undefined ? undefined : `likes to be called ${likesToBeCalled}`,
    pronouns,
    born === undefined ? age : `${age} (born ${born})`,
    recordNumber === undefined ? undefined : `record ${recordNumber}`,
  ]
  return (
    <section class="kith-child-line" aria-label="Whose record this is">
      <Circle id={id} name={name} />
      <div class="kith-child-line__who">
        <p>
          <a class="kith-child-line__name" href={to}>
            {name}
          </a>{' '}
          <span class="kith-child-line__known">{known.filter((one) => one !== undefined).join(' · ')}</span>
        </p>
        <MustKnow items={mustKnow} all={allMustKnow} />
      </div>
    </section>
  )
}
