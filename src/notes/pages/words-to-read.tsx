// A hint beside long words: what a child would want to read one day, instead of words of blame.
import type { FC } from 'hono/jsx'
import { Details } from '#look'

/** A hint, never a block. */
export const WordsToRead: FC<{ readonly name: string }> = ({ name }) => (
  <Details summary={`Words that ${name} would want to read`}>
    <p>Say what happened, and what {name} may have been telling us.</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>Not “refused to engage”: “said no to the talk today, and went to their room”.</li>
      <li>Not “manipulative”: “asked three of us the same question”.</li>
      <li>Not “absconded”: “went out at ten and was not back at midnight”.</li>
    </ul>
    <p>Keep apart what you saw, what somebody told you, and what you think.</p>
  </Details>
)
