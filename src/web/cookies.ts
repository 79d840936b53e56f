// Cookies: which there are, and the flags that every one of them carries.
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** `seconds` 0 takes the cookie away. */
export type Cookie = { readonly name: CookieName; readonly value: string; readonly seconds: number }
/** The session, and a sign-in under way at the provider. */
export type CookieName = 'kith-session' | 'kith-signing-in'

/** Over https the name binds the cookie to this host alone, and the browser sends it by no other way. */
const prefixOf = (secure: boolean) => (secure ? ({ prefix: 'host' } as const) : {})

export function cookieIn(context: Context, name: CookieName, secure: boolean): string | undefined {
  return secure ? getCookie(context, name, 'host') : getCookie(context, name)
}

/** Lax: a link from the provider, or from a letter, has to find the session; a form from elsewhere does not. */
export function giveCookies(context: Context, cookies: readonly Cookie[], secure: boolean): void {
  for (const { name, value, seconds } of cookies)
    setCookie(context, name, value, {
      ...prefixOf(secure),
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure,
      maxAge: seconds,
    })
}

export const sessionCookie = (secret: string, minutes: number): Cookie => ({
  name: 'kith-session',
  value: secret,
  seconds: minutes * 60,
})
export const noSessionCookie: Cookie = { name: 'kith-session', value: '', seconds: 0 }
