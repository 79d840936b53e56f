// The chronology of a child: asked for with why and whom for, logged, and then a page for paper.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { formatDay, type IsoDay } from '#calendar'
import { ChildFrame, calledName, childAddress, earlierFrameOf, type Frame, frameOf, nameOf } from '#child-frame'
import type { Asking } from '#database'
import { Button, EmptyState, ErrorSummary, Notice, Radios } from '#look'
import { type Answer, FormToken, notFound, page, type Visit } from '#web'
import { rowsOfBoth, WRITTEN_EARLIER } from '../both.ts'
import {
  type Chronology,
  chronologyOf,
  isPrintFor,
  isPrintWhy,
  PRINT_FOR,
  PRINT_WHY,
  type PrintFor,
  type PrintWhy,
  placesIn,
  termsIn,
} from '../chronology.ts'
import { documentTerms, storyRows } from '../story-store.ts'

type Read = {
  readonly frame: Frame
  readonly chronology: Chronology
  readonly mayPrint: boolean
  /** There is an earlier record that the reader sees, and of which nothing may be printed by them. */
  readonly withoutEarlier: boolean
}
type Which = Pick<Visit, 'today' | 'joined' | 'part'> & { readonly toPrint: boolean }

async function read(asking: Asking, { today, joined, part, toPrint }: Which): Promise<Read | undefined> {
  const child = part('child')
  const frame = await frameOf(asking, child, today)
  if (frame === undefined) return undefined
  const rows = await storyRows(asking, frame, today)
  const mayPrint = await mayDo(asking, child, ['takeOut', 'story'])
  const log = 'read the chronology with that of the record that goes on'
  const before = joined && (await earlierFrameOf(asking, joined, { today, part: 'story', log }))
  const alone = {
    frame,
    mayPrint,
    chronology: chronologyOf(rows, termsIn(rows.notes, await termsOfDocuments(asking, frame))),
  }
  if (before === undefined) return { ...alone, withoutEarlier: false }
  const printsBoth = await mayDo(asking, before.id, ['takeOut', 'story'])
  if (toPrint && !printsBoth) return { ...alone, withoutEarlier: true }
  const older = await storyRows(asking, before, today)
  const whole = rowsOfBoth(rows, older)
  const documents = new Map([...(await termsOfDocuments(asking, frame)), ...(await termsOfDocuments(asking, before))])
  const chronology = chronologyOf(whole, termsIn(whole.notes, documents), placesIn(older))
  if (toPrint) await asking.note('printed the chronology', before.id, { lines: chronology.lines.length })
  return { ...alone, chronology, withoutEarlier: !printsBoth }
}
const termsOfDocuments = async (asking: Asking, { sees, id }: Frame): Promise<ReadonlyMap<string, string>> =>
  sees.has('documents') ? await documentTerms({ asking, child: id }) : new Map()

export async function showChronology(visit: Visit): Promise<Answer> {
  const { door, who, today } = visit
  const shown = await door.as(who, async (asking) => await read(asking, { ...visit, toPrint: false }))
  if (shown === undefined) return notFound
  return page({
    title: `Chronology – ${nameOf(shown.frame)}`,
    here: '/children',
    main: <Ask {...shown} today={today} />,
  })
}

/** Printed only when why and whom for are said; both stand in the access log, as codes and never as words. */
export async function printChronology(visit: Visit): Promise<Answer> {
  const { door, who, me, today, field } = visit
  const [why, whom] = [field('why'), field('for')]
  const given = isPrintWhy(why) && isPrintFor(whom) ? { why, whom } : undefined
  const shown = await door.as(who, async (asking) => {
    const found = await read(asking, { ...visit, toPrint: given !== undefined })
    if (found !== undefined && given !== undefined)
      await asking.note('printed the chronology', found.frame.id, {
        why: given.why,
        for: given.whom,
        lines: found.chronology.lines.length,
      })
    return found
  })
  if (shown === undefined) return notFound
  const name = nameOf(shown.frame)
  if (given === undefined) {
    const main = <Ask {...shown} today={today} typed={{ why, whom }} wrong />
    return page({ title: `Error: Chronology – ${name}`, here: '/children', status: 422, main })
  }
  return page({
    title: `Chronology – ${name}`,
    here: '/children',
    main: <Paper {...shown} {...given} by={me.name} today={today} />,
  })
}

