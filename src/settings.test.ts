// The settings of a server: all of a provider or nothing of it, https only, and limits that are minutes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { departmentOf, packSettings, providerOf, providersBeside, sessionLimits } from './settings.ts'

const WHOLE = {
  KITH_OIDC_ISSUER: 'https://login.example/council',
  KITH_OIDC_CLIENT_ID: 'kith',
  KITH_OIDC_CLIENT_SECRET: 'a secret',
  KITH_URL: 'https://kith.example',
  KITH_COUNCIL: 'E06000031',
}

test('without a provider there is none; with all of it, there is', () => {
  assert.equal(providerOf({}), undefined)
  assert.equal(providerOf({ KITH_URL: 'https://kith.example', KITH_OIDC_ISSUER: '' }), undefined)
  const found = providerOf(WHOLE)
  assert.equal(found?.issuer.href, 'https://login.example/council')
  assert.equal(found?.origin.origin, 'https://kith.example')
  assert.equal(found?.council, 'E06000031')
})

test('a part of a provider is refused, and says what is missing, never what is there', () => {
  for (const name of Object.keys(WHOLE)) {
    const part = Object.fromEntries(Object.entries(WHOLE).filter(([key]) => key !== name))
    assert.throws(
      () => providerOf(part),
      (error) => error instanceof Error && error.message.includes(name) && !error.message.includes('a secret'),
    )
  }
})

test('addresses have to be https, but on this machine; and Kith stands at the root', () => {
  for (const wrong of [
    { KITH_OIDC_ISSUER: 'http://login.example' },
    { KITH_OIDC_ISSUER: 'login' },
    { KITH_URL: 'http://kith.example' },
    { KITH_URL: 'ftp://kith.example' },
    { KITH_URL: 'https://kith.example/under' },
    { KITH_URL: 'http://127.0.0.1.elsewhere.example' },
  ])
    assert.throws(() => providerOf({ ...WHOLE, ...wrong }), /KITH_/, JSON.stringify(wrong))
  assert.ok(providerOf({ ...WHOLE, KITH_OIDC_ISSUER: 'http://127.0.0.1:3000', KITH_URL: 'http://localhost:4710' }))
})

