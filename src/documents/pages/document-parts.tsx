// The parts of pages that show documents: the list with its chips, and a document's terms.
import type { Child, FC } from 'hono/jsx'
import { formatDay, parseDay } from '#calendar'
import type { Asking } from '#database'
import { savedAt } from '#forms'
import { Card, Chips, capital, DutyTable, EmptyState, NotKnown, Paging, Tag, WarningText } from '#look'
import { namesOf, shownName } from '#people'
import type { Visit } from '#web'
import { DOCUMENT_KINDS, TERMS } from '../document.ts'
import { FILE_TYPES } from '../file-type.ts'
import { documentsOf, type KeptDocument, type KeptFile, letIntoPrints } from '../store.ts'
import { isTerms, TERMS_MEAN } from './document-form.ts'

export type Named = { readonly child: string; readonly called: string }

export async function childNamed(asking: Asking, child: string): Promise<Named> {
  return { child, called: shownName(await namesOf(asking, child)) ?? 'this child' }
}

/** On paper only that something was left out stands; on a screen also what. */
export const OnPaper: FC<{ readonly printed: boolean; readonly children?: Child }> = ({ printed, children }) =>
  printed ? (
    children
  ) : (
    <>
      <span class="kith-no-print">{children}</span> <Tag classes="govuk-tag--grey">Left out of prints and copies</Tag>
    </>
  )

/** What terms forbid, in words, wherever the document is shown. */
export const TermsTag: FC<{ readonly terms: string }> = ({ terms }) =>
  terms === 'own' || !isTerms(terms) ? null : <Tag classes="govuk-tag--orange">{TERMS[terms]}: ask before sharing</Tag>
export const TermsWarning: FC<{ readonly terms: string }> = ({ terms }) =>
  terms === 'own' || !isTerms(terms) ? null : (
    <WarningText>
      {TERMS[terms]}. {TERMS_MEAN[terms]}
    </WarningText>
  )

const KILOBYTE = 1024
const sizeWords = (size: number): string =>
  size < KILOBYTE * KILOBYTE
    ? `${Math.max(1, Math.round(size / KILOBYTE))} kB`
    : `${(size / KILOBYTE / KILOBYTE).toFixed(1)} MB`
export const fileWords = ({ type, size }: KeptFile): string => `${FILE_TYPES[type].words}, ${sizeWords(size)}`
export const dayWords = (made: string | null): string => {
  const day = made === null ? undefined : parseDay(made)
  return day === undefined ? 'Day not known' : formatDay(day)
}
export const titleOf = ({ words }: KeptDocument): string => words?.title ?? 'Taken out of sight'

/** The earlier record of a child with two, as the lock found it; that it is read is logged there. */
export async function earlierOf(asking: Asking, { joined }: Pick<Visit, 'joined'>, log: string) {
  const earlier = joined === undefined || joined.closed ? undefined : (joined.other ?? undefined)
  if (earlier !== undefined) await asking.note(log, earlier)
  return earlier
}

/** One page of a child's documents, of one kind or all. */
export type DocumentsShown = {
  /** Those that stand on paper too. */
  readonly printed: ReadonlySet<string>
  readonly child: string
  readonly called: string
  /** Of an earlier record of the same child, by line: that record. */
  readonly earlier: ReadonlyMap<string, string>
  readonly rows: readonly KeptDocument[]
  readonly counts: ReadonlyMap<string, number>
  readonly kind: string | undefined
  readonly page: number
  readonly pages: number
  readonly total: number
  readonly from: number
}
const A_PAGE = 25

