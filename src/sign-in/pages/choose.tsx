// The page of a demonstration on which one chooses whom to be.
import type { FC } from 'hono/jsx'
import { EmptyState, ErrorSummary, Notice, PageHead } from '#look'
import { type Answer, FormToken, page } from '#web'

/** Somebody of the demonstration whom one may choose to be. */
export type Choosable = {
  readonly person: string
  readonly name: string
  /** Their part, in plain words. */
  readonly part: string
}
type Choice = { readonly people: readonly Choosable[]; readonly to: string; readonly expired?: boolean }

export const choosePage = (choice: Choice): Answer =>
  page({ title: 'Choose whom to be', here: '/sign-in', main: <Choose {...choice} /> })

export const notOneOfThese = (choice: Choice): Answer =>
  page({
    title: 'Error: Choose whom to be',
    here: '/sign-in',
    status: 422,
    main: <Choose {...choice} wrong="Choose one of the people on this page." />,
  })

const Choose: FC<Choice & { wrong?: string }> = ({ people, to, expired = false, wrong }) => (
  <>
    {wrong !== undefined && <ErrorSummary errorList={[{ href: '#people', text: wrong }]} />}
    <PageHead
      title="Choose whom to be"
      lead="Everybody in this council is invented. Choose somebody, and see what they may see. You can change at any time."
    />
    {expired && (
      <Notice role="status">
        <p>Sign in to carry on where you were.</p>
      </Notice>
    )}
    {people.length === 0 ? (
      <EmptyState title="Nobody is here yet">
        The people of this council are not there yet. Start Kith again to carry on loading.
      </EmptyState>
    ) : (
      <form id="people" method="post" action="/sign-in">
        <FormToken />
        <input type="hidden" name="to" value={to} />
        <ul class="kith-people people">
          {people.map(({ person, name, part }) => (
            <li>
              <button type="submit" name="person" value={person}>
                <strong>{name}</strong> <span class="kith-note">{part}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    )}
  </>
)
