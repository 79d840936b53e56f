// The three fields of what set an assessment off, what a clash or a draft calls them, and its words beside an assessment's own.
import type { FC } from 'hono/jsx'
import { readParts, writeParts } from '#database'
import { DayField, LineField, type Of, PickField } from '#forms'
import { SET_OFF, TRIGGERS } from '../trigger.ts'

export const SET_OFF_LABELS = {
  ...{ set_off_by: 'What set it off', set_off: 'What set it off, in words', set_off_on: 'When that was' },
}

export const SetOffFields: FC<{ readonly of: Of }> = ({ of }) => (
  <>
    <PickField of={of} name="set_off_by" label="What set this off?" items={TRIGGERS} />
    <LineField
      of={of}
      name={SET_OFF}
      label="In a few words"
      hint="Needed for something else; else it may stay empty."
    />
    <DayField of={of} name="set_off_on" label="When was that?" looks="back" />
  </>
)

/** Of an assessment whose words are one text: that text, and beside it what set it off. */
export const writeBeside = (words: string, setOff: string): string =>
  setOff === '' ? words : (writeParts({ words, [SET_OFF]: setOff }) ?? '')
/** `words` undefined: taken out of sight, or none were written. */
export function readBeside(words: string | undefined): { readonly words: string | undefined; readonly setOff: string } {
  const parts = readParts(words, ['words', SET_OFF])
  return { words: parts?.words, setOff: parts?.[SET_OFF] ?? '' }
}
