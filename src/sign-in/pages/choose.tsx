// The page of a demonstration on which one chooses whom to be.
import type { FC } from 'hono/jsx'
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
    <h1>Choose whom to be</h1>
    <p class="lead">
      Everybody in this council is invented. Choose somebody, and see what they may see. You can change at any time.
    </p>
    {wrong !== undefined && (
      <p class="note" role="alert">
        {wrong}
      </p>
    )}
    {expired && <p class="note">Sign in to carry on where you were.</p>}
    {people.length === 0 ? (
      <p class="empty">The people of this council are not there yet. Start Kith again to carry on loading.</p>
    ) : (
      <form method="post" action="/sign-in">
        <FormToken />
        <input type="hidden" name="to" value={to} />
        <ul class="people">
          {people.map(({ person, name, part }) => (
            <li>
              <button type="submit" name="person" value={person}>
                {name}
              </button>
              <span class="by">{part}</span>
            </li>
          ))}
        </ul>
      </form>
    )}
  </>
)
