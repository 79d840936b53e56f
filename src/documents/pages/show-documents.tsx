// The pages of documents: the list, and one document with its files and versions.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { type Asking, Refused, versionOf } from '#database'
import { namesOfWorkers, savedAt } from '#forms'
import { Button, Card, CardList, capital, Facts, NotKnown, PageHead, Stack } from '#look'
import type { PdfHolds } from '#uploads'
import { type Answer, download, notFound, page, picture, redirect, type Visit } from '#web'
import { readWords, TERMS } from '../document.ts'
import {
  documentById,
  documentVersions,
  filesOf,
  type KeptDocument,
  type KeptFile,
  letIntoPrints,
  lettingInOf,
  openDocument,
} from '../store.ts'
import { audienceWords, isTerms } from './document-form.ts'
import {
  childNamed,
  DocumentsList,
  dayWords,
  documentsShown,
  earlierOf,
  fileWords,
  type Named,
  OnPaper,
  Picture,
  pictureType,
  TermsTag,
  TermsWarning,
  titleOf,
} from './document-parts.tsx'

/** GET /children/:child/documents/all */
export async function showDocuments(visit: Visit): Promise<Answer> {
  const child = visit.part('child')
  const asked = { kind: visit.query('kind'), page: Number(visit.query('page') ?? 1) }
  const { named, shown } = await visit.door.as(visit.who, async (asking) => {
    const known = await childNamed(asking, child)
    const earlier = await earlierOf(asking, visit, 'read the list of documents with those of the record that goes on')
    return { named: known, shown: await documentsShown(asking, { ...known, earlier }, asked) }
  })
  const main = (
    <>
      <PageHead
        title={`Documents: ${named.called}`}
        actions={
          <>
            <a href={`/children/${child}/documents/memories`}>Kept for {named.called}</a>{' '}
            <Button href={`/children/${child}/documents/add`}>Add a document</Button>
          </>
        }
      />
      <DocumentsList of={shown} at={`/children/${child}/documents/all`} />
    </>
  )
  return page({ title: `Documents – ${named.called}`, here: '/children', main, about: child })
}

type One = {
  readonly named: Named
  readonly document: KeptDocument
  readonly files: readonly KeptFile[]
  readonly versions: Awaited<ReturnType<typeof documentVersions>>
  readonly names: ReadonlyMap<string, string>
  readonly writes: boolean
  readonly takesOut: boolean
  readonly printed: boolean
  /** The decision that lets it in, where it is not ours and one stands. */
  readonly letInBy: string | undefined
}

async function oneOf(asking: Asking, child: string, line: string): Promise<One | undefined> {
  const document = await documentById(asking, { child, document: line })
  if (document === undefined) return undefined
  const files = await filesOf(asking, line)
  const versions = await documentVersions(asking, line)
  const people = [...files.map(({ by }) => by), ...versions.map(({ recorded_by }) => recorded_by)]
  return {
    ...{ named: await childNamed(asking, child), document, files, versions },
    names: await namesOfWorkers(asking, people),
    writes: await mayDo(asking, child, ['write', 'documents']),
    takesOut: await mayDo(asking, child, ['takeOut', 'documents']),
    printed: (await letIntoPrints(asking, child)).has(line),
    letInBy: document.terms === 'own' ? undefined : await lettingInOf(asking, child, line),
  }
}

/** GET /children/:child/documents/:document */
export async function showDocument(visit: Visit): Promise<Answer> {
  const [child, line] = [visit.part('child'), visit.part('document')]
  const one = await visit.door.as(visit.who, async (asking) => await oneOf(asking, child, line))
  if (one === undefined) return notFound
  const main = (
    <>
      <PageHead
        title={<OnPaper printed={one.printed}>{titleOf(one.document)}</OnPaper>}
        lead={
          <>
            {capital(one.document.kind)} · {dayWords(one.document.made)} <TermsTag terms={one.document.terms} />
          </>
        }
        actions={<a href={`/children/${child}/documents`}>All documents</a>}
      />
      <Stack>
        <TermsWarning terms={one.document.terms} />
        <div class={one.printed ? undefined : 'kith-no-print'}>
          <Stack>
            <About {...one} />
            <Files {...one} />
            <Versions {...one} />
          </Stack>
        </div>
        <Steps {...one} />
      </Stack>
    </>
  )
  // A browser prints the title of a page above it.
  const title = one.printed ? titleOf(one.document) : 'A document left out of prints'
  return page({ title: `${title} – ${one.named.called}`, here: '/children', main, about: child })
}

function whoMayKnow({ audience, audience_because: because, must_not_know: mustNot }: KeptDocument): string {
  if (because === null) return 'Everybody who sees this child’s documents'
  const only = audience === null ? 'Everybody who sees this child’s documents' : audienceWords(audience)
  const kept = (mustNot ?? []).length
  return `${only}${kept > 0 ? `; kept from ${kept === 1 ? 'one person' : `${kept} people`}` : ''}. Why: ${because}.`
}

const About: FC<One> = ({ document, named }) => {
  const { words, from_whom: sender, terms } = document
  if (words === undefined)
    return (
      <Card title="About it">
        <NotKnown words="It was taken out of sight by two people. The row and the reason stay." />
      </Card>
    )
  const facts = {
    From: words.from === '' ? capital(sender) : `${words.from} (${sender})`,
    Terms: isTerms(terms) ? TERMS[terms] : terms,
    'Who may know': whoMayKnow(document),
    'Kept for the child': document.kept_for_child ? `Yes, on ${named.called}’s memory page` : 'No',
  }
  return (
    <Card title="About it">
      <Facts kind="wide" facts={Object.entries(facts).map(([name, told]) => ({ name, fact: { words: told } }))} />
      {words.caption !== '' && <p class="kith-written">{words.caption}</p>}
      <Picture child={named.child} of={document} />
    </Card>
  )
}

