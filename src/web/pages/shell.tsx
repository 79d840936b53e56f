// The shell of every page: the layout, filled with who is signed in and where they may go.
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Relation } from '#access'
import { formatDay, type IsoDay } from '#calendar'
import type { Council } from '#database'
import type { Session } from '#sessions'
import { type Assets, markAddress, themeAddress } from '../assets.ts'
import { Layout } from '../layout.tsx'
import { FormToken, TokenOfPage } from './form-token.tsx'

/** A place in the navigation, given by its room; for every worker, or for those who stand in one of these relations. */
export type Place = {
  readonly to: string
  readonly words: string
  readonly for: 'worker' | readonly Relation[]
}
type Shown = { readonly title: string; readonly main: Child; readonly here?: string }
export type Shell = (shown: Shown, session: Session | undefined) => Promise<Awaited<ReturnType<typeof html>>>
/** How a council looks: its name, two colours as #rrggbb, and the id of its logo. */
export type Face = {
  readonly name: string
  readonly brand: string
  readonly accent: string
  readonly logo: string | null
}

type House = {
  readonly council: Council
  readonly today: () => IsoDay
  readonly navigation: readonly Place[]
  readonly assets: Assets
  readonly face: (() => Promise<Face | undefined>) | undefined
}

const HELP = [{ to: '/help', words: 'Help and guidance' }]

const Logo = ({ id }: { readonly id: string }): Child => <img src={`/logo/${id}`} alt="" height={36} />

/** A page comes also where the face cannot be read: it then looks as Kith does. */
const faceNow = async ({ face }: House): Promise<Face | undefined> => await face?.().catch(() => undefined)

export function shellOf(house: House): Shell {
  const { council, today, navigation, assets } = house
  return async ({ title, main, here = '' }, session) => {
    const face = await faceNow(house)
    const open = navigation.filter(({ for: whom }) => mayGo(whom, session))
    return html`<!DOCTYPE html>${(
      <TokenOfPage.Provider value={session?.token ?? ''}>
        <Layout
          title={title}
          council={face?.name ?? council.name}
          logo={face?.logo ? <Logo id={face.logo} /> : undefined}
          demonstration={council.demonstration}
          today={formatDay(today())}
          stylesheet={assets.stylesheet.path}
          theme={face && themeAddress(face)}
          font={assets.firstFont.path}
          icon={face ? markAddress(face) : assets.mark.path}
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
  if (whom === 'worker') return true
  // Of an organisation: a part gives no page beyond the children whom they work with, but for counts.
  const parts = session.organisation === null ? session.parts : session.parts.filter((part) => part === 'member')
  return parts.some((part) => whom.includes(part))
}
