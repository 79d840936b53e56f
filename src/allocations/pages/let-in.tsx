// Who of an organisation is let in to a child: told to whoever sees who the child is; changed by whoever manages the work with them.
import type { FC } from 'hono/jsx'
import { addDays, dayWords, type IsoDay, londonDay, parseInstant } from '#calendar'
import { childById } from '#children'
import { Button, PageHead } from '#look'
import { type Answer, notFound, page, type Route, route, type Visit } from '#web'
import { forWhat, whySeesNothing } from '../outside.ts'
import { outsideOf, type Works } from '../outside-store.ts'
import { managesWork } from '../store.ts'

export const letInAt = (child: string | null): string => `/children/${child}/organisations`

type Shown = {
  readonly child: string
  readonly name: string
  readonly works: readonly Works[]
  readonly manages: boolean
  readonly today: IsoDay
}
/** `before`: so many days before it. */
export const dayOf = (moment: string, before = 0): string => {
  const instant = parseInstant(moment)
  return instant === undefined ? '' : dayWords(addDays(londonDay(instant), -before))
}
const Row: FC<{ readonly of: Shown; readonly one: Works; readonly why?: string | undefined }> = ({ of, one, why }) => (
  <li>
    {one.name}, {one.organisation}: {forWhat(one.relation)}, since {dayOf(one.since)}
    {one.until !== null && `, until ${dayOf(one.until, 1)}`}
    {why !== undefined && `. They see nothing: ${why}`}
    {of.manages && (
      <>
        {' '}
        <a href={`${letInAt(of.child)}/${one.line}/end`}>
          Change or end it
          <span class="govuk-visually-hidden">
            {' '}
            of {one.name}, {forWhat(one.relation)}
          </span>
        </a>
      </>
    )}
  </li>
)
export const LetIn: FC<Shown> = (shown) => {
  const { name, works, today } = shown
  const told = works.map((one) => ({ one, why: whySeesNothing(one.agreed, today) }))
  const [now, nothing] = [told.filter(({ why }) => why === undefined), told.filter(({ why }) => why !== undefined)]
  return (
    <>
      <h2 class="govuk-heading-s">Now</h2>
      {now.length === 0 ? (
        <p>Nobody of an organisation works with {name} now.</p>
      ) : (
        <ul class="kith-bullets">
          {now.map(({ one }) => (
            <Row of={shown} one={one} />
          ))}
        </ul>
      )}
      {nothing.length > 0 && (
        <>
          <h2 class="govuk-heading-s">Let in, but see nothing</h2>
          <ul class="kith-bullets">
            {nothing.map(({ one, why }) => (
              <Row of={shown} one={one} why={why} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** GET /children/:child/organisations */
async function showLetIn({ door, who, part, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const known = await childById(asking, part('child'))
    if (known === undefined) return undefined
    const [works, manages] = [await outsideOf(asking, known.child), await managesWork(asking, known.child)]
    return { child: known.child, name: known.name ?? 'this child', works, manages, today }
  })
  if (shown === undefined) return notFound
  const title = `Who of an organisation works with ${shown.name}`
  return page({ title, here: '/children', about: shown.child, main: <LetInPage {...shown} title={title} /> })
}
const LetInPage: FC<Shown & { readonly title: string }> = ({ title, ...shown }) => (
  <>
    <PageHead
      title={title}
      lead="Each sees what their agreement is for, and nothing else."
      actions={shown.manages && <Button href={`${letInAt(shown.child)}/add`}>Let somebody in</Button>}
    />
    <LetIn {...shown} />
    {!shown.manages && <p>Whoever manages the work with {shown.name} lets somebody in, and ends it.</p>}
  </>
)

export const letInRoutes = (): readonly Route[] => [
  route(
    'GET',
    '/children/:child/organisations',
    { may: ['see', 'header'], log: 'read who of an organisation works with a child' },
    showLetIn,
  ),
]
