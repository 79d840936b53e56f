// The settings of the council: how it looks now, the numbers to ring, and how it looked before, each to be taken again.
import type { FC } from 'hono/jsx'
import type { Door } from '#database'
import { type UploadSettings, uploadRefusalWords } from '#documents'
import { savedAt } from '#forms'
import { Button, EmptyState, ErrorSummary, FileUpload, PageHead, SummaryList } from '#look'
import { type Answer, FormToken, notFound, page, redirect, type Visit } from '#web'
import type { EmergencyNumber, Face } from '../face.ts'
import { emergencyNumbers, faceAgain, facesOf, type KeptFace, savePng } from '../store.ts'
import { Specimen } from './specimen.tsx'

export type FaceDeps = { readonly door: Door; readonly uploads: UploadSettings; readonly plain: Face }

const Logo: FC<{ readonly logo: string | null }> = ({ logo }) =>
  logo === null ? <p>The logo is the mark of Kith.</p> : <img src={`/logo/${logo}`} alt="The logo" height={48} />

const Numbers: FC<{ readonly numbers: readonly EmergencyNumber[] }> = ({ numbers }) => (
  <section>
    <h2>Numbers to ring out of hours</h2>
    {numbers.length === 0 ? (
      <EmptyState title="No number yet">
        The help and the page for tonight cannot say whom to ring until you add one.
      </EmptyState>
    ) : (
      <SummaryList rows={numbers.map(({ whom, number, hours }) => ({ key: whom, value: `${number}, ${hours}` }))} />
    )}
    <p>
      <a href="/settings/council/numbers">Change the numbers</a>
    </p>
  </section>
)

const Earlier: FC<{ readonly faces: readonly KeptFace[] }> = ({ faces }) => (
  <section>
    <h2>Before</h2>
    {faces.length === 0 && <p>Nothing yet. What you change is kept here, and can be taken again.</p>}
    {faces.map((face) => (
      <form method="post" action="/settings/council/again">
        <FormToken />
        <input type="hidden" name="face" value={face.id} />
        <Specimen face={face} />
        <p>
          {face.by ?? 'Somebody'}, {savedAt(face.recorded)}.{face.logo !== null && ' With a logo.'}
        </p>
        <Button kind="secondary">
          Take this again <span class="govuk-visually-hidden">as saved {savedAt(face.recorded)}</span>
        </Button>
      </form>
    ))}
  </section>
)

type Shown = {
  readonly faces: readonly KeptFace[]
  readonly numbers: readonly EmergencyNumber[]
  readonly plain: Face
  readonly wrong: string | undefined
}
const Settings: FC<Shown> = ({ faces: [standing, ...before], numbers, plain, wrong }) => {
  const face = standing ?? plain
  return (
    <>
      {wrong !== undefined && (
        <ErrorSummary title="There is something to put right" errorList={[{ text: wrong, href: '#logo' }]} />
      )}
      <PageHead title="The council" lead="What everybody sees on every page. Nothing is overwritten." />
      <h2>How it looks now</h2>
      <Specimen face={face} />
      <Logo logo={face.logo} />
      <p>
        <a href="/settings/council/change">Change name, logo and colours</a>
      </p>
      <form method="post" action="/settings/council/logo" enctype="multipart/form-data">
        <FormToken />
        <FileUpload
          name="logo"
          label="A new logo as PNG"
          hint="White or pale on the main colour, 256 KB at most"
          errorMessage={wrong}
        />
        <Button kind="secondary">Use this logo</Button>
      </form>
      <Numbers numbers={numbers} />
      <Earlier faces={before} />
    </>
  )
}

export async function showSettings(visit: Visit, { door, plain }: FaceDeps, wrong?: string): Promise<Answer> {
  const faces = await door.as(visit.who, async (asking) => await facesOf(asking))
  const numbers = await emergencyNumbers(door, visit.who.council)
  const main = <Settings faces={faces} numbers={numbers} plain={plain} wrong={wrong} />
  const title = wrong === undefined ? 'The council' : 'Put right: The council'
  return page({ title, here: '/settings/council', main, status: wrong === undefined ? 200 : 422 })
}

export async function takeAgain(visit: Visit, { door }: FaceDeps): Promise<Answer> {
  const again = await door.as(visit.who, async (asking) => await faceAgain(asking, visit.field('face') ?? ''))
  return again ? redirect('/settings/council') : notFound
}

export async function takeLogo(visit: Visit, deps: FaceDeps): Promise<Answer> {
  const file = visit.file('logo')
  if (file === undefined) return await showSettings(visit, deps, 'Choose a PNG file.')
  const saved = await savePng({ ...deps, who: visit.who }, file)
  if (saved === 'saved') return redirect('/settings/council')
  const { refused } = saved
  const says =
    refused === 'type not taken' ? 'This is no PNG picture. Save it as PNG, or paste it as SVG text.' : undefined
  const large = refused === 'too big' ? 'The picture is larger than 256 KB. Make it smaller.' : undefined
  return await showSettings(visit, deps, says ?? large ?? uploadRefusalWords(refused, deps.uploads))
}
