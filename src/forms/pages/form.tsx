// A form's own pages: begun or gone on with, sent, kept for later, and with what is to be put right.
import type { Child } from 'hono/jsx'
import { type Draft, typed, type Values } from '#drafts'
import { InsetText } from '#look'
import { type Answer, notFound, page, redirect, type Visit } from '#web'
import { anythingTyped, controlIn, controlWith, isId, withoutControl, withRows } from '../control.ts'
import type { At, Fault } from '../form.ts'
import {
  type FormDefinition,
  ifTheirs,
  keepForm,
  type Leading,
  type Led,
  nextAddress,
  type Open,
  openForm,
  type Posted,
} from '../form-store.ts'
import { addressOf, savedAt } from '../said.ts'
import { type Sent, sendForm } from '../send-store.ts'
import { clashPage } from './clash.tsx'
import { aboutChild, Faults, FormButtons, FormFrame } from './parts.tsx'

/** Where the form stands, by the address; undefined where an id in it is none. */
function atOf(visit: Visit): At | undefined {
  const [child, about] = [visit.part('child'), visit.part('about')]
  if ((child !== '' && !isId(child)) || (about !== '' && !isId(about))) return undefined
  return { child: child || null, about: about || null, today: visit.today, me: visit.who.person }
}

type Shown<Given> = { readonly open: Open<Given>; readonly faults: readonly Fault[]; readonly at: At }

function formPage<Given, Ok, File>(form: FormDefinition<Given, Ok, File>, { open, faults, at }: Shown<Given>): Answer {
  const title = form.words.title(open.given)
  return page({
    title: faults.length > 0 ? `Put right: ${title}` : title,
    here: form.here,
    status: faults.length > 0 ? 422 : 200,
    ...aboutChild(at),
    main: <FormMain form={form} open={open} faults={faults} at={at} />,
  })
}

function FormMain<Given, Ok, File>({
  form,
  open,
  faults,
  at,
}: Shown<Given> & { form: FormDefinition<Given, Ok, File> }) {
  const { Fields } = form
  const carried = {
    form: form.name,
    draft: open.draft.id,
    revision: open.draft.revision,
    child: at.child,
    about: at.about,
  }
  const fault = (field: string): string | undefined => faults.find((one) => one.field === field)?.says
  return (
    <FormFrame
      to={addressOf(form.path, at)}
      carried={{ ...carried, read: open.values._read?.[0] ?? '' }}
      files={form.takes !== undefined}
    >
      <Faults faults={faults} />
      <h1 class="govuk-heading-l">{form.words.title(open.given)}</h1>
      {open.beside.map((draft) => (
        <InsetText>
          Another window kept another text of this, {savedAt(draft.saved)}. Both are kept.{' '}
          <a class="govuk-link" href={`${addressOf(form.path, at)}?draft=${draft.id}`}>
            See the other text
          </a>
        </InsetText>
      ))}
      <Fields given={open.given} typed={typed(open.values)} fault={fault} today={at.today} />
      <FormButtons button={form.words.button} />
    </FormFrame>
  )
}

const UnfinishedOnes = ({ to, drafts }: { to: string; drafts: readonly Draft[] }): Child => (
  <>
    <ul class="govuk-list kith-kept-list">
      {drafts.map((draft) => (
        <li>
          <a class="govuk-link" href={`${to}?draft=${draft.id}`}>
            Go on with what you kept {savedAt(draft.saved)}
          </a>
        </li>
      ))}
    </ul>
    <p>
      <a class="govuk-link" href={`${to}?fresh=1`}>
        Begin another one
      </a>
    </p>
  </>
)

const nextOf = async (form: Leading, { door, who }: Visit, led: Led): Promise<string> =>
  await door.as(who, async (asking) => await nextAddress(asking, form, led))

/** GET: begins the form, goes on with a draft, or asks which. */
export async function showForm<Given, Ok, File>(form: FormDefinition<Given, Ok, File>, visit: Visit): Promise<Answer> {
  const at = atOf(visit)
  const draft = visit.query('draft')
  if (at === undefined || (draft !== undefined && !isId(draft))) return notFound
  const fresh = visit.query('fresh') !== undefined
  const opened = await visit.door.as(visit.who, async (asking) => await openForm(asking, form, { ...at, draft, fresh }))
  if (opened.kind === 'not found') return notFound
  if (opened.kind === 'sent') return redirect(await nextOf(form, visit, { at, id: opened.id }))
  if (opened.kind === 'open') return formPage(form, { open: opened, faults: [], at })
  const title = form.words.title(opened.given)
  const main = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p>You began {form.words.thing} here and did not send it. Nothing of it is lost.</p>
      <UnfinishedOnes to={addressOf(form.path, at)} drafts={opened.drafts} />
    </>
  )
  return page({ title, here: form.here, main, ...aboutChild(at) })
}

