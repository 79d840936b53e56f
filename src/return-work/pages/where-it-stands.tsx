// Where a return stands: how far it is, what is not signed, what nobody can say, and the ways on from there.
import type { FC } from 'hono/jsx'
import { Card } from '#look'
import type { Standing, State } from '../state.ts'
import type { Naming, Run } from '../store.ts'
import { counted, Unsigned, yearPath } from './parts.tsx'

const STATE_WORDS: Readonly<Record<State, string>> = {
  'being put right': 'Being put right',
  'signed off': 'Signed off, and not ready to send',
  'ready to send': 'Ready to send',
  sent: 'Sent',
}

type Shown = {
  readonly year: number
  readonly run: Run
  readonly standing: Standing
  /** Of children whose record is closed to the asker. */
  readonly unseen: number
  /** What was told to an analyst; undefined: the asker is none. */
  readonly names: ReadonlyMap<string, Naming> | undefined
}

export const WhereItStands: FC<Shown> = ({ year, run, standing, unseen, names }) => (
  <Card
    title={STATE_WORDS[standing.state]}
    beside={
      <span>
        <a href={`/returns/ssda903/sign-off/${run.id}`}>Preparing and signing</a>{' '}
        <a href={`${yearPath(year)}/changes`}>What changed</a> <a href={`${yearPath(year)}/figures`}>Figures</a>
        {names !== undefined && names.size > 0 && (
          <>
            {' '}
            <a href="/returns/names">Children named to you</a>
          </>
        )}
      </span>
    }
  >
    <Unsigned year={year} unsigned={standing.unsigned} />
    {standing.newSince > 0 && (
      <p>
        {counted(standing.newSince, 'flag was', 'flags were')} found after signing. Those parts have to be signed again.
      </p>
    )}
    {standing.forbidding > 0 && <p>{counted(standing.forbidding, 'flag')} of a kind that the portal refuses.</p>}
    {standing.unknown > 0 && (
      <p>
        Of {counted(standing.unknown, 'flag')} nobody has entered how grave{' '}
        {standing.unknown === 1 ? 'it is' : 'they are'}. Whether the portal refuses them is not known. Who signs
        decides, and says why.
      </p>
    )}
    {unseen > 0 && (
      <p>{counted(unseen, 'more flag is', 'more flags are')} of children whose record is closed to you.</p>
    )}
  </Card>
)
