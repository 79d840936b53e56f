// The shell of every page: the layout, filled with who is signed in and where they may go.
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Relation } from '#access'
import { formatDay, type IsoDay } from '#calendar'
import type { Council } from '#database'
import type { Session } from '#sessions'
import type { Assets } from '../assets.ts'
import { Layout } from '../layout.tsx'
import { FormToken, TokenOfPage } from './form-token.tsx'

/** A place in the navigation, given by its room; for every worker, or for those who stand in one of these relations. */
export type Place = {
  readonly to: string
  readonly words: string
  readonly for: 'worker' | readonly Relation[]
}
type Shown = { readonly title: string; readonly main: Child; readonly here?: string }
export type Shell = (shown: Shown, session: Session | undefined) => ReturnType<typeof html>

type House = {
  readonly council: Council
  readonly today: () => IsoDay
  readonly navigation: readonly Place[]
  readonly assets: Assets
}

const HELP = [{ to: '/help', words: 'Help and guidance' }]

export function shellOf({ council, today, navigation, assets }: House): Shell {
  return ({ title, main, here = '' }, session) => {
    const open = navigation.filter(({ for: whom }) => mayGo(whom, session))
    return html`<!DOCTYPE html>${(
      <TokenOfPage.Provider value={session?.token ?? ''}>
        <Layout
          title={title}
          council={council.name}
          demonstration={council.demonstration}
          today={formatDay(today())}
          stylesheet={assets.stylesheet.path}
          theme={assets.theme?.path}
          font={assets.firstFont.path}
          icon={assets.mark.path}
          scripts={session && [assets.script.path]}
          density={session?.preferences.density}
          shortcuts={session?.preferences.shortcuts}
          idleLeft={session?.idleLeft}
          person={session?.who.person}
          here={here}
          navigation={open}
          who={session && { name: session.name, account: '/account' }}
          search={session && '/search'}
          inForms={<FormToken />}
          help={HELP}
        >
          {main}
        </Layout>
      </TokenOfPage.Provider>
    )}`
  }
}

function mayGo(whom: Place['for'], session: Session | undefined): boolean {
  if (session === undefined) return false
  return whom === 'worker' || session.parts.some((part) => whom.includes(part))
}
