// The token that every form of a person carries, so that no page elsewhere can post in their name.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { createContext, type FC, useContext } from 'hono/jsx'
import type { Posted } from '../posted.ts'

const FIELD = 'form-token'
const HEADER = 'x-kith-token'

export const TokenOfPage = createContext('')

/** Stands in every form that posts. */
export const FormToken: FC = () => <input type="hidden" name={FIELD} value={useContext(TokenOfPage)} />

/** Whether what was posted carries this token: in the form, or in the header where an island posts. */
export function carriesToken({ req }: Context, { form }: Posted, token: string): boolean {
  const given = form[FIELD]?.[0] ?? req.header(HEADER) ?? ''
  return token !== '' && timingSafeEqual(hashed(given), hashed(token))
}

/** What handlers are given: the token is no part of what was typed, and must not be kept with it. */
export function withoutToken({ form, files }: Posted): Posted {
  const typed = Object.entries(form).filter(([name]) => name !== FIELD)
  return { form: Object.assign(Object.create(null), Object.fromEntries(typed)), files }
}

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest()
