// The two forms of the settings: the council's face, with a look at it before it is saved, and the numbers to ring out of hours.
import type { FC } from 'hono/jsx'
import type { Door } from '#database'
import { AddRow, ChoiceField, type FieldsProps, type FormDefinition, LineField, RemoveRow, WordsField } from '#forms'
import { councilTheme } from '#look'
import { colourTyped, type EmergencyNumber, type Face, mayFace, mayNumbers, type NewFace } from '../face.ts'
import { emergencyNumbers, facesOf, saveFace, saveNumbers } from '../store.ts'
import { Specimen } from './specimen.tsx'

const LOCK = { may: { as: ['administrator'] as const }, log: 'changed the face of the council' }

const FaceFields: FC<FieldsProps<Face>> = (of) => {
  const colours = { brand: colourTyped(of.typed.one('brand')), accent: colourTyped(of.typed.one('accent')) }
  const readable = councilTheme(colours).kind === 'theme'
  return (
    <>
      <LineField of={of} name="name" label="Name of the council" />
      <LineField
        of={of}
        name="brand"
        label="Main colour"
        hint="The header and the buttons, under white words. # and six digits, like #14505c"
        width="govuk-input--width-10"
      />
      <LineField
        of={of}
        name="accent"
        label="Colour of links"
        hint="Words on white. # and six digits, like #0b5ea8"
        width="govuk-input--width-10"
      />
      {readable && <Specimen face={{ ...of.given, ...colours, name: of.typed.one('name') }} />}
      <AddRow row="look">See how it looks</AddRow>
      <ChoiceField
        of={of}
        name="ownLogo"
        label="Logo"
        items={[
          { value: 'as it is', text: 'As it is now, or the drawing below' },
          { value: 'mark', text: 'The mark of Kith, and no logo of ours' },
        ]}
      />
      <WordsField
        of={of}
        name="svg"
        label="A new logo as SVG text"
        hint="White or pale on the main colour. Shapes and colours only. A PNG is added on the page before."
        rows={4}
      />
    </>
  )
}

export const faceForm = (plain: Face): FormDefinition<Face, NewFace> => ({
  name: 'council-face',
  path: '/settings/council/change',
  lock: LOCK,
  here: '/settings/council',
  words: {
    thing: 'how the council looks',
    title: () => 'Name, logo and colours',
    button: 'Save',
    done: 'Saved. Every page looks so now.',
    fields: {
      name: 'Name of the council',
      brand: 'Main colour',
      accent: 'Colour of links',
      svg: 'Logo as SVG text',
      ownLogo: 'Logo',
    },
  },
  load: async (asking) => (await facesOf(asking))[0] ?? plain,
  start: ({ name, brand, accent }) => ({ name: [name], brand: [brand], accent: [accent], ownLogo: ['as it is'] }),
  decide: (typed) =>
    mayFace({
      ...{ name: typed.one('name'), brand: typed.one('brand'), accent: typed.one('accent') },
      ...{ svg: typed.words('svg'), ownLogo: typed.one('ownLogo') },
    }),
  save: async (asking, face) => ({ kind: 'saved', id: await saveFace(asking, face) }),
  leadsTo: () => '/settings/council',
  Fields: FaceFields,
  // No field: the form comes back as it stands, with what was typed.
  rows: { look: [] },
})

const NumberFields: FC<FieldsProps<readonly EmergencyNumber[]>> = (of) => {
  const rows = Math.max(1, ...['whom', 'number', 'hours'].map((name) => of.typed.all(name).length))
  const row = (name: string, at: number) => ({
    ...of,
    typed: { ...of.typed, one: () => (of.typed.all(name)[at] ?? '').trim() },
    fault: (field: string) => (at === 0 ? of.fault(field) : undefined),
  })
  return (
    <>
      <p>Everybody reads these in the help, also who is not signed in.</p>
      {Array.from({ length: rows }, (_, at) => (
        <div class="kith-row">
          <LineField of={row('whom', at)} name="whom" label="Whom one rings" />
          <LineField of={row('number', at)} name="number" label="Number" width="govuk-input--width-20" />
          <LineField of={row('hours', at)} name="hours" label="When somebody answers" />
          {rows > 1 && <RemoveRow row="whom" at={at} what={`number ${at + 1}`} />}
        </div>
      ))}
      <AddRow row="whom">Add another</AddRow>
    </>
  )
}

export const numbersForm = (door: Door): FormDefinition<readonly EmergencyNumber[], readonly EmergencyNumber[]> => ({
  name: 'emergency-numbers',
  path: '/settings/council/numbers',
  lock: { ...LOCK, log: 'changed the emergency numbers' },
  here: '/settings/council',
  words: {
    thing: 'the numbers to ring',
    title: () => 'Numbers to ring out of hours',
    button: 'Save numbers',
    done: 'Numbers saved.',
    fields: { whom: 'Whom one rings', number: 'Number', hours: 'When somebody answers' },
  },
  load: async (asking) => await emergencyNumbers(door, asking.who.council),
  start: (numbers) => ({
    whom: numbers.map(({ whom }) => whom),
    number: numbers.map(({ number }) => number),
    hours: numbers.map(({ hours }) => hours),
  }),
  decide: (typed) => {
    const all = { whom: typed.all('whom'), number: typed.all('number'), hours: typed.all('hours') }
    const length = Math.max(...Object.values(all).map((list) => list.length))
    return mayNumbers(
      Array.from({ length }, (_, at) => ({
        whom: all.whom[at] ?? '',
        number: all.number[at] ?? '',
        hours: all.hours[at] ?? '',
      })),
    )
  },
  save: async (asking, numbers) => ({ kind: 'saved', id: await saveNumbers(asking, numbers) }),
  leadsTo: () => '/settings/council',
  Fields: NumberFields,
  rows: { whom: ['whom', 'number', 'hours'] },
})
