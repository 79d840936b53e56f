// The providers of organisations, as the file of the settings names them: each read whole and checked, or refused in plain words.

/** Where a secret stands in a file of its own, its path. */
type Secret = { readonly secret: string } | { readonly file: string }
export type OutsideProvider = {
  readonly key: string
  readonly issuer: URL
  readonly clientId: string
  readonly secret: Secret
}

const KEY = /^[a-z0-9-]{2,40}$/
const FIELDS = ['key', 'issuer', 'clientId', 'clientSecret', 'clientSecretFile'] as const
type Field = (typeof FIELDS)[number]
const THIS_MACHINE = /^(?:127\.0\.0\.1|localhost)$/

/** Throws with words that hold no secret. `own`: the council's own issuer, which is none of these. */
export function outsideProvidersIn(text: string, own: URL): readonly OutsideProvider[] {
  const found = listIn(text).map((one, at) => providerIn(one, at + 1))
  const keys = found.map(({ key }) => key)
  const issuers = [own, ...found.map(({ issuer }) => issuer)].map(plainIssuer)
  for (const [at, key] of keys.entries()) if (keys.indexOf(key) < at) throw wrong(`two providers have the key ${key}`)
  for (const [at, issuer] of issuers.entries())
    if (issuers.indexOf(issuer) < at)
      throw wrong(`the issuer of ${keys[at - 1]} is also that of ${keys[issuers.indexOf(issuer) - 1] ?? 'the council'}`)
  return found
}
/** As accounts are kept by. */
export const plainIssuer = (issuer: URL): string => issuer.href.replace(/\/$/, '')

const wrong = (says: string): Error => new Error(`KITH_PROVIDERS_FILE: ${says}.`)

function listIn(text: string): readonly unknown[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw wrong('it is no JSON')
  }
  if (!Array.isArray(value)) throw wrong('it has to hold a list, as in [{ "key": "hill-trust", … }]')
  return value
}

function providerIn(value: unknown, number: number): OutsideProvider {
  const fields = fieldsIn(value, number)
  const key = fields.get('key') ?? ''
  if (!KEY.test(key)) throw wrong(`the key of provider ${number} has to be 2 to 40 small letters, figures and dashes`)
  const need = (name: Field): string => {
    const text = fields.get(name) ?? ''
    if (text === '') throw wrong(`${key} has no ${name}`)
    return text
  }
  const issuer = issuerIn(need('issuer'), key)
  const clientId = need('clientId')
  const [secret, file] = [fields.get('clientSecret'), fields.get('clientSecretFile')]
  if (secret !== undefined && file !== undefined) throw wrong(`${key} has clientSecret and clientSecretFile: leave one`)
  return { key, issuer, clientId, secret: file === undefined ? { secret: need('clientSecret') } : { file } }
}

function fieldsIn(value: unknown, number: number): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(`provider ${number} is no object with fields`)
  const fields = new Map<string, string>()
  for (const [name, text] of Object.entries(value)) {
    if (!FIELDS.some((one) => one === name))
      throw wrong(`provider ${number} has an unknown field; known are ${FIELDS.join(', ')}`)
    if (typeof text !== 'string') throw wrong(`${name} of provider ${number} is no text`)
    fields.set(name, text)
  }
  return fields
}

function issuerIn(text: string, key: string): URL {
  if (!URL.canParse(text)) throw wrong(`the issuer of ${key} is no address: give one as in https://login.example`)
  const issuer = new URL(text)
  if (issuer.search !== '' || issuer.hash !== '' || issuer.username !== '')
    throw wrong(`the issuer of ${key} is an address and a path only`)
  if (issuer.protocol === 'https:' || (issuer.protocol === 'http:' && THIS_MACHINE.test(issuer.hostname))) return issuer
  throw wrong(`the issuer of ${key} has to begin with https://`)
}
