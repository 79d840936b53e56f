// The marks of a state: a shape, a colour and words together, never a colour alone.
import type { FC } from 'hono/jsx'

export type Mark = 'late' | 'soon' | 'later' | 'done' | 'unknown' | 'plain'

const SHAPES = {
  late: 'M8 1 15.5 15H.5zM7.2 6v4.5h1.6V6zm0 5.7v1.6h1.6v-1.6z',
  soon: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6M7.2 4.5v4l3 1.8.8-1.3-2.2-1.3V4.5z',
  done: 'm2.2 8.6 1.5-1.5 2.8 2.8 5.8-6.2 1.5 1.4-7.2 7.8z',
} as const
const DRAWN = ['late', 'soon', 'done'] as const

/** The shapes, once on a page; each mark refers to its own. */
export const Marks: FC = () => (
  <svg class="shapes" aria-hidden="true" focusable="false">
    {DRAWN.map((name) => (
      <symbol id={`m-${name}`} viewBox="0 0 16 16">
        <path fill-rule="evenodd" d={SHAPES[name]} />
      </symbol>
    ))}
  </svg>
)

export const DueMark: FC<{ mark: Mark; words: string }> = ({ mark, words }) => {
  const drawn = DRAWN.some((name) => name === mark)
  return (
    <span class={`mark ${mark}`}>
      {drawn && (
        <svg aria-hidden="true" focusable="false">
          <use href={`#m-${mark}`} />
        </svg>
      )}
      {words}
    </span>
  )
}
