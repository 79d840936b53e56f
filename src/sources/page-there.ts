// The address of a child's page in another system: how an administrator writes it, and where it leads for one child. Pure.

const NUMBER = '{id}'
const MOST = 300
const SHAPE = /^https:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?\/[^\s<>"'\\{}]*\{id\}[^\s<>"'\\{}]*$/

/** 'https://mosaic.example/people/{id}'; or what is wrong with it. */
export function addressFrom(typed: string): { readonly ok: string } | { readonly says: string } {
  const address = typed.trim()
  if (!address.startsWith('https://')) return { says: 'Write an address that begins with https://' }
  if (address.split(NUMBER).length !== 2)
    return { says: `Write ${NUMBER} once, where the child’s number stands in the address.` }
  if (!SHAPE.test(address))
    return { says: `Write the whole address of the page, with ${NUMBER} after the name of the server, and no spaces.` }
  return address.length > MOST ? { says: `Write ${MOST} characters or fewer.` } : { ok: address }
}

/** Of this child. The number comes out of a file of the other system: nothing in it can change where the address leads. */
export const leadsThere = (address: string, number: string): string =>
  address.replace(NUMBER, () => encodeURIComponent(number.toWellFormed()))
