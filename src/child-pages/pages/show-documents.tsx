// Documents: the files of a child's record in the frame of their other pages, by kind and in pages.
import { mayDo } from '#access'
import { ChildFrame, earlierFrameOf, frameOf, nameOf } from '#child-frame'
import { DocumentsList, documentsShown } from '#documents'
import { Button, Card } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'

export async function showDocuments({ door, who, today, part, query, joined }: Visit): Promise<Answer> {
  const found = await door.as(who, async (asking) => {
    const frame = await frameOf(asking, part('child'), today)
    if (frame === undefined) return undefined
    const asked = { kind: query('kind'), page: Number(query('page') ?? 1) }
    const log = 'read the list of documents with those of the record that goes on'
    const earlier = joined && (await earlierFrameOf(asking, joined, { today, part: 'documents', log }))
    return {
      frame,
      shown: await documentsShown(asking, { child: frame.id, called: nameOf(frame), earlier: earlier?.id }, asked),
      adds: await mayDo(asking, frame.id, ['write', 'documents']),
    }
  })
  if (found === undefined) return notFound
  const { frame, shown, adds } = found
  const at = `/children/${frame.id}/documents`
  return page({
    title: `Documents – ${nameOf(frame)}`,
    here: '/children',
    main: (
      <ChildFrame frame={frame} today={today} here="documents">
        <p class="kith-no-print">
          {adds && <Button href={`${at}/add`}>Add a document</Button>}{' '}
          <a href={`${at}/memories`}>Kept for {nameOf(frame)}</a>{' '}
          <a href={`/children/${frame.id}/kept`}>How long the record is kept</a>
        </p>
        <Card title="Documents" count={shown.total}>
          <DocumentsList of={shown} at={at} />
        </Card>
      </ChildFrame>
    ),
  })
}
