// The parts of the page of what a return is checked against: severities and providers as they stand, and the forms that enter them.
import type { Child, FC } from 'hono/jsx'
import { itemsOf, savedAt } from '#forms'
import { Button, Card, Details, EmptyState, ErrorSummary, FileUpload, Input, Radios, Select, Table } from '#look'
import { ssda903Rules } from '#statutory-returns'
import { FormToken } from '#web'
import { type BadRow, ORIGINS, PROVIDER_COLUMNS, SEVERITIES } from '../entered-lists.ts'
import type { EnteredSeverity, ProvidersNow } from '../store.ts'

export const HERE = '/settings/return'
export const CODES: ReadonlySet<string> = new Set(ssda903Rules.map(({ code }) => code))
const SAYS = new Map(ssda903Rules.map(({ code, says }) => [code, says]))
/** More are counted: whoever mends a list mends the first of them. */
const SHOWN = 100

/** Which of the forms was sent, and at which field of it something is wrong. */
export type Wrong = { readonly form: FormName; readonly field: string; readonly bad: readonly BadRow[] }
export type FormName = 'severities' | 'severity' | 'providers' | 'provider'
/** What was typed into a form, and what is wrong beside a field of it; of the other forms, nothing. */
type Typed = { readonly of: (name: string) => string; readonly fault: (field: string) => string | undefined }

const said = ({ line, says }: BadRow): string => (line === 0 ? says : `Line ${line}: ${says}`)
export const Bad: FC<Wrong> = ({ field, bad }) => (
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
    value={typed.of('origin')}
    errorMessage={typed.fault(id)}
    items={itemsOf(ORIGINS)}
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

type Sent = { readonly sent: (form: FormName) => Typed }
/** Folded, but for the one that was sent and has to be sent again. */
const Folded: FC<{ summary: string; open: boolean; children?: Child }> = ({ summary, open, children }) => (
  <Details summary={summary} open={open}>
    {children}
  </Details>
)
const isWrong = (wrong: Wrong | undefined, form: FormName): boolean => wrong?.form === form

export const Severity: FC<Sent & { entered: readonly EnteredSeverity[]; wrong: Wrong | undefined }> = ({
  entered,
  sent,
  wrong,
}) => (
  <Card title="How grave each rule is" count={entered.length}>
    <p>
      An error stops the return; a query wants an explanation. Nobody has published which is which, so a rule is unknown
      until you enter it. An unknown one forbids nothing, and is counted beside the others.{' '}
      <a href="/returns/rules">All rules</a>
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
    <Folded summary="Enter a list" open={isWrong(wrong, 'severities')}>
      <Sending to="severities" files>
        <FileUpload
          name="severities"
          label="CSV file"
          errorMessage={sent('severities').fault('severities')}
          hint="With the columns rule and severity (error, query or unknown). Rules that it does not name stay as they are."
        />
        <Origins id="origin-list" typed={sent('severities')} />
        <Button>Take this list</Button>
      </Sending>
    </Folded>
    <Folded summary="Enter one rule" open={isWrong(wrong, 'severity')}>
      <Sending to="severity">
        <Input
          name="rule"
          label="Rule"
          value={sent('severity').of('rule')}
          errorMessage={sent('severity').fault('rule')}
          hint="Its code, for example 103"
          classes="govuk-input--width-5"
        />
        <Select
          name="severity"
          label="How grave it is"
          value={sent('severity').of('severity')}
          errorMessage={sent('severity').fault('severity')}
          items={[{ value: '', text: 'Choose' }, ...itemsOf(SEVERITIES)]}
        />
        <Origins id="origin-one" typed={sent('severity')} />
        <Button>Save this rule</Button>
      </Sending>
    </Folded>
  </Card>
)

export const Providers: FC<Sent & { now: ProvidersNow; wrong: Wrong | undefined }> = ({
  now: { count, last },
  sent,
  wrong,
}) => (
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
    <Folded summary="Enter the whole list" open={isWrong(wrong, 'providers')}>
      <Sending to="providers" files>
        <FileUpload
          name="providers"
          label="CSV file"
          errorMessage={sent('providers').fault('providers')}
          hint={`With the columns ${PROVIDER_COLUMNS.join(', ')}. It takes the place of the list that stands.`}
        />
        <Button>Take this list</Button>
      </Sending>
    </Folded>
    <Folded summary="Enter one provider, or take one off" open={isWrong(wrong, 'provider')}>
      <Sending to="provider">
        {ONE_PROVIDER.map(({ name, label, hint }) => (
          <Input
            name={name}
            label={label}
            hint={hint}
            value={sent('provider').of(name)}
            errorMessage={sent('provider').fault(name)}
            classes="govuk-input--width-20"
          />
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
    </Folded>
  </Card>
)
