// A child in another system: their number there, what of their record comes from it, and the way to their page.
import type { FC } from 'hono/jsx'
import { EmptyState, PageHead, SummaryList } from '#look'
import { isBrings, numberThere, roomOf, takenAt } from '#masters'
import { type Answer, notFound, page, type Visit } from '#web'
import { FILES } from '../file-words.ts'
import { leadsThere } from '../page-there.ts'
import { mastersNow, pagesThere, type RecordedMaster, takesOf } from '../store.ts'

type Shown = {
  readonly system: string
  readonly number: string | undefined
  readonly address: string | undefined
  readonly rooms: readonly RecordedMaster[]
  readonly taken: string | null
}

const There: FC<Shown> = ({ system, number, address, rooms, taken }) =>
  number === undefined ? (
    <EmptyState title="No number">
      No file of {system} has named this child, or not under a record that you see: whoever knows {system} finds them
      there by name.
    </EmptyState>
  ) : (
    <>
      <SummaryList
        rows={[
          { key: `This child in ${system}`, value: number },
          { key: 'Its last file', value: takenAt(taken) ?? 'None has come yet' },
          {
            key: 'Recorded there',
            value: rooms.map(({ room }) => roomOf(room).words).join('; ') || 'Nothing of which Kith is not master too',
          },
        ]}
      />
      {address === undefined ? (
        <p class="kith-quiet">
          Their page there cannot be opened from here: no address of it is known. An administrator can write it under{' '}
          <a href="/other-systems">Other systems</a>.
        </p>
      ) : (
        <p>
          <a href={leadsThere(address, number)} rel="noreferrer">
            Open this child in {system}
          </a>{' '}
          <span class="kith-quiet">(leaves Kith; you sign in there)</span>
        </p>
      )}
    </>
  )

/** GET /children/:child/there/:file */
export async function showChildThere({ door, who, part }: Visit): Promise<Answer> {
  const [child, brings] = [part('child'), part('file')]
  if (!isBrings(brings)) return notFound
  const shown = await door.as(who, async (asking) => {
    const rooms = [...(await mastersNow(asking)).values()].filter((one) => one.brings === brings)
    const [last] = (await takesOf(asking, 1)).filter(({ kind }) => kind === brings)
    return {
      ...{ rooms, taken: last?.began ?? null },
      system: rooms[0]?.system ?? `the system of the ${FILES[brings]}`,
      number: await numberThere(asking, { child, brings }),
      address: (await pagesThere(asking)).find(({ kind }) => kind === brings)?.address ?? undefined,
    }
  })
  const title = `In ${shown.system}`
  const main = (
    <>
      <PageHead title={title} />
      <There {...shown} />
      <p>
        <a href={`/children/${child}`}>Back to the child</a>
      </p>
    </>
  )
  return page({ title, here: '/children', main, about: child })
}
