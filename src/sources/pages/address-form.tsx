// Where the other system of a nightly file has its page of a child: said by an administrator, or that it has none.
import type { FC } from 'hono/jsx'
import type { Typed } from '#drafts'
import { ChoiceField, type Fault, type FieldsProps, type FormDefinition, LineField } from '#forms'
import { BRINGS, isBrings } from '#masters'
import { FILES } from '../file-words.ts'
import { addressFrom } from '../page-there.ts'
import { type NewPageThere, recordPageThere } from '../store.ts'

function decide(typed: Typed): { readonly ok: NewPageThere } | { readonly faults: readonly Fault[] } {
  const [kind, has] = [typed.one('kind'), typed.one('has')]
  const address = has === 'page' ? addressFrom(typed.one('address')) : undefined
  const faults: Fault[] = []
  if (!isBrings(kind)) faults.push({ field: 'kind', says: 'Choose the file.' })
  if (has !== 'page' && has !== 'none') faults.push({ field: 'has', says: 'Choose whether a page can be opened.' })
  if (address !== undefined && 'says' in address) faults.push({ field: 'address', says: address.says })
  if (faults.length > 0 || !isBrings(kind)) return { faults }
  return { ok: { kind, address: address !== undefined && 'ok' in address ? address.ok : null } }
}

const AddressFields: FC<FieldsProps<object>> = (of) => (
  <>
    <p>
      Beside what comes from another system a child’s record then leads to their page there. Who opens it signs in
      there, and sees what that system lets them see.
    </p>
    <ChoiceField
      of={of}
      name="kind"
      label="Which file comes from it?"
      items={BRINGS.map((value) => ({ value, text: FILES[value] }))}
    />
    <ChoiceField
      of={of}
      name="has"
      label="Can a child’s page there be opened by an address?"
      items={[
        { value: 'page', text: 'Yes' },
        { value: 'none', text: 'No, or no longer' },
      ]}
    />
    <LineField
      of={of}
      name="address"
      label="Its address"
      hint="With {id} where the child’s number stands, as in https://system.example/people/{id}. Copy it from the browser where such a page is open, and put {id} in place of the number."
      width=""
    />
  </>
)

export const addressForm: FormDefinition<object, NewPageThere> = {
  name: 'page-there',
  path: '/other-systems/addresses/record',
  lock: { may: { as: ['administrator'] as const }, log: 'said where another system has its pages' },
  here: '/other-systems',
  words: {
    thing: 'where another system has its pages',
    title: () => 'Where does the other system have its page of a child?',
    button: 'Save',
    done: 'Saved.',
    fields: { kind: 'The file', has: 'Whether it can be opened', address: 'The address' },
  },
  load: async () => await Promise.resolve({}),
  start: () => ({}),
  decide,
  save: async (asking, ok) => ({ kind: 'saved', id: await recordPageThere(asking, ok) }),
  leadsTo: () => '/other-systems',
  Fields: AddressFields,
}