/** The list for any page about the child; `kind` and `page` from its address. */
export async function documentsShown(
  asking: Asking,
  of: Pick<Named, 'child' | 'called'> & { readonly earlier?: string | undefined },
  asked: { readonly kind: string | undefined; readonly page: number },
): Promise<DocumentsShown> {
  const before = of.earlier === undefined ? [] : await documentsOf(asking, of.earlier)
  const own = await documentsOf(asking, of.child)
  const all = before.length === 0 ? own : [...own, ...before].sort((a, b) => (a.recorded < b.recorded ? 1 : -1))
  const kind = DOCUMENT_KINDS.find((one) => one === asked.kind)
  const chosen = kind === undefined ? all : all.filter((one) => one.kind === kind)
  const pages = Math.max(1, Math.ceil(chosen.length / A_PAGE))
  const page = Math.min(pages, Math.max(1, Number.isInteger(asked.page) ? asked.page : 1))
  const from = (page - 1) * A_PAGE
  const counts = new Map(DOCUMENT_KINDS.map((one) => [one, all.filter((document) => document.kind === one).length]))
  return {
    ...{ child: of.child, called: of.called, kind, page, pages, from, total: chosen.length },
    rows: chosen.slice(from, from + A_PAGE),
    printed: new Set([
      ...(await letIntoPrints(asking, of.child)),
      ...(of.earlier === undefined ? [] : await letIntoPrints(asking, of.earlier)),
    ]),
    earlier: new Map(before.map(({ line }) => [line, of.earlier ?? ''])),
    counts: new Map([['', all.length], ...counts]),
  }
}

const Rows: FC<DocumentsShown> = ({ child, rows, printed, earlier }) => (
  <DutyTable
    caption="Documents, newest first"
    columns={['Title', 'What it is', 'Made', 'From', 'Added', 'File']}
    rows={rows.map((one) => {
      const from = one.words?.from || capital(one.from_whom)
      return {
        head: (
          <OnPaper printed={printed.has(one.line)}>
            <a href={`/children/${earlier.get(one.line) ?? child}/documents/${one.line}`}>{titleOf(one)}</a>{' '}
            <TermsTag terms={one.terms} />
            {earlier.has(one.line) && <span class="kith-note">Written in the earlier record</span>}
          </OnPaper>
        ),
        cells: [
          capital(one.kind),
          dayWords(one.made),
          printed.has(one.line) ? from : <span class="kith-no-print">{from}</span>,
          savedAt(one.recorded),
          one.file === undefined ? <NotKnown words="No file" /> : fileWords(one.file),
        ],
      }
    })}
  />
)

/** `at`: the address of the page on which the list stands. */
export const DocumentsList: FC<{ readonly of: DocumentsShown; readonly at: string }> = ({ of, at }) => {
  const { rows, counts, kind, page, pages, from, total } = of
  const address = (to: string | undefined, number: number) =>
    `${at}${to === undefined && number === 1 ? '' : '?'}${[to && `kind=${encodeURIComponent(to)}`, number > 1 && `page=${number}`].filter(Boolean).join('&')}`
  const chips = [...counts].filter(([one, count]) => one === '' || count > 0)
  if (counts.get('') === 0)
    return (
      <EmptyState title="No documents yet">
        Reports, letters, photographs and drawings that come to {of.called}’s record are kept here.
      </EmptyState>
    )
  return (
    <>
      <Chips
        label="Kinds of documents"
        chips={chips.map(([one, count]) => ({
          to: address(one || undefined, 1),
          words: one === '' ? 'Everything' : capital(one),
          count,
          current: (one || undefined) === kind,
        }))}
      />
      <Card title={kind === undefined ? 'Documents' : capital(kind)} count={total} flush>
        <Rows {...of} />
      </Card>
      <Paging
        page={page}
        pages={pages}
        from={from + 1}
        to={from + rows.length}
        of={total}
        address={(number) => address(kind, number)}
      />
    </>
  )
}

const PICTURES = ['image/jpeg', 'image/png', 'image/webp'] as const
export const pictureType = (type: string): (typeof PICTURES)[number] | undefined => PICTURES.find((one) => one === type)

/** A photograph or drawing in its place; what no browser shows is a link to it. */
export const Picture: FC<{ readonly child: string; readonly of: KeptDocument }> = ({ child, of }) => {
  const { file, words } = of
  if (file === undefined || file.words === undefined || words === undefined || pictureType(file.type) === undefined)
    return null
  return (
    <img
      class="kith-picture"
      src={`/children/${child}/documents/${of.line}/picture`}
      alt={words.caption === '' ? words.title : words.caption}
      loading="lazy"
    />
  )
}
