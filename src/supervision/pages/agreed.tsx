// Whether a time together is agreed, as every page says it: by both, with disagreement, or not yet by somebody, and until when.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import { DueMark } from '#look'
import { owing } from '../frequency.ts'
import type { Session } from '../staff-store.ts'

type Of = Pick<Session, 'kind' | 'signatures' | 'cancelled' | 'signBy' | 'supervisor' | 'worker'>
export type NameOf = (person: string) => string

/** 'not yet agreed by Priya Nair' */
function agreedWords(of: Of, nameOf: NameOf): string {
  const waits = owing(of).map((part) => nameOf((part === 'worker' ? of.worker : of.supervisor) ?? ''))
  if (waits.length > 0) return `not yet agreed by ${waits.join(' and ')}`
  const against = of.signatures.filter(({ answer }) => answer === 'disagreed').map(({ signer }) => nameOf(signer))
  const last = of.signatures
    .map(({ signed }) => signed)
    .toSorted()
    .at(-1)
  const when = last === undefined ? '' : `, ${formatDay(last)}`
  const by = of.kind === 'group' ? 'signed by who led it' : 'signed by both'
  return against.length > 0 ? `${by}${when}; ${against.join(' and ')} disagreed with part of it` : `${by}${when}`
}

export const Agreed: FC<{ readonly of: Of; readonly nameOf: NameOf; readonly today: IsoDay }> = ({
  of,
  nameOf,
  today,
}) => {
  const [mark = '', ...rest] = agreedWords(of, nameOf).split(/ (?=by )|(?=, )|; /)
  const by = of.signBy
  const waits = owing(of).length > 0
  const late = waits && by !== undefined && by < today
  const note = [
    rest.join(' ').replace(/^, /, '').replaceAll(' ,', ','),
    waits && by !== undefined ? `sign by ${formatDay(by)}` : '',
  ].filter(Boolean)
  return <DueMark mark={late ? 'late' : waits ? 'soon' : 'done'} words={mark} note={note.join(' · ')} />
}
