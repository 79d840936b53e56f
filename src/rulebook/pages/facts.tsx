// The facts of an example as a reader takes them: each on a line of its own, or an answer in one.
import type { FC } from 'hono/jsx'
import { answerWords, factsOf, nameWords, valueWords } from '../example-words.ts'

const isAnswer = (value: object): boolean => 'kind' in value && typeof value.kind === 'string'

export const Facts: FC<{ value: unknown }> = ({ value }) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return <>{valueWords(value)}</>
  if (isAnswer(value)) return <>{answerWords(value)}</>
  return (
    <>
      {factsOf(value).map(([name, part]) => (
        <span class="kith-fact">
          {nameWords(name)}: {valueWords(part)}
        </span>
      ))}
    </>
  )
}
