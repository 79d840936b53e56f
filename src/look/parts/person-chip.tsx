// A person in a list: their initials in a circle, their name, and a line on who they are.
import type { Child, FC } from 'hono/jsx'

/** First letters of the first and the last part: 'Lily-Mae Carter' is LC, 'Tyler' is T. */
export function initials(name: string): string {
  const parts = name
    .normalize('NFC')
    .split(/\s+/)
    .filter((part) => /\p{L}|\p{N}/u.test(part))
  const first = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
  return first.map((part) => /[\p{L}\p{N}]/u.exec(part ?? '')?.[0].toUpperCase() ?? '').join('')
}

const COLOURS = 6

/** Always the same for the same id, and says nothing: no state, no kind of person. */
export const colourOf = (id: string): number =>
  Array.from(id).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % COLOURS

export type CircleProps = { readonly id: string; readonly name: string; readonly large?: boolean | undefined }

export const Circle: FC<CircleProps> = ({ id, name, large }) => (
  <span
    class={`kith-circle kith-circle--${colourOf(id) + 1}${large === true ? ' kith-circle--large' : ''}`}
    aria-hidden="true"
  >
    {initials(name)}
  </span>
)

export type PersonChipProps = {
  readonly id: string
  readonly name: string
  readonly to?: string | undefined
  /** After the name, on its line: 'aged 9'. */
  readonly after?: Child
  /** Below the name: where they live, what they are to the child. */
  readonly note?: Child
}

export const PersonChip: FC<PersonChipProps> = ({ id, name, to, after, note }) => (
  <span class="kith-person">
    <Circle id={id} name={name} />
    <span>
      {to ? (
        <a class="kith-person__name" href={to}>
          {name}
        </a>
      ) : (
        <span class="kith-person__name">{name}</span>
      )}
      {after && (
        <>
          , <span class="kith-person__after">{after}</span>
        </>
      )}
      {note && <span class="kith-person__note">{note}</span>}
    </span>
  </span>
)
