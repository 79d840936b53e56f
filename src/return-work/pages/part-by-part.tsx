// The parts of a return, as whoever signs it wants to see them: what is flagged in each, who prepared and who signed it.
import type { FC } from 'hono/jsx'
import { Card, DutyTable } from '#look'
import { type PartStanding, partsOf, type Step, type StepGiven } from '../state.ts'
import { momentWords, yearPath } from './parts.tsx'

const doneWords = (step: Step | undefined) =>
  step === undefined ? <span class="kith-quiet">not yet</span> : `${step.byName}, ${momentWords(step.at)}`

const flagWords = ({ flags, newSince }: PartStanding): string =>
  flags === 0 ? 'none' : newSince === 0 ? `${flags}` : `${flags}, ${newSince} of them found since it was signed`

export const PartByPart: FC<Pick<StepGiven, 'year' | 'steps' | 'flags'>> = ({ year, steps, flags }) => (
  <Card title="Part by part" flush>
    <DutyTable
      caption="The parts of the return: what is flagged, who prepared and who signed"
      columns={['Part', 'Flags', 'Prepared', 'Signed']}
      rows={partsOf(year, steps, flags).map((part) => ({
        head: part.flags === 0 ? part.table : <a href={`${yearPath(year)}?table=${part.table}`}>{part.table}</a>,
        cells: [flagWords(part), doneWords(part.prepared), doneWords(part.signed)],
      }))}
    />
  </Card>
)
