// The history of one part: every version with who and when, and the words that each changed.
import type { FC } from 'hono/jsx'
import type { Asking, Version } from '#database'
import { differences, namesOfWorkers, savedAt } from '#forms'
import { Card, DiffText, NotKnown, PageHead, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { type PlanPart, partsOf } from '../parts.ts'
import { editionsOf, latestParts, partHistory } from '../reading-store.ts'
import { called } from './plan-parts.tsx'
import { careEditions, childNamed, type Named } from './read-plan.tsx'
import { nameOfKey } from './write-plan.tsx'

type OneKey = { readonly key: string; readonly versions: readonly Version<'kith.plan_part'>[] }
type History = {
  readonly named: Named
  readonly part: PlanPart
  readonly keys: readonly OneKey[]
  readonly names: ReadonlyMap<string, string>
}

async function historyOf(asking: Asking, child: string, part: PlanPart): Promise<History | undefined> {
  const named = await childNamed(asking, child)
  const [edition] = named === undefined ? [] : careEditions(await editionsOf(asking, child))
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
export async function showHistory(visit: Visit): Promise<Answer> {
  const part = partsOf('care plan').find((one) => one.part === visit.query('part'))
  if (part === undefined) return notFound
  const found = await visit.door.as(visit.who, async (asking) => await historyOf(asking, visit.part('child'), part))
  if (found === undefined) return notFound
  const main = (
    <>
      <PageHead
        title={`History: ${part.name}`}
        lead={`${found.named.called}’s care plan`}
        actions={<a href={`/children/${found.named.child}/plan/read`}>The plan</a>}
      />
      <Stack>
        {found.keys.length === 0 && <p>Nothing has been written in this part yet.</p>}
        {found.keys.map((one) => (
          <KeyHistory {...one} names={found.names} />
        ))}
      </Stack>
    </>
  )
  return page({ title: `History of ${part.name} – ${found.named.called}`, here: '/', main, about: found.named.child })
}

const KeyHistory: FC<OneKey & Pick<History, 'names'>> = ({ key, versions, names }) => (
  <Card title={nameOfKey(key)} count={versions.length}>
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
