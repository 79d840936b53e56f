// Facts by name, facts with their source, and what is not known said as such.
import type { Child, FC } from 'hono/jsx'
import { classNames } from '../govuk/options.ts'

/** Nobody has recorded it; it is neither yes nor no. */
export const NOT_KNOWN = 'not known'

export type FactWords = typeof NOT_KNOWN | { readonly words: Child; readonly note?: Child }
export type Fact = { readonly name: string; readonly fact: FactWords }

export const NotKnown: FC<{ readonly words?: string | undefined }> = ({ words = 'Not known' }) => (
  <span class="kith-not-known">{words}</span>
)

const Told: FC<{ readonly fact: FactWords }> = ({ fact }) =>
  fact === NOT_KNOWN ? (
    <dd>
      <NotKnown />
    </dd>
  ) : (
    <dd>
      {fact.words}
      {fact.note && <span class="kith-facts__note">{fact.note}</span>}
    </dd>
  )

/** 'across': beside each other, as in the head of a record; 'wide': the same for sentences; 'down': name left, fact right. */
export const Facts: FC<{ readonly facts: readonly Fact[]; readonly kind?: 'across' | 'wide' | 'down' | undefined }> = ({
  facts,
  kind = 'across',
}) => (
  <dl class={classNames('kith-facts', `kith-facts--${kind}`)}>
    {facts.map(({ name, fact }) => (
      <div>
        <dt>{name}</dt>
        <Told fact={fact} />
      </div>
    ))}
  </dl>
)

/** A fact that was not typed here: 'from visit 3 Oct', with the way to it. */
export const FactWithSource: FC<{
  readonly source: string
  readonly to?: string | undefined
  readonly children?: Child
}> = ({ source, to, children }) => (
  <>
    {children} <span class="kith-source">from {to ? <a href={to}>{source}</a> : source}</span>
  </>
)
