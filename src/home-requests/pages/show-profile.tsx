// One page for a home: the child in their own words, strengths first, and beside it what must be known to keep them and others safe.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { type Frame, firstName } from '#child-frame'
import { isId } from '#forms'
import { Card, CardList, Columns, EmptyState, InsetText, PageHead, Stack } from '#look'
import { profileOf } from '../request.ts'
import { PROFILE } from '../request-codes-data.ts'
import { type Request, requestAsShared, requestOf, type Step, stepsOf, type ToKeepSafe, toKeepSafe } from '../store.ts'
import { ofChild } from './of-child.tsx'
import { KeepSafe } from './step-forms.tsx'

type Facts = {
  readonly request: Request
  readonly safe: ToKeepSafe
  /** As it was given to one home; undefined: as it would be given now. */
  readonly shared: Step | undefined
}
export const showProfile = ofChild<Facts>({
  ...{
    title: 'The page for a home',
    bare: true,
    instead: 'No home is looked for, so there is no page to give to one.',
  },
  read: async (asking, { id }, { today }) => {
    const request = await requestOf(asking, id)
    return request && { request, safe: await toKeepSafe(asking, id, today), shared: undefined }
  },
  main: (facts, frame) => <Profile {...facts} frame={frame} />,
})
/** What was told that day, whatever was written since. */
export const showShared = ofChild<Facts>({
  ...{ title: 'What was shared', bare: true },
  read: async (asking, { id }, { today, part }) => {
    const about = part('about')
    const now = isId(about) ? await requestOf(asking, id) : undefined
    const shared = now && (await stepsOf(asking, now)).find((step) => step.id === about && step.kind === 'asked')
    const request = shared?.version ? await requestAsShared(asking, shared.version) : undefined
    if (shared === undefined || request === undefined) return undefined
    const { leftOut, unheard } = await toKeepSafe(asking, id, today)
    const told =
      shared.told === '' ? [] : shared.told.split('\n').map((words, at) => ({ line: String(at), kind: '', words }))
    return { request, safe: { told, leftOut, unheard }, shared }
  },
  main: (facts, frame) => <Profile {...facts} frame={frame} />,
})

const Profile: FC<Facts & { readonly frame: Frame }> = ({ request, safe, shared, frame }) => {
  const parts = profileOf(request.words, shared?.left_out ?? [])
  return (
    <>
      <PageHead
        title={`${firstName(frame.called) ?? 'A child'}: who I am`}
        lead={
          shared === undefined
            ? undefined
            : `For ${shared.called}. Keep it until ${dayWords(shared.until)}, then give it back.`
        }
      />
      {shared === undefined ? (
        <p class="kith-note kith-no-print">
          As it stands now. What is left out, and for whom, is said when a home is asked.
        </p>
      ) : (
        <InsetText>
          Shared with {shared.called} on {dayWords(shared.happened)}, until {dayWords(shared.until)}.{' '}
          {(shared.left_out ?? []).length === 0
            ? 'Nothing of the profile was left out.'
            : `Left out: ${PROFILE_NAMES(shared.left_out ?? [])}.`}
        </InsetText>
      )}
      <p class="kith-no-print">
        <a href={`/children/${frame.id}/home-request`}>The request</a>
      </p>
      <Columns>
        <Stack>
          <Card title={`I am ${firstName(frame.called) ?? 'a child'}`} flush>
            {parts.length === 0 ? (
              <EmptyState>Nothing is written yet.</EmptyState>
            ) : (
              <CardList
                items={parts.map(({ part, text }) => (
                  <>
                    <strong>{PROFILE[part]}</strong>
                    <p class="kith-written">{text}</p>
                  </>
                ))}
              />
            )}
          </Card>
        </Stack>
        <Stack>
          <KeepSafe safe={safe} />
        </Stack>
      </Columns>
    </>
  )
}
const PROFILE_NAMES = (parts: readonly string[]): string =>
  Object.entries(PROFILE)
    .flatMap(([part, words]) => (parts.includes(part) ? [words.toLowerCase()] : []))
    .join('; ')
