// Whose account at the council's provider, or an organisation's, is whose: for administrators, who link one to somebody who works here, and end the link.
import type { FC } from 'hono/jsx'
import { type FieldsProps, type Form, type FormDefinition, LineField, makeForm, savedAt } from '#forms'
import { Card, DutyTable, EmptyState, FilterForm, Input, InsetText, PageHead, WarningText } from '#look'
import { accountsOutside, type Employer, employersOf } from '#organisations'
import { type Answer, page, type Visit } from '#web'
import { everybodyHere, workersCalled } from '#workforce'
import { type LinkAnswer, type Linked, linkedPeople, linkSubject, unlinkSubject } from '../store.ts'

const AT = '/settings/people'
const AS = { as: ['administrator'] as const }
const SHOWN = 100

type Row = {
  readonly id: string
  readonly name: string
  readonly linked: Pick<Linked, 'how' | 'linked'> | undefined
  /** undefined: the council. */
  readonly employer: Employer | undefined
}
type Shown = {
  readonly rows: readonly Row[]
  readonly of: number
  readonly without: number
  readonly name: string
  readonly provider: boolean
}

const plain = (text: string): string => text.trim().toLowerCase()

const keepOutLink = (id: string, name: string) => (
  <a href={`${AT}/${id}/keep-out`}>
    Keep out of a record<span class="govuk-visually-hidden">: {name}</span>
  </a>
)

const telephoneLink = (id: string, name: string) => (
  <a href={`${AT}/${id}/telephone`}>
    Telephone at work<span class="govuk-visually-hidden">: {name}</span>
  </a>
)

const AccountsTable: FC<Pick<Shown, 'rows' | 'provider'>> = ({ rows, provider }) => (
  <DutyTable
    caption="People who work here, and their accounts"
    columns={
      provider
        ? ['Name', 'Account', 'What to do', 'Their own record', 'Telephone']
        : ['Name', 'Their own record', 'Telephone']
    }
    rows={rows.map(({ id, name, linked, employer }) => ({
      head: (
        <>
          {name}
          {employer !== undefined && (
            <span class="kith-note">
              of <a href={`/settings/organisations/${employer.organisation}`}>{employer.name}</a>
            </span>
          )}
        </>
      ),
      cells: provider
        ? [
            linked === undefined
              ? 'None: they cannot sign in'
              : `${linked.how === 'matched' ? 'Matched by what the provider says' : 'Linked'}, ${savedAt(linked.linked)}`,
            <a href={`${AT}/${id}/${linked === undefined ? 'link' : 'end-link'}`}>
              {linked === undefined ? 'Link an account' : 'End the link'}
              <span class="govuk-visually-hidden"> of {name}</span>
            </a>,
            keepOutLink(id, name),
            telephoneLink(id, name),
          ]
        : [keepOutLink(id, name), telephoneLink(id, name)],
    }))}
  />
)

const Accounts: FC<Shown> = ({ rows, of, without, name, provider }) => (
  <>
    <PageHead
      title="People and their accounts"
      lead={`${of} people.${provider ? ` ${without} of them cannot sign in.` : ''}`}
    />
    {!provider && (
      <InsetText>
        This demonstration has no provider to sign in at: one chooses whom to be. Nothing is linked here.
      </InsetText>
    )}
    <p>
      Nobody opens their own record, or that of their family.{' '}
      <a href="/settings/kept-out">Who must not open a record</a>
    </p>
    <FilterForm action={AT} label="Find somebody" reset={{ to: AT, words: 'Show all' }}>
      <Input name="name" label="Part of the name" value={name} autocomplete="off" />
    </FilterForm>
    <Card title="Who works here" count={rows.length} flush>
      {rows.length === 0 ? (
        <EmptyState title="Nobody is called that">Write less of the name, or show all.</EmptyState>
      ) : (
        <AccountsTable rows={rows.slice(0, SHOWN)} provider={provider} />
      )}
    </Card>
    {rows.length > SHOWN && <p>These are the first {SHOWN}. Write part of a name to see others.</p>}
  </>
)