type Asked = Read & {
  readonly today: IsoDay
  readonly typed?: { readonly why: string | undefined; readonly whom: string | undefined }
  readonly wrong?: boolean
}
const items = (words: Readonly<Record<string, string>>, chosen: string | undefined) =>
  Object.entries(words).map(([value, text]) => ({ value, text, checked: value === chosen }))

const Ask: FC<Asked> = ({ frame, chronology, mayPrint, withoutEarlier, today, typed, wrong = false }) => {
  const faults = [
    ...(wrong && !isPrintWhy(typed?.why) ? [{ href: '#why', text: 'Say why it is printed' }] : []),
    ...(wrong && !isPrintFor(typed?.whom) ? [{ href: '#for', text: 'Say who it is for' }] : []),
  ]
  const says = (href: string) => faults.find((fault) => fault.href === href)?.text
  return (
    <>
      {faults.length > 0 && <ErrorSummary errorList={faults} />}
      <ChildFrame frame={frame} today={today} />
      <div class="kith-page-head">
        <h2>Chronology</h2>
      </div>
      {mayPrint ? (
        <form class="kith-no-print" method="post" action={childAddress(frame.id, 'chronology')}>
          <FormToken />
          <Radios
            idPrefix="why"
            name="why"
            fieldset={{ legend: { text: 'Why is it printed?' } }}
            items={items(PRINT_WHY, typed?.why)}
            errorMessage={says('#why')}
          />
          <Radios
            idPrefix="for"
            name="for"
            fieldset={{ legend: { text: 'Who is it for?' } }}
            items={items(PRINT_FOR, typed?.whom)}
            errorMessage={says('#for')}
          />
          <p class="kith-quiet">Your answers are kept in the access log of this record.</p>
          <Button>Make the page to print</Button>
        </form>
      ) : (
        <Notice>
          <p>You may read this chronology. Only the allocated worker and the records officer may print it.</p>
        </Notice>
      )}
      <LeftOut count={chronology.leftOut} />
      {withoutEarlier && <p class="kith-quiet">{NOT_ON_PAPER}</p>}
      <div class="kith-no-print">
        <Lines chronology={chronology} />
      </div>
    </>
  )
}

const NOT_ON_PAPER = 'An earlier record of this child is not on paper: it is not yours to print.'

const LeftOut: FC<{ count: number }> = ({ count }) =>
  count === 0 ? null : (
    <p class="kith-quiet">
      {count === 1 ? '1 key event is' : `${count} key events are`} left out: the terms under which we hold them, or who
      may know them, forbid a copy.
    </p>
  )

const Lines: FC<{ chronology: Chronology }> = ({ chronology: { lines } }) =>
  lines.length === 0 ? (
    <EmptyState>Nothing is recorded that could stand here.</EmptyState>
  ) : (
    <table class="govuk-table kith-chronology__table">
      <caption class="govuk-visually-hidden">What happened, the earliest first</caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">What happened</th>
          <th scope="col">Why it matters</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ on, what, why, source, earlier }) => (
          <tr>
            <td>
              <time datetime={on}>{formatDay(on)}</time>
            </td>
            <td>{what}</td>
            <td>{why}</td>
            <td>
              {source}
              {earlier && <span class="kith-note">{WRITTEN_EARLIER}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

type Papered = Read & { readonly today: IsoDay; readonly by: string; readonly why: PrintWhy; readonly whom: PrintFor }
/** The legal name stands on it, whatever the child likes to be called. */
const Paper: FC<Papered> = ({ frame, chronology, withoutEarlier, today, by, why, whom }) => {
  const { called, birth } = frame
  const born =
    birth === undefined
      ? 'birth date not known'
      : `born ${formatDay(birth.born)}${birth.doubt === undefined ? '' : `, ${birth.doubt}`}`
  return (
    <div class="kith-chronology">
      <p class="kith-no-print">
        Print this page with your browser. <a href={childAddress(frame.id, 'story')}>Back to the story</a>
      </p>
      <p>
        Confidential. {PRINT_WHY[why]}. For: {PRINT_FOR[whom].toLowerCase()}.
      </p>
      <h1>Chronology</h1>
      <p>
        <strong>{calledName({ ...called, knownAs: undefined })}</strong>
        {called.knownAs !== undefined && ` (likes to be called ${called.knownAs})`}, {born}. Made by {by} on{' '}
        {formatDay(today)} from the record.
      </p>
      <LeftOut count={chronology.leftOut} />
      {withoutEarlier && <p class="kith-quiet">{NOT_ON_PAPER}</p>}
      <Lines chronology={chronology} />
    </div>
  )
}
