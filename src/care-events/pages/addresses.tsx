// The address of a home or of a night as forms: put right, and who may know it.
import type { FC } from 'hono/jsx'
import { isKept } from '#audiences'
import { makeLimiting } from '#audiences/pages'
import type { Asking, Version } from '#database'
import { type At, type FieldsProps, type Form, LineField, makeCorrection, reading } from '#forms'
import { correctAddress } from '#placements'
import { calledChild } from '../event-store.ts'
import { postcodeIn } from '../home.ts'
import { common } from './event-words.tsx'

type Address = Version<'kith.address'>
type Given = { readonly name: string; readonly kept: boolean }
const lock = (log: string) => ({ may: ['write', 'where'], log }) as const

async function given(asking: Asking, at: At, address: Address): Promise<Given | undefined> {
  const child = await calledChild(asking, at)
  return child && { name: child.name, kept: isKept(address) }
}

const PostcodeFields: FC<FieldsProps<Given>> = (of) => (
  <>
    {of.given.kept && <p>It is kept back, and stays so. Who may know it is changed apart.</p>}
    <LineField
      of={of}
      name="place_postcode"
      label="The postcode"
      hint="For example AB1 2CD"
      width="govuk-input--width-10"
    />
  </>
)
const correcting = makeCorrection<Given, string, 'kith.address'>({
  ...common,
  name: 'address-correct',
  path: '/children/:child/addresses/:about/correct',
  lock: lock('corrected an address'),
  words: {
    ...{ thing: 'a correction of an address', button: 'Save correction' },
    done: 'Corrected. How far it is from home is measured anew tonight.',
    title: ({ name }) => `Put right an address where ${name} is`,
    fields: { place_postcode: 'The postcode' },
  },
  ...{ table: 'kith.address', given, Fields: PostcodeFields },
  asTyped: ({ postcode }) => ({ place_postcode: [postcode ?? ''] }),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const postcode = postcodeIn(r, 'place_postcode')
    if (postcode === null) r.fault('place_postcode', 'Write a full postcode, for example AB1 2CD.')
    return r.result(() => postcode ?? '')
  },
  correct: async (asking, postcode, { version }) => await correctAddress(asking, version, postcode),
})

const limiting = makeLimiting<'kith.address'>({
  ...{ name: 'address-audience', path: 'addresses', table: 'kith.address', scope: 'where' },
  ...{ thing: 'who may know an address', log: 'said who may know an address', leadsTo: common.leadsTo },
  whom: async (_, { called }) => `where ${called} is`,
})

export const addressForms: readonly Form[] = [correcting, limiting]