/** GET /settings/people. `issuer` undefined: nobody signs in at a provider here. */
export async function showAccounts({ door, who, query }: Visit, issuer: string | undefined): Promise<Answer> {
  const name = query('name') ?? ''
  const all = await door.as(who, async (asking): Promise<readonly Row[]> => {
    const linked = issuer === undefined ? [] : await linkedPeople(asking, issuer)
    const by = new Map<string, Row['linked']>(linked.map((one) => [one.person, one]))
    for (const [person, since] of await accountsOutside(asking)) by.set(person, { how: 'linked', linked: since })
    const employers = await employersOf(asking)
    return (await everybodyHere(asking)).map((one) => ({
      ...one,
      linked: by.get(one.id),
      employer: employers.get(one.id),
    }))
  })
  const shown = {
    rows: all.filter((one) => plain(one.name).includes(plain(name))),
    ...{ of: all.length, without: all.filter(({ linked }) => linked === undefined).length },
    ...{ name, provider: issuer !== undefined },
  }
  return page({ title: 'People and their accounts', here: AT, main: <Accounts {...shown} /> })
}

type Given = {
  readonly worker: string
  readonly name: string
  readonly linked: boolean
  /** Where they sign in: the council's own provider, or that of their organisation. */
  readonly issuer: string
  readonly employer: string | undefined
}
const REFUSED: Readonly<Record<Exclude<LinkAnswer, 'linked'>, string>> = {
  'no such worker': 'Nobody of that kind works here any more.',
  'account linked already': 'That account is somebody else’s here. End that link first, if it is wrong.',
  'worker linked already': 'They have an account already. End that link first.',
  'not of that provider': 'They do not work for that organisation any more, or sign in at another provider.',
}
const LONGEST = 255

function common(issuer: string): Pick<FormDefinition<Given, unknown>, 'here' | 'leadsTo' | 'load'> {
  return {
    here: AT,
    leadsTo: () => AT,
    load: async (asking, { about }) => {
      const name = about === null ? undefined : (await workersCalled(asking, [about])).get(about)
      if (about === null || name === undefined) return undefined
      const employer = (await employersOf(asking)).get(about)
      const at = employer?.issuer ?? issuer
      const linked = (await linkedPeople(asking, at)).some(({ person }) => person === about)
      return { worker: about, name, linked, issuer: at, employer: employer?.name }
    },
  }
}

const LinkFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>
      When somebody signs in whom nobody has linked, the page shows them the number of their account. Ask them for it,
      in person or by a way that you trust: whoever has that account sees what {of.given.name} sees.
    </p>
    {of.given.employer !== undefined && (
      <p>
        They sign in at the provider of {of.given.employer}: {of.given.issuer}.
      </p>
    )}
    <LineField
      of={of}
      name="subject"
      label="The number of the account"
      hint="As the provider says it, letter by letter"
    />
  </>
)
const EndFields: FC<FieldsProps<Given>> = (of) => (
  <WarningText>
    {of.given.name} is signed out everywhere at once, and cannot sign in until an account is linked again. What they
    wrote stays, also their drafts.
  </WarningText>
)

/** None where nobody signs in at a provider. */
export function accountForms(issuer: string | undefined): readonly Form[] {
  if (issuer === undefined) return []
  const link = makeForm<Given, string>({
    ...{ ...common(issuer), name: 'account-link', path: `${AT}/:about/link`, Fields: LinkFields },
    lock: { may: AS, log: 'linked an account' },
    words: {
      ...{ thing: 'the link of an account', button: 'Link the account', done: 'Linked. They can sign in now.' },
      ...{ title: ({ name }) => `Link an account to ${name}`, fields: { subject: 'The number of the account' } },
    },
    start: () => ({}),
    decide: (typed) => {
      const subject = typed.one('subject')
      if (subject === '') return { faults: [{ field: 'subject', says: 'Write the number of the account.' }] }
      if (subject.length > LONGEST) return { faults: [{ field: 'subject', says: 'No account has so long a number.' }] }
      return { ok: subject }
    },
    save: async (asking, subject, { given: { worker, issuer: at } }) => {
      const answer = await linkSubject(asking, { issuer: at, subject, worker })
      if (answer === 'linked') return { kind: 'saved', id: worker }
      return { kind: 'refused', faults: [{ field: 'subject', says: REFUSED[answer] }] }
    },
  })
  const end = makeForm<Given, true>({
    ...{ ...common(issuer), name: 'account-unlink', path: `${AT}/:about/end-link`, Fields: EndFields },
    lock: { may: AS, log: 'ended the link of an account' },
    words: {
      ...{ thing: 'the end of a link', button: 'End the link', done: 'Ended, and signed out everywhere.', fields: {} },
      title: ({ name }) => `End the link of ${name}’s account`,
    },
    start: () => ({}),
    decide: (_, { linked }) =>
      linked ? { ok: true } : { faults: [{ field: '', says: 'No account is linked to them.' }] },
    save: async (asking, _, { given: { worker, issuer: at } }) => {
      await unlinkSubject(asking, at, worker)
      return { kind: 'saved', id: worker }
    },
  })
  return [link, end]
}
