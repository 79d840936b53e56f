// What the return is checked against: how grave rules are and which providers there are; entered as a list or one by one, every bad row named.
import type { Child, FC } from 'hono/jsx'
import { savedAt } from '#forms'
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  FileUpload,
  Input,
  PageHead,
  Radios,
  Select,
  Stack,
  Table,
} from '#look'
import { ssda903Rules } from '#statutory-returns'
import { type Answer, FormToken, page, redirect, type Visit } from '#web'
import {
  type BadRow,
  type Given,
  isOrigin,
  ORIGINS,
  PROVIDER_COLUMNS,
  providersIn,
  providerTyped,
  SEVERITIES,
  severitiesIn,
  severityTyped,
} from '../entered-lists.ts'
import { listText } from '../list-store.ts'
import {
  type EnteredSeverity,
  enterProviders,
  enterSeverities,
  type ProvidersNow,
  providerOf,
  providersNow,
  severitiesEntered,
} from '../store.ts'

const HERE = '/settings/return'
const TITLE = 'Rules and providers of the return'
const CODES: ReadonlySet<string> = new Set(ssda903Rules.map(({ code }) => code))
const SAYS = new Map(ssda903Rules.map(({ code, says }) => [code, says]))
/** More are counted: whoever mends a list mends the first of them. */
const SHOWN = 100

type Wrong = { readonly field: string; readonly bad: readonly BadRow[] }
const items = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

const said = ({ line, says }: BadRow): string => (line === 0 ? says : `Line ${line}: ${says}`)
const Bad: FC<Wrong> = ({ field, bad }) => (
  <ErrorSummary
    title={bad.length === 1 ? 'Nothing was taken' : `Nothing was taken: ${bad.length} rows are to be put right`}
    errorList={[
      ...bad.slice(0, SHOWN).map((row) => ({ text: said(row), href: `#${field}` })),
      ...(bad.length > SHOWN ? [{ text: `And ${bad.length - SHOWN} more rows.` }] : []),
    ]}
  />
)

const Sending: FC<{ to: string; files?: boolean; children?: Child }> = ({ to, files = false, children }) => (
  <form method="post" action={`${HERE}/${to}`} class="kith-form" enctype={files ? 'multipart/form-data' : undefined}>
    <FormToken />
    {children}
  </form>
)

const Origins: FC<{ id: string; typed: Typed }> = ({ id, typed }) => (
  <Radios
    name="origin"
    idPrefix={id}
    fieldset={{ legend: { text: 'Where is it said?' } }}
    classes="govuk-radios--small"
    value={typed('origin')}
    items={items(ORIGINS)}
  />
)

const ONE_PROVIDER = [
  { name: 'URN', label: 'URN', hint: 'Ofsted’s number, for example SC123456' },
  { name: 'PLACE_CODES', label: 'Kinds of placement', hint: 'For example U1,U6' },
  { name: 'PROVIDER_CODES', label: 'Kinds of provider', hint: 'For example PR1' },
  { name: 'REG_END', label: 'Registration ended, if it has', hint: 'For example 31/03/2026' },
  { name: 'POSTCODE', label: 'Postcode', hint: 'For example AB1 2CD' },
  { name: 'LA_CODE_INFERRED', label: 'Authority of that postcode', hint: 'For example E06000053' },
] as const satisfies readonly {
  readonly name: (typeof PROVIDER_COLUMNS)[number]
  readonly label: string
  readonly hint: string
}[]

/** What was typed comes back with what is wrong; a file has to be chosen again. */
type Typed = (name: string) => string

const Severity: FC<{ entered: readonly EnteredSeverity[]; typed: Typed }> = ({ entered, typed }) => (
  <Card title="How grave each rule is" count={entered.length}>
    <p>
      An error stops the return; a query wants an explanation. Nobody has published which is which, so a rule is unknown
      until you enter it. An unknown one forbids nothing, and is counted beside the others.
    </p>
    {entered.length === 0 ? (
      <EmptyState title="None is entered yet.">All {CODES.size} rules are unknown.</EmptyState>
    ) : (
      <Table
        caption="Rules with a severity"
        head={['Rule', 'How grave', 'Where it is said', 'Entered'].map((text) => ({ text }))}
        rows={entered.map(({ rule, severity, origin, by, recorded }) => [
          { text: `${rule}: ${SAYS.get(rule) ?? ''}` },
          { text: SEVERITIES[severity] },
          { text: ORIGINS[origin] },
          { text: `${by ?? 'Somebody'}, ${savedAt(recorded)}` },
        ])}
      />
    )}
    <h3>Enter a list</h3>
    <Sending to="severities" files>
      <FileUpload
        name="severities"
        label="CSV file"
        hint="With the columns rule and severity (error, query or unknown). Rules that it does not name stay as they are."
      />
      <Origins id="origin-list" typed={typed} />
      <Button>Take this list</Button>
    </Sending>
    <h3>Enter one rule</h3>
    <Sending to="severity">
      <Input
        name="rule"
        label="Rule"
        value={typed('rule')}
        hint="Its code, for example 103"
        classes="govuk-input--width-5"
      />
      <Select
        name="severity"
        label="How grave it is"
        value={typed('severity')}
        items={[{ value: '', text: 'Choose' }, ...items(SEVERITIES)]}
      />
      <Origins id="origin-one" typed={typed} />
      <Button>Save this rule</Button>
    </Sending>
  </Card>
)

