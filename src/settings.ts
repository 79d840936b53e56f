// The settings of a server, as the environment gives them: the council's provider and those of organisations, where browsers reach Kith, how long a session lasts, where packs go.
import { readFileSync } from 'node:fs'
import type { PackSettings } from '#night-pack'
import { DEFAULT_LIMITS, type SessionLimits } from '#sessions'
import { outsideProvidersIn, type ProviderSettings } from '#sign-in'

/** Signing in at a council's own provider. */
export type ProviderOf = ProviderSettings & {
  /** The code of the council whose provider it is: the one that is served. */
  readonly council: string
}

const NAMES = [
  'KITH_OIDC_ISSUER',
  'KITH_OIDC_CLIENT_ID',
  'KITH_OIDC_CLIENT_SECRET',
  'KITH_URL',
  'KITH_COUNCIL',
] as const

/** undefined: none is set, and only a demonstration can be served. Throws where some are set and others are missing. */
export function providerOf(environment: NodeJS.ProcessEnv): ProviderOf | undefined {
  const [issuer, clientId, clientSecret, origin, council] = NAMES.map((name) => environment[name] || undefined)
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined
  if (!issuer || !clientId || !clientSecret || !origin || !council) {
    const missing = NAMES.filter((name) => !environment[name])
    throw new Error(`To sign in at a provider, set also ${missing.join(', ')}.`)
  }
  return { issuer: address('KITH_OIDC_ISSUER', issuer), clientId, clientSecret, origin: originOf(origin), council }
}

/**
 * `KITH_PROVIDERS_FILE`: the providers at which people of organisations sign in, beside the council's own; none where it is not set.
 * `read`: the text of a file.
 */
export function providersBeside(
  environment: NodeJS.ProcessEnv,
  own: ProviderOf | undefined,
  read = (path: string): string => readFileSync(path, 'utf8'),
): readonly (ProviderSettings & { readonly key: string })[] {
  const path = environment['KITH_PROVIDERS_FILE']
  if (!path) return []
  if (own === undefined)
    throw new Error("KITH_PROVIDERS_FILE stands beside the council's own provider: set that first.")
  const textOf = (file: string, whose: string): string => {
    try {
      return read(file)
    } catch {
      throw new Error(`KITH_PROVIDERS_FILE: ${whose} cannot be read.`)
    }
  }
  return outsideProvidersIn(textOf(path, 'the file'), own.issuer).map(({ key, issuer, clientId, secret }) => {
    const clientSecret = 'secret' in secret ? secret.secret : textOf(secret.file, `the secret of ${key}`).trim()
    if (clientSecret === '') throw new Error(`KITH_PROVIDERS_FILE: the secret of ${key} is empty.`)
    return { key, issuer, clientId, clientSecret, origin: own.origin }
  })
}

const THIS_MACHINE = /^(?:127\.0\.0\.1|localhost)$/

function address(name: string, written: string): URL {
  if (!URL.canParse(written)) throw new Error(`${name} is not an address: give one as in https://login.example.`)
  const url = new URL(written)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && THIS_MACHINE.test(url.hostname))) return url
  throw new Error(`${name} has to begin with https://.`)
}

function originOf(written: string): URL {
  const url = address('KITH_URL', written)
  if (url.pathname !== '/' || url.search !== '')
    throw new Error('KITH_URL is a scheme and a name only, as in https://kith.example: Kith is served at its root.')
  return url
}

/** `KITH_SESSION_IDLE_MINUTES` and `KITH_SESSION_LONGEST_MINUTES`. */
export function sessionLimits(environment: NodeJS.ProcessEnv): SessionLimits {
  const idleMinutes = minutes(environment, 'KITH_SESSION_IDLE_MINUTES') ?? DEFAULT_LIMITS.idleMinutes
  const longestMinutes = minutes(environment, 'KITH_SESSION_LONGEST_MINUTES') ?? DEFAULT_LIMITS.longestMinutes
  return { idleMinutes, longestMinutes }
}

/** `KITH_PACK_FOLDER`, `KITH_PACK_PASSPHRASE_FILE`, `KITH_PACK_KEEP`. undefined: no folder is set, and no pack is made. */
export function packSettings(environment: NodeJS.ProcessEnv): PackSettings | undefined {
  const folder = environment.KITH_PACK_FOLDER
  const passphraseFile = environment.KITH_PACK_PASSPHRASE_FILE
  if (!folder && !passphraseFile) return undefined
  if (!folder) throw new Error('To make packs, set also KITH_PACK_FOLDER.')
  if (!passphraseFile) throw new Error('To make packs, set also KITH_PACK_PASSPHRASE_FILE.')
  const keep = environment.KITH_PACK_KEEP ? Number(environment.KITH_PACK_KEEP) : 7
  if (!Number.isInteger(keep) || keep < 1 || keep > 366)
    throw new Error('KITH_PACK_KEEP has to be a whole number of nights, from 1 to 366.')
  return { folder, passphraseFile, keep }
}

function minutes(environment: NodeJS.ProcessEnv, name: string): number | undefined {
  const written = environment[name]
  if (!written) return undefined
  const count = Number(written)
  if (Number.isInteger(count) && count >= 5 && count <= 24 * 60) return count
  throw new Error(`${name} has to be whole minutes, from 5 to 1440.`)
}

/** The Department's interface for children's social care: where a council sends its children each day. */
export type DepartmentOf = {
  readonly url: URL
  /** The three figures by which the Department knows the council. */
  readonly laCode: string
  /** What stands in the header Authorization; the published interface does not say how one signs in. */
  readonly authorization: string | undefined
}

/** `KITH_DEPARTMENT_URL` and `KITH_DEPARTMENT_LA_CODE`; undefined: none is set, and nothing is ever sent. */
export function departmentOf(environment: NodeJS.ProcessEnv): DepartmentOf | undefined {
  const [written, laCode] = [environment.KITH_DEPARTMENT_URL, environment.KITH_DEPARTMENT_LA_CODE]
  if (!written && !laCode) return undefined
  if (!written || !laCode)
    throw new Error('To send to the Department, set KITH_DEPARTMENT_URL and KITH_DEPARTMENT_LA_CODE.')
  if (!/^\d{3}$/.test(laCode))
    throw new Error('KITH_DEPARTMENT_LA_CODE is the three figures of the council, as in 874.')
  const url = address('KITH_DEPARTMENT_URL', written)
  if (url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Error('KITH_DEPARTMENT_URL is an address and a path only, as in https://api.example/api.')
  return { url, laCode, authorization: environment.KITH_DEPARTMENT_AUTHORIZATION || undefined }
}
