// What is kept for the child: photographs, drawings, certificates, to look at together and to print.
import type { FC } from 'hono/jsx'
import { Card, EmptyState, PageHead } from '#look'
import { type Answer, page, type Visit } from '#web'
import { documentsOf, type KeptDocument, letIntoPrints } from '../store.ts'
import { childNamed, dayWords, earlierOf, Picture, TermsWarning, titleOf } from './document-parts.tsx'

/** GET /children/:child/documents/memories: to look at together, and to print. */
export async function showMemories(visit: Visit): Promise<Answer> {
  const child = visit.part('child')
  const { named, kept, printed } = await visit.door.as(visit.who, async (asking) => {
    const earlier = await earlierOf(asking, visit, 'read what is kept for the child with the record that goes on')
    const records = [child, ...(earlier === undefined ? [] : [earlier])]
    const all: KeptDocument[] = []
    const printable: string[] = []
    for (const record of records) {
      all.push(...(await documentsOf(asking, record)))
      printable.push(...(await letIntoPrints(asking, record)))
    }
    return {
      named: await childNamed(asking, child),
      printed: new Set(printable),
      kept: all.filter((one) => one.kept_for_child && one.words !== undefined),
    }
  })
  const title = `Kept for ${named.called}`
  const main = (
    <>
      <PageHead
        title={title}
        lead="Photographs, drawings and what else is theirs to keep"
        actions={<a href={`/children/${child}/documents`}>All documents</a>}
      />
      {kept.length === 0 ? (
        <EmptyState
          title="Nothing kept yet"
          action={<a href={`/children/${child}/documents/add`}>Add a photograph or drawing</a>}
        >
          A photograph, a drawing, a certificate: what {named.called} may want to look at one day.
        </EmptyState>
      ) : (
        <div class="kith-memories">
          {kept.map((one) => (
            <div class={printed.has(one.line) ? undefined : 'kith-no-print'}>
              <Memory child={one.child} of={one} />
            </div>
          ))}
        </div>
      )}
    </>
  )
  return page({ title: `${title} – memories`, here: '/children', main, about: child })
}

const Memory: FC<{ readonly child: string; readonly of: KeptDocument }> = ({ child, of }) => (
  <Card title={<a href={`/children/${child}/documents/${of.line}`}>{titleOf(of)}</a>} tone="good">
    <Picture child={child} of={of} />
    {of.words?.caption !== '' && <p class="kith-written">{of.words?.caption}</p>}
    <p class="kith-quiet">
      {dayWords(of.made)}
      {of.words?.from !== '' && ` · ${of.words?.from}`}
    </p>
    <TermsWarning terms={of.terms} />
  </Card>
)