const Providers: FC<{ now: ProvidersNow; typed: Typed }> = ({ now: { count, last }, typed }) => (
  <Card title="Providers" count={count}>
    {last === undefined ? (
      <EmptyState title="No list is entered yet.">
        Rules that ask for a provider are not run, and find nothing.
      </EmptyState>
    ) : (
      <p>
        {count.toLocaleString('en-GB')} are on the list. Last entered by {last.by ?? 'somebody'},{' '}
        {savedAt(last.recorded)}.
      </p>
    )}
    <h3>Enter the whole list</h3>
    <Sending to="providers" files>
      <FileUpload
        name="providers"
        label="CSV file"
        hint={`With the columns ${PROVIDER_COLUMNS.join(', ')}. It takes the place of the list that stands.`}
      />
      <Button>Take this list</Button>
    </Sending>
    <h3>Enter one provider, or take one off</h3>
    <Sending to="provider">
      {ONE_PROVIDER.map(({ name, label, hint }) => (
        <Input name={name} label={label} hint={hint} value={typed(name)} classes="govuk-input--width-20" />
      ))}
      <div class="govuk-button-group">
        <Button name="what" value="enter">
          Save this provider
        </Button>
        <Button name="what" value="take off" kind="secondary">
          Take the one with this URN off
        </Button>
      </div>
    </Sending>
  </Card>
)

async function settingsPage(visit: Visit, wrong?: Wrong): Promise<Answer> {
  const [entered, now] = await visit.door.as(
    visit.who,
    async (asking) => [await severitiesEntered(asking), await providersNow(asking)] as const,
  )
  const typed: Typed = (name) => visit.form[name]?.[0] ?? ''
  const main = (
    <>
      {wrong !== undefined && <Bad {...wrong} />}
      <PageHead
        title={TITLE}
        lead="What is entered here is seen at once on the pages of the return, and by the next check."
      />
      <Stack>
        <Severity entered={entered} typed={typed} />
        <Providers now={now} typed={typed} />
      </Stack>
    </>
  )
  return page({
    title: wrong === undefined ? TITLE : `Put right: ${TITLE}`,
    here: HERE,
    status: wrong ? 422 : 200,
    main,
  })
}

export const showSettings = async (visit: Visit): Promise<Answer> => await settingsPage(visit)

const one = (field: string, says: string): Wrong => ({ field, bad: [{ line: 0, says }] })

type Taking<Row> = { readonly field: string; readonly read: (text: string) => Given<Row> }
async function takeList<Row>(
  visit: Visit,
  { field, read }: Taking<Row>,
  keep: (rows: readonly Row[]) => Promise<void>,
): Promise<Answer> {
  const list = await listText(visit.file(field))
  if ('says' in list) return await settingsPage(visit, one(field, list.says))
  const given = read(list.text)
  if ('bad' in given) return await settingsPage(visit, { field, bad: given.bad })
  await keep(given.rows)
  return redirect(HERE)
}

export async function takeSeverities(visit: Visit): Promise<Answer> {
  const origin = visit.field('origin') ?? ''
  if (!isOrigin(origin)) return await settingsPage(visit, one('origin-list', 'Say where it is said.'))
  const taking = { field: 'severities', read: (text: string) => severitiesIn(text, CODES) }
  return await takeList(visit, taking, async (rows) => {
    await visit.door.as(visit.who, async (asking) => await enterSeverities(asking, rows, origin))
  })
}

export async function takeProviders(visit: Visit): Promise<Answer> {
  return await takeList(visit, { field: 'providers', read: providersIn }, async (rows) => {
    await visit.door.as(visit.who, async (asking) => await enterProviders(asking, rows, { list: true }))
  })
}

const cellOf =
  (visit: Visit) =>
  (name: string): string =>
    (visit.field(name) ?? '').trim()

export async function takeSeverity(visit: Visit): Promise<Answer> {
  const origin = visit.field('origin') ?? ''
  const typed = severityTyped(cellOf(visit), CODES)
  if ('says' in typed) return await settingsPage(visit, one('rule', typed.says))
  if (!isOrigin(origin)) return await settingsPage(visit, one('origin-one', 'Say where it is said.'))
  await visit.door.as(visit.who, async (asking) => await enterSeverities(asking, [typed], origin))
  return redirect(HERE)
}

export async function takeProvider(visit: Visit): Promise<Answer> {
  const typed = providerTyped(cellOf(visit))
  if ('says' in typed) return await settingsPage(visit, one('URN', typed.says))
  const gone = visit.field('what') === 'take off'
  const done = await visit.door.as(visit.who, async (asking) => {
    const stands = gone ? await providerOf(asking, typed.urn) : typed
    if (stands === undefined) return false
    await enterProviders(asking, [stands], { list: false, gone })
    return true
  })
  return done ? redirect(HERE) : await settingsPage(visit, one('URN', 'No provider with this URN is on the list.'))
}
