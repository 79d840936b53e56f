// Of a plan that was agreed on paper: who agreed, in which office, on which day, where the paper is, and who wrote that down.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking } from '#database'
import { Card } from '#look'
import { paperWords } from '../paper-store.ts'
import type { Edition } from '../reading-store.ts'

export type PaperShown = { readonly said: Awaited<ReturnType<typeof paperWords>>; readonly document: string | null }
/** undefined: it was not agreed on paper. */
export async function paperShown(asking: Asking, edition: Edition): Promise<PaperShown | undefined> {
  const { paper } = edition.approved ?? {}
  return paper && { said: await paperWords(asking, edition), document: paper.document }
}

type Props = PaperShown & { readonly edition: Edition; readonly writer: string }
/** Who agreed, as the paper says; and who wrote that down. */
export const OnPaper: FC<Props> = ({ said, document, edition: { child, approved }, writer }) => (
  <Card title="Agreed on paper">
    <p>
      {said === undefined ? 'Who agreed was taken out of sight' : `${said.by} (${said.office})`},{' '}
      {dayWords(approved?.on ?? null)}. Written down by {writer}.
    </p>
    {said !== undefined && said.reasons !== '' && <p class="kith-written">{said.reasons}</p>}
    {document !== null && (
      <p>
        <a href={`/children/${child}/documents`}>The paper is among the documents</a>
      </p>
    )}
    {said !== undefined && said.kept !== '' && <p>It is kept: {said.kept}</p>}
  </Card>
)
