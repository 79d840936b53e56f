// Where to go after sign-in: a path of this server and nothing else.

// Browsers read a backslash as a slash, and drop tabs and line breaks from an address.
const PLAIN = /^\/(?![/\\])[^\\\p{Cc}]*$/u

/** Anything that might lead elsewhere is the first page. */
export function ownPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > 500 || !PLAIN.test(asked)) return '/'
  const nowhere = 'http://own.invalid'
  if (!URL.canParse(asked, nowhere)) return '/'
  const { origin, pathname, search } = new URL(asked, nowhere)
  // Resolved: `/.//elsewhere` starts with one slash as it is written, and with two as it is followed.
  if (origin !== nowhere || !PLAIN.test(pathname)) return '/'
  return /^\/(?:sign-in|sign-out|signed-out|session)(?:\/|$)/.test(pathname) ? '/' : pathname + search
}
