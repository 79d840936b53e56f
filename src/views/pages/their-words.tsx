// The fields of the child's own words: with the sentence that says who may read them, before they are written.

import type { FC } from 'hono/jsx'
import { type Of, PickField, WordsField } from '#forms'
import { capital } from '#look'
import { HOW, TOLD_WORDS, VIEW_ABOUT } from '../view.ts'

export const wordItems = (words: readonly string[]) => words.map((value) => ({ value, text: capital(value) }))

type Asked = {
  readonly of: Of
  readonly name: string /** What they are about where nothing is chosen. */
  readonly none?: string
}
export const TheirOwnWords: FC<Asked> = ({ of, name, none = 'Something else' }) => (
  <>
    <WordsField
      of={of}
      name="theirWords"
      label={`${name}, in their own words`}
      hint={`Also what they drew or played. ${TOLD_WORDS} Say this before they speak.`}
      rows={4}
    />
    <PickField of={of} name="how" label="How did they say it?" items={wordItems(HOW)} none="Said" />
    <PickField of={of} name="about" label="What is it about?" items={wordItems(VIEW_ABOUT)} none={none} />
  </>
)
