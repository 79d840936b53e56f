// What was posted and could not be taken, carried on the answer, so that it can be sent again: nobody loses what they wrote.
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { Button, PageHead, Textarea } from '#look'
import { type Posted, postedIn } from '../posted.ts'
import { FormToken, withoutToken } from './form-token.tsx'

export type Carried = {
  /** Where it was posted to. */
  readonly to: string
  readonly form: Posted['form']
}

/** The most that is read of a form that is too large, to give it back. */
const MOST_READ = 8 * 1024 * 1024

/** undefined: there was nothing typed, or it cannot be read. */
export async function carriedIn(context: Context): Promise<Carried | undefined> {
  const length = Number(context.req.header('content-length') ?? Infinity)
  if (length > MOST_READ) return undefined
  const posted = await postedIn(context).catch(() => undefined)
  return posted === undefined ? undefined : carriedOf(context, posted)
}

export function carriedOf(context: Context, posted: Posted): Carried | undefined {
  const { pathname, search } = new URL(context.req.url)
  const { form } = withoutToken(posted)
  const typed = Object.entries(form).some(
    ([name, list]) => !name.startsWith('_') && list.some((text) => text.trim() !== ''),
  )
  return typed ? { to: pathname + search, form } : undefined
}

const fields = ({ form }: Carried): readonly (readonly [string, string])[] =>
  Object.entries(form).flatMap(([name, list]) => list.map((value) => [name, value] as const))

/** Long enough to be read again; what is shorter was chosen or is a day. */
const isText = (name: string, value: string): boolean =>
  !name.startsWith('_') && (value.length > 30 || value.includes('\n'))

const Hidden: FC<{ readonly name: string; readonly value: string }> = ({ name, value }) => (
  <input type="hidden" name={name} value={value} />
)

/** Hidden as a whole: whoever passes by reads nothing of it. */
const SendAgain: FC<{ readonly carried: Carried }> = ({ carried }) => (
  <form method="post" action={carried.to}>
    {fields(carried).map(([name, value]) => (
      <Hidden name={name} value={value} />
    ))}
    <Button>Send again</Button>
  </form>
)

/** Read by whoever is signed in, changed where they like, and sent by their own press. */
const ReadAndSend: FC<{ readonly carried: Carried }> = ({ carried }) => {
  const all = fields(carried)
  const texts = all.filter(([name, value]) => isText(name, value))
  const short = all.filter(([name, value]) => !name.startsWith('_') && !isText(name, value) && value.trim() !== '')
  return (
    <form method="post" action={carried.to}>
      <FormToken />
      {all.map(([name, value]) => !isText(name, value) && <Hidden name={name} value={value} />)}
      {texts.map(([name, value], at) => (
        <Textarea
          name={name}
          id={`carried-${at + 1}`}
          label={texts.length === 1 ? 'What you wrote' : `What you wrote, part ${at + 1} of ${texts.length}`}
          value={value}
          rows={Math.min(20, 3 + Math.ceil(value.length / 80))}
        />
      ))}
      {short.length > 0 && (
        <>
          <p>It also says:</p>
          <ul class="govuk-list govuk-list--bullet">
            {short.map(([, value]) => (
              <li>{value}</li>
            ))}
          </ul>
        </>
      )}
      <Button>Send it now</Button>
    </form>
  )
}

/** The session ended before the form came. `to`: the way to sign in. */
export const SignedOut: FC<{ readonly to: string; readonly carried: Carried | undefined }> = ({ to, carried }) => (
  <>
    <PageHead title="You are signed out" />
    {carried === undefined ? (
      <>
        <p>Your session has ended. What you just sent was not taken.</p>
        <p>
          <a href={to}>Sign in to carry on</a>
        </p>
      </>
    ) : (
      <>
        <p>Your session has ended. What you just sent was not taken. This page holds all of it.</p>
        <ol class="govuk-list govuk-list--number">
          <li>Keep this page open.</li>
          <li>
            <a href={to} target="_blank" rel="noopener">
              Sign in to carry on, in another window
            </a>
            .
          </li>
          <li>Come back here, and send it again. You read it once more before it is taken.</li>
        </ol>
        <SendAgain carried={carried} />
      </>
    )}
  </>
)

/** A form that does not carry this session's token: it stood open while they signed in anew, or came from elsewhere. */
export const NotYours: FC<{ readonly carried: Carried | undefined }> = ({ carried }) => (
  <>
    <PageHead title="This form was not taken" />
    {carried === undefined ? (
      <>
        <p>It did not come from a page that you opened since you signed in. Nothing was changed.</p>
        <p>Go back, load the page again, and send the form again.</p>
      </>
    ) : (
      <>
        <p>It was opened before you signed in here. Nothing was changed, and nothing is lost.</p>
        <p>Read it. If it is yours, send it. A file has to be chosen again on its own page.</p>
        <ReadAndSend carried={carried} />
      </>
    )}
  </>
)

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.floor(bytes / 1000)},000 letters`
    : `${Math.floor(bytes / (1024 * 1024))} MB, with its file`

/** `most`: how many bytes the form takes. */
export const TooLarge: FC<{ readonly most: number; readonly carried: Carried | undefined }> = ({ most, carried }) => (
  <>
    <PageHead title="That is too much at once" />
    <p>Nothing was changed. This form takes about {sizeWords(most)}.</p>
    {carried === undefined ? (
      <p>
        Go back: your browser still holds what you wrote. Shorten it, send it in two parts, or choose a smaller file.
      </p>
    ) : (
      <>
        <p>All that you wrote is here. Shorten it, or send it in two parts. A file has to be chosen again.</p>
        <ReadAndSend carried={carried} />
      </>
    )}
  </>
)
