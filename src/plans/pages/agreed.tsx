// Who agreed to a placement plan: for which home an edition was taken, who signed it and when.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking } from '#database'
import { Card, CardList, EmptyState } from '#look'
import { type AgreedFor, agreedFor } from '../lacking-store.ts'
import type { Edition } from '../reading-store.ts'

export type Agreed = { readonly own: readonly AgreedFor[]; readonly to: string | undefined }
/** undefined: it is no approved placement plan, so nobody is asked to agree to it. */
export async function agreedOf(
  asking: Asking,
  { kind, approved, child, edition }: Edition,
): Promise<Agreed | undefined> {
  if (kind !== 'placement plan' || approved === undefined) return undefined
  const { agreed, homeNow } = await agreedFor(asking, child)
  const own = agreed.filter((one) => one.edition === edition)
  const to = homeNow === undefined ? undefined : `/children/${child}/homes/${homeNow}/plan`
  return { own, to }
}

/** 'Signed by the foster carer, Fri 27 Nov 2026' */
const signedWords = ({ signed, signedBy }: AgreedFor): string =>
  signed === null
    ? 'Not signed yet'
    : `Signed by ${signedBy === 'whoever is responsible there' ? signedBy : `the ${signedBy}`}, ${dayWords(signed)}`

type Props = Agreed & { readonly child: string; readonly mayWrite: boolean }
export const AgreedCard: FC<Props> = ({ own, to, child, mayWrite }) => (
  <Card
    title="Agreed and signed"
    beside={
      to !== undefined &&
      mayWrite && (
        <a class="kith-no-print" href={to}>
          Record who signed
        </a>
      )
    }
    flush
  >
    {own.length === 0 ? (
      <EmptyState>
        Nobody has signed this edition. The law asks that whoever looks after the child there agrees to it and signs it.
      </EmptyState>
    ) : (
      <CardList
        items={own.map((one) => (
          <>
            {signedWords(one)}
            {one.home !== null && <span class="kith-note">for the home since {dayWords(one.home)}</span>}
            {mayWrite && (
              <span class="kith-note kith-row-links kith-no-print">
                <a href={`/children/${child}/home-plans/${one.id}/correct`}>
                  Put right<span class="govuk-visually-hidden">: {signedWords(one)}</span>
                </a>{' '}
                <a href={`/children/${child}/home-plans/${one.id}/retract`}>
                  Take back<span class="govuk-visually-hidden">: {signedWords(one)}</span>
                </a>
              </span>
            )}
          </>
        ))}
      />
    )}
  </Card>
)
