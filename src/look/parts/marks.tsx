// The marks of a state: a shape, a colour and words together, never a colour alone.
import type { Child, FC } from 'hono/jsx'

/** 'far' is later than anybody need think of now. */
export type Mark = 'late' | 'soon' | 'later' | 'far' | 'done' | 'unknown' | 'plain'

const SHAPES = {
  late: 'M8 1 15.5 15H.5zM7.2 6v4.5h1.6V6zm0 5.7v1.6h1.6v-1.6z',
  soon: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6M7.2 4.5v4l3 1.8.8-1.3-2.2-1.3V4.5z',
  done: 'm2.2 8.6 1.5-1.5 2.8 2.8 5.8-6.2 1.5 1.4-7.2 7.8z',
  unknown:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6M5.6 6.3c.1-1.4 1.1-2.2 2.5-2.2s2.4.8 2.4 2c0 .9-.5 1.4-1.1 1.8-.5.4-.7.6-.7 1.1v.3H7.2v-.5c0-.9.5-1.4 1.1-1.8.5-.3.7-.6.7-1 0-.5-.4-.7-.9-.7-.6 0-1 .3-1 1zm1.5 4h1.8V12H7.1z',
} as const
type Drawn = keyof typeof SHAPES

const isDrawn = (mark: Mark): mark is Drawn => Object.hasOwn(SHAPES, mark)

/** The shapes, once on a page; each mark refers to its own. */
export const Marks: FC = () => (
  <svg class="kith-shapes" aria-hidden="true" focusable="false">
    {Object.entries(SHAPES).map(([name, shape]) => (
      <symbol id={`m-${name}`} viewBox="0 0 16 16">
        <path fill-rule="evenodd" d={shape} />
      </symbol>
    ))}
  </svg>
)

export type DueMarkProps = {
  readonly mark: Mark
  readonly words: string
  /** Below the mark: 'was 20 Nov', 'every 4 weeks'. */
  readonly note?: Child
}

export const DueMark: FC<DueMarkProps> = ({ mark, words, note }) => (
  <>
    <span class={`kith-mark kith-mark--${mark}`}>
      {isDrawn(mark) && (
        <svg aria-hidden="true" focusable="false">
          <use href={`#m-${mark}`} />
        </svg>
      )}
      {words}
    </span>
    {note && <span class="kith-note">{note}</span>}
  </>
)
