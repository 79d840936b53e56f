// Somebody's own words, with who said them, when, and who may read them.
import type { Child, FC } from 'hono/jsx'

export type VoiceProps = {
  readonly words: string
  readonly who: string
  /** 'Fri 20 Nov 2026', 'to Priya on the phone' */
  readonly when?: string | undefined
  /** 'Priya and Helen may read this' */
  readonly maySee?: string | undefined
  readonly further?: Child
}

export const Voice: FC<VoiceProps> = ({ words, who, when, maySee, further }) => (
  <figure class="kith-voice">
    <blockquote class="kith-quote">“{words}”</blockquote>
    <figcaption class="kith-quiet">
      {[who, when].filter(Boolean).join(', ')}
      {maySee && <> · {maySee}</>}
      {further && <> · {further}</>}
    </figcaption>
  </figure>
)