/** Said before it is opened: court forms hold scripts, and are kept all the same. */
const HOLDS: Readonly<Record<PdfHolds, string>> = {
  script: ' · holds a script: open it in a reader that runs none',
  program: ' · would start a program: do not open it',
  file: ' · holds other files inside: open them only if you know who sent it',
  locked: ' · we could not look through all of it',
}

const Files: FC<One> = ({ named, document, files, names }) => (
  <Card title={files.length > 1 ? 'Files, newest first' : 'File'} count={files.length} flush>
    <CardList
      items={files.toReversed().map((file, at) => (
        <>
          {file.words === undefined ? (
            <NotKnown words="Taken out of sight" />
          ) : (
            <a href={`/children/${named.child}/documents/${document.line}/file?version=${file.file}`}>
              Download {file.words.name}
            </a>
          )}{' '}
          <span class="kith-quiet">
            {fileWords(file)} · added by {names.get(file.by) ?? 'Somebody'}, {savedAt(file.at)}
            {at > 0 && ' · replaced'}
            {file.words?.holds.map((one) => HOLDS[one])}
            {file.words?.cleaned === true && ' · place, time and camera were taken out before it was kept'}
          </span>
        </>
      ))}
    />
  </Card>
)

const Versions: FC<One> = ({ versions, names }) =>
  versions.length < 2 ? null : (
    <Card title="What was recorded of it" count={versions.length} flush>
      <CardList
        items={versions.toReversed().map(({ words, change, recorded, recorded_by: by, terms }) => (
          <>
            {words === undefined ? 'Taken out of sight' : readWords(words).title} (
            {isTerms(terms) ? TERMS[terms] : terms}){' '}
            <span class="kith-quiet">
              {change === 'first' ? 'first recorded' : 'corrected'} by {names.get(by) ?? 'Somebody'},{' '}
              {savedAt(recorded)}
            </span>
          </>
        ))}
      />
    </Card>
  )

function lettingLinks(child: string, { terms, line }: KeptDocument, letInBy: string | undefined): string[][] {
  if (terms === 'own') return []
  const release = `/children/${child}/document-releases/${letInBy}`
  if (letInBy === undefined)
    return [[`/children/${child}/documents/${line}/let-in`, 'Let it into packs, prints or copies']]
  return [
    [`${release}/correct`, 'Put right what it may go into'],
    [`${release}/leave-out`, 'Leave it out of packs, prints and copies again'],
  ]
}

const Steps: FC<One> = ({ named, document, writes, takesOut, letInBy }) => {
  const at = `/children/${named.child}/documents`
  const links = [
    ...(writes && document.words !== undefined
      ? [
          [`${at}/${document.id}/correct`, 'Correct what is said of it'],
          [`${at}/${document.line}/new-file`, 'Add a newer file'],
          [`${at}/${document.id}/who-may-know`, 'Say who may know of it'],
          ...lettingLinks(named.child, document, letInBy),
        ]
      : []),
    ...(writes ? [[`${at}/${document.id}/take-back`, 'Take it back: it should never have stood']] : []),
    ...(takesOut ? [[`${at}/${document.line}/out-of-sight`, 'Take it out of sight (two people)']] : []),
  ]
  return links.length === 0 ? null : (
    <div class="kith-no-print">
      <Card title="What can be done" flush>
        <CardList items={links.map(([to, words]) => <a href={to}>{words}</a>)} />
      </Card>
    </div>
  )
}

/** GET /children/:child/documents/version/:about: to the document of a version, where a correction leads. */
export async function showOfVersion(visit: Visit): Promise<Answer> {
  const [child, id] = [visit.part('child'), visit.part('about')]
  const version = await visit.door.as(visit.who, async (asking) => await versionOf(asking, 'kith.document', id))
  if (version === undefined || version.child !== child) return notFound
  const sent = visit.query('sent')
  return redirect(
    `/children/${child}/documents/${version.line}${sent === undefined ? '' : `?sent=${encodeURIComponent(sent)}`}`,
  )
}

async function opened(visit: Visit) {
  const [child, line, file] = [visit.part('child'), visit.part('document'), visit.query('version')]
  const { door, who } = visit
  const mine = await door.as(who, async (asking) => await documentById(asking, { child, document: line }))
  if (mine === undefined) return undefined
  const found = await openDocument(visit, line, file).catch((error: unknown) => {
    if (error instanceof Refused) return undefined
    throw error
  })
  return found?.kind === 'open' ? found : undefined
}

/** GET …/file: always saved, under a name made safe, as the type that was found in it. */
export async function saveFile(visit: Visit): Promise<Answer> {
  const found = await opened(visit)
  return found === undefined ? notFound : download(found.stream, { name: found.name, type: found.type })
}

/** GET …/picture: shown in a page of ours; anything but a picture is not found here. */
export async function showPicture(visit: Visit): Promise<Answer> {
  const found = await opened(visit)
  const type = found && pictureType(found.type)
  return found === undefined || type === undefined ? notFound : picture(found.stream, type)
}
