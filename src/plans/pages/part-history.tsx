// The history of one part: every version with who and when, and the words that each changed.
import type { FC } from 'hono/jsx'
import type { Asking, Version } from '#database'
import { differences, namesOfWorkers, savedAt } from '#forms'
import { Card, DiffText, NotKnown, PageHead, Stack } from '#look'
import { nameOfKey, type PlanKind, type PlanPart, partsOf, planAt } from '#plan-kinds'
import { type Answer, notFound, page, type Visit } from '#web'
import { editionsOf, latestParts, partHistory } from '../reading-store.ts'
import { childNamed, type Named } from './child-named.tsx'
import { called } from './plan-parts.tsx'
import { editionsIn } from './read-plan.tsx'

type OneKey = { readonly key: string; readonly versions: readonly Version<'kith.plan_part'>[] }
type History = {
  readonly named: Named
  readonly part: PlanPart
  readonly keys: readonly OneKey[]
  readonly names: ReadonlyMap<string, string>
}

type Which = { readonly kind: PlanKind; readonly part: PlanPart }

async function historyOf(asking: Asking, child: string, { kind, part }: Which): Promise<History | undefined> {
  const named = await childNamed(asking, child)
  const [edition] = named === undefined ? [] : editionsIn(kind, await editionsOf(asking, child))
  if (named === undefined || edition === undefined) return undefined
  const { plan } = edition
  const all = (await latestParts(asking, plan))
    .map((text) => text.part)
    .filter((key) => key.split('/')[0] === part.part)
  const keys: OneKey[] = []
  for (const key of all.sort()) keys.push({ key, versions: await partHistory(asking, { plan, part: key }) })
  const people = keys.flatMap(({ versions }) => versions.map(({ recorded_by }) => recorded_by))
  return { named, part, keys, names: await namesOfWorkers(asking, people) }
}

/** GET /children/:child/plan/history?part=health */
export const showHistory =
  (kind: PlanKind) =>
  async (visit: Visit): Promise<Answer> => {
    const part = partsOf(kind).find((one) => one.part === visit.query('part'))
    if (part === undefined) return notFound
    const found = await visit.door.as(
      visit.who,
      async (asking) => await historyOf(asking, visit.part('child'), { kind, part }),
    )
    if (found === undefined) return notFound
    const main = (
      <>
        <PageHead
          title={`History: ${part.name}`}
          lead={`${found.named.called}’s ${kind}`}
          actions={<a href={`${planAt(found.named.child, kind)}/read`}>The plan</a>}
        />
        <Stack>
          {found.keys.length === 0 && <p>Nothing has been written in this part yet.</p>}
          {found.keys.map((one) => (
            <KeyHistory {...one} kind={kind} names={found.names} />
          ))}
        </Stack>
      </>
    )
    return page({
      title: `History of ${part.name} – ${found.named.called}`,
      here: '/children',
      main,
      about: found.named.child,
    })
  }

const KeyHistory: FC<OneKey & Pick<History, 'names'> & { readonly kind: PlanKind }> = ({
  key,
  kind,
  versions,
  names,
}) => (
  <Card title={nameOfKey(kind, key)} count={versions.length}>
    <ol class="kith-versions" reversed>
      {versions.toReversed().map((version, at, all) => (
        <li>
          <p class="kith-quiet">
            Version {version.version} · {called(names, version.recorded_by)}, {savedAt(version.recorded)}
            {version.merges !== null && ' · two texts put together'}
          </p>
          <Text version={version} before={all[at + 1]} />
        </li>
      ))}
    </ol>
  </Card>
)

type One = Version<'kith.plan_part'>
const Text: FC<{ readonly version: One; readonly before: One | undefined }> = ({ version, before }) => {
  if (version.words === undefined && before?.words === undefined)
    return <NotKnown words="No words to read in this version" />
  return <DiffText parts={differences(before?.words ?? '', version.words ?? '')} />
}