test('the providers of organisations: read whole from a file, and refused in words that hold no secret', () => {
  const own = providerOf(WHOLE)
  const hill = { key: 'hill-trust', issuer: 'https://hill.example/login', clientId: 'kith', clientSecret: 'a secret' }
  const from = (providers: unknown, files: Readonly<Record<string, string>> = {}) =>
    providersBeside({ KITH_PROVIDERS_FILE: '/providers' }, own, (path) => {
      const text =
        path === '/providers' ? (typeof providers === 'string' ? providers : JSON.stringify(providers)) : files[path]
      if (text === undefined) throw new Error('none')
      return text
    })
  assert.deepEqual(providersBeside({}, own), [])
  assert.throws(() => providersBeside({ KITH_PROVIDERS_FILE: '/providers' }, undefined), /council's own provider/)
  assert.throws(() => providersBeside({ KITH_PROVIDERS_FILE: '/nowhere' }, own), /the file cannot be read/)
  const [found] = from([hill])
  assert.deepEqual(
    [found?.key, found?.issuer.href, found?.clientSecret, found?.origin.origin],
    ['hill-trust', 'https://hill.example/login', 'a secret', 'https://kith.example'],
  )
  const { clientSecret: _, ...open } = hill
  const kept = { ...open, clientSecretFile: '/secret' }
  assert.equal(from([kept], { '/secret': 'of a file\n' })[0]?.clientSecret, 'of a file')
  const wrong: readonly (readonly [RegExp, unknown])[] = [
    [/no JSON/, '{'],
    [/a list/, hill],
    [/no object/, ['hill']],
    [/unknown field/, [{ ...hill, secret: 'a secret' }]],
    [/is no text/, [{ ...hill, clientId: 4 }]],
    [/key of provider 1/, [{ ...hill, key: 'Hill Trust' }]],
    [/has no issuer/, [{ ...hill, issuer: '' }]],
    [/no address/, [{ ...hill, issuer: 'hill' }]],
    [/begin with https/, [{ ...hill, issuer: 'http://hill.example' }]],
    [/address and a path only/, [{ ...hill, issuer: 'https://hill.example/?a=b' }]],
    [/has no clientSecret/, [open]],
    [/leave one/, [{ ...hill, clientSecretFile: '/secret' }]],
    [/secret of hill-trust cannot be read/, [kept]],
    [/have the key hill-trust/, [hill, { ...hill, issuer: 'https://other.example' }]],
    [/also that of hill-trust/, [hill, { ...hill, key: 'other', issuer: 'https://hill.example/login/' }]],
    [/also that of the council/, [{ ...hill, issuer: 'https://login.example/council/' }]],
  ]
  for (const [says, providers] of wrong)
    assert.throws(
      () => from(providers),
      (error) => error instanceof Error && says.test(error.message) && !error.message.includes('a secret'),
      `${says}`,
    )
  assert.throws(() => from([kept], { '/secret': ' ' }), /is empty/)
})

test('how long a session lasts', () => {
  assert.deepEqual(sessionLimits({}), { idleMinutes: 60, longestMinutes: 720 })
  assert.deepEqual(sessionLimits({ KITH_SESSION_IDLE_MINUTES: '30', KITH_SESSION_LONGEST_MINUTES: '480' }), {
    idleMinutes: 30,
    longestMinutes: 480,
  })
  for (const wrong of ['0', '4', '1.5', 'an hour', '2000', '-60'])
    assert.throws(() => sessionLimits({ KITH_SESSION_IDLE_MINUTES: wrong }), /whole minutes/)
})

test('packs: none without a folder, seven nights unless said, and a half of the settings is refused', () => {
  const whole = { KITH_PACK_FOLDER: '/packs', KITH_PACK_PASSPHRASE_FILE: '/passphrase' }
  assert.equal(packSettings({}), undefined)
  assert.deepEqual(packSettings(whole), { folder: '/packs', passphraseFile: '/passphrase', keep: 7 })
  assert.equal(packSettings({ ...whole, KITH_PACK_KEEP: '30' })?.keep, 30)
  for (const keep of ['0', 'x', '1.5', '367'])
    assert.throws(() => packSettings({ ...whole, KITH_PACK_KEEP: keep }), /whole number of nights/)
  assert.throws(() => packSettings({ KITH_PACK_FOLDER: '/packs' }), /set also KITH_PACK_PASSPHRASE_FILE/)
  assert.throws(() => packSettings({ KITH_PACK_PASSPHRASE_FILE: '/p' }), /set also KITH_PACK_FOLDER/)
})

test('where children are sent: nowhere unless it is set, whole, and over https', () => {
  const set = { KITH_DEPARTMENT_URL: 'https://api.example/api', KITH_DEPARTMENT_LA_CODE: '874' }
  assert.equal(departmentOf({}), undefined)
  assert.deepEqual(departmentOf(set), {
    url: new URL('https://api.example/api'),
    laCode: '874',
    authorization: undefined,
  })
  for (const wrong of [
    { KITH_DEPARTMENT_URL: undefined },
    { KITH_DEPARTMENT_LA_CODE: undefined },
    { KITH_DEPARTMENT_LA_CODE: 'E06000031' },
    { KITH_DEPARTMENT_URL: 'http://api.example/api' },
    { KITH_DEPARTMENT_URL: 'https://api.example/api?key=1' },
    { KITH_DEPARTMENT_URL: 'https://somebody:secret@api.example' },
  ])
    assert.throws(() => departmentOf({ ...set, ...wrong }), /KITH_DEPARTMENT/, JSON.stringify(wrong))
})