/** POST: sends it, keeps it for later, or adds and takes out a row. */
export async function postForm<Given, Ok, File>(form: FormDefinition<Given, Ok, File>, visit: Visit): Promise<Answer> {
  const at = atOf(visit)
  const control = controlIn(visit.form)
  if (at === undefined) return notFound
  const taken = control === undefined ? notFound : await take(form, visit, { ...at, control, form: visit.form })
  if (taken.kind !== 'not found' || !anythingTyped(visit.form)) return taken
  // The draft that the form names is none, or another person's: what was typed is kept as one of their own, and not sent.
  const [draft = ''] = await visit.door.as(visit.who, async (asking) => await asking.newIds(1))
  const kept = { ...at, control: controlWith(visit.form, draft), values: withoutControl(visit.form) }
  const open = await openWith(form, visit, kept)
  return open === undefined ? notFound : formPage(form, { open, faults: [NO_DRAFT], at })
}
const NO_DRAFT: Fault = {
  field: '',
  says: 'This form came without what it was opened with. Your text is kept. Read it, and send it from here.',
}

async function take<Given, Ok, File>(
  form: FormDefinition<Given, Ok, File>,
  visit: Visit,
  posted: At & Posted,
): Promise<Answer> {
  const { control } = posted
  if (control.pressed.kind === 'send') return await send(form, visit, posted)
  const values = withRows(withoutControl(posted.form), control.pressed, form.rows ?? {})
  return await keep(form, visit, { ...posted, values })
}

type Kept = At & Pick<Posted, 'control'> & { readonly values: Values }

/** Keeps it, and opens the form with it; undefined where it is not theirs to write. */
async function openWith<Given, Ok, File>(
  form: FormDefinition<Given, Ok, File>,
  visit: Visit,
  kept: Kept,
): Promise<Open<Given> | undefined> {
  return await ifTheirs(visit, async (asking) => {
    const given = await form.load(asking, kept)
    if (given === undefined) return undefined
    return { given, values: kept.values, draft: await keepForm(asking, form.name, kept), beside: [] }
  })
}

async function keep<Given, Ok, File>(form: FormDefinition<Given, Ok, File>, visit: Visit, kept: Kept): Promise<Answer> {
  const open = await openWith(form, visit, kept)
  if (open === undefined) return notFound
  if (kept.control.pressed.kind === 'keep') return redirect(`/unfinished?kept=${open.draft.id}`)
  return formPage(form, { open, faults: [], at: kept })
}

async function send<Given, Ok, File>(
  form: FormDefinition<Given, Ok, File>,
  visit: Visit,
  sending: At & Posted,
): Promise<Answer> {
  const sent = await sendWithFile(form, visit, sending)
  if (sent.kind === 'not found') return notFound
  if (sent.kind === 'faults') return formPage(form, { open: sent.open, faults: sent.faults, at: sending })
  if (sent.kind === 'clash') return clashPage(form, { ...sent, at: sending })
  const to = await nextOf(form, visit, { at: sending, id: sent.id })
  return redirect(`${to}${to.includes('?') ? '&' : '?'}sent=${sent.draft}`)
}

async function sendWithFile<Given, Ok, File>(
  form: FormDefinition<Given, Ok, File>,
  visit: Visit,
  posted: At & Posted,
): Promise<Sent<Given>> {
  const { takes } = form
  const sending = { ...posted, council: visit.who.council }
  if (takes === undefined) return await sendForm(visit.door, form, sending)
  const fault = (says: string) => ({ fileFault: { field: takes.field, says } })
  const chosen = visit.file(takes.field)
  if (chosen === undefined) return await sendForm(visit.door, form, { ...sending, ...fault(takes.missing) })
  const done = await takes.receive(chosen, async (file) => ({
    sent: await sendForm(visit.door, form, { ...sending, file, fileMark: takes.mark(file) }),
  }))
  if (!('says' in done)) return done.sent
  return await sendForm(visit.door, form, { ...sending, ...fault(done.says), fileMark: 'not taken' })
}
