// What every form's page is made of: its hidden fields, its faults, the line that says what is kept, and its buttons.
import type { Child, FC } from 'hono/jsx'
import { Button, ErrorSummary, SaveStatus, StickyBar } from '#look'
import { FormToken } from '#web'
import type { At, Fault } from '../form.ts'

export type Carried = {
  readonly form: string
  readonly draft: string
  readonly revision: number
  readonly read: string
  readonly child: string | null
  readonly about: string | null
}

const Hidden: FC<{ readonly name: string; readonly value: string | number }> = ({ name, value }) => (
  <input type="hidden" name={name} value={value} />
)

/** For its page: the line of the child stands above every form about one. */
export const aboutChild = ({ child }: Pick<At, 'child'>) => (child === null ? {} : { about: child })

type FrameProps = {
  readonly to: string
  readonly carried: Carried
  readonly files?: boolean
  readonly children?: Child
}

/** The form itself. Enter in a field presses the first button there is, so that one sends, and is seen by nobody. */
export const FormFrame: FC<FrameProps> = ({ to, carried, files = false, children }) => (
  <form
    method="post"
    action={to}
    enctype={files ? 'multipart/form-data' : undefined}
    class="kith-form"
    novalidate
    data-autosave={`/drafts/${carried.draft}/save`}
  >
    <FormToken />
    <Hidden name="_form" value={carried.form} />
    <Hidden name="_draft" value={carried.draft} />
    <Hidden name="_revision" value={carried.revision} />
    <Hidden name="_read" value={carried.read} />
    {carried.child !== null && <Hidden name="_child" value={carried.child} />}
    {carried.about !== null && <Hidden name="_about" value={carried.about} />}
    <button type="submit" name="_do" value="send" hidden>
      Send
    </button>
    {children}
  </form>
)

export const Faults: FC<{ readonly faults: readonly Fault[] }> = ({ faults }) =>
  faults.length === 0 ? null : (
    <ErrorSummary
      title="There is something to put right"
      errorList={faults.map(({ field, says }) => (field === '' ? { text: says } : { text: says, href: `#${field}` }))}
    />
  )

/** `done`: the verb of the form. What is typed is kept as it is typed where scripts run, and by the second button everywhere. */
export const FormButtons: FC<{ readonly button: string; readonly cancel?: string }> = ({ button, cancel }) => (
  <StickyBar>
    <Button name="_do" value="send" preventDoubleClick>
      {button}
    </Button>
    <Button kind="secondary" name="_do" value="keep">
      Keep and carry on later
    </Button>
    {cancel !== undefined && (
      <a class="govuk-link" href={cancel}>
        Leave without sending
      </a>
    )}
    <SaveStatus />
  </StickyBar>
)

/**
 * Said beside a field, kindly: by the page where it is shown again, and while somebody writes where scripts run. `children`: what is
 * asked only then.
 */
type Kindly = {
  readonly field: string
  readonly says: string | undefined
  /** Somebody has answered it: then it stays in sight. */
  readonly answered: boolean
  readonly children?: Child
}
export const KindlyNote: FC<Kindly> = ({ field, says, answered, children }) => (
  <>
    <p class="kith-kindly" role="status" data-kindly={field}>
      {says}
    </p>
    <div data-kindly-asks={field} hidden={says === undefined && !answered}>
      {children}
    </div>
  </>
)

/** A row that may be added to or taken out of a form. */
export const AddRow: FC<{ readonly row: string; readonly children?: Child }> = ({ row, children }) => (
  <Button kind="secondary" classes="kith-add-row" name="_do" value={`add:${row}`}>
    {children}
  </Button>
)
export const RemoveRow: FC<{ readonly row: string; readonly at: number; readonly what: string }> = ({
  row,
  at,
  what,
}) => (
  <button class="kith-link-button" type="submit" name="_do" value={`remove:${row}:${at}`}>
    Take out <span class="govuk-visually-hidden">{what}</span>
  </button>
)
