// Where a room is recorded: in Kith, in another system, or in both; said by an administrator, with why.
import type { FC } from 'hono/jsx'
import type { Typed } from '#drafts'
import {
  ChoiceField,
  type Fault,
  type FieldsProps,
  type FormDefinition,
  LineField,
  PickField,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { BRINGS, type Brings, isBrings, isRoom, ROOM_NAMES, type Room, roomOf } from '#masters'
import { FILES, masterWords } from '../file-words.ts'
import { mastersNow, type NewMaster, type RecordedMaster, recordMaster } from '../store.ts'

type Given = ReadonlyMap<Room, RecordedMaster>
const LONGEST = 2000
const SYSTEM = /^[\p{L}\p{N}][\p{L}\p{N} .&()/+-]{0,39}$/u

function decide(typed: Typed, given: Given): { readonly ok: NewMaster } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (field: string, says: string) => void faults.push({ field, says })
  const [room, master, system, file] = ['room', 'master', 'system', 'brings'].map((name) => typed.one(name))
  const because = typed.words('because')
  const isMaster = master === 'kith' || master === 'nobody' || master === 'other'
  if (room === undefined || !isRoom(room)) fault('room', 'Choose what it is about.')
  if (!isMaster) fault('master', 'Choose where it is recorded.')
  const brings: Brings | undefined = file !== undefined && isBrings(file) ? file : undefined
  if (master === 'other') {
    if (system === undefined || !SYSTEM.test(system))
      fault('system', 'Write what your council calls the other system, in 40 letters or fewer, for example Mosaic.')
    if (brings === undefined) fault('brings', 'Choose the nightly file by which it comes.')
    else if (room !== undefined && isRoom(room) && !roomOf(room).brought.includes(brings))
      fault('brings', `${FILES[brings]} do not bring this. Choose the other file, or leave it recorded in Kith.`)
  }
  if (because === '') fault('because', 'Say who decided it, and why.')
  if (because.length > LONGEST) fault('because', 'Write 2,000 characters or fewer.')
  if (faults.length > 0 || room === undefined || !isRoom(room) || !isMaster) return { faults }
  const there = master === 'other' ? { system: system ?? '', brings: brings ?? null } : { system: null, brings: null }
  const stands = given.get(room)
  const same = stands?.master === master && stands.system === there.system && stands.brings === there.brings
  if (same) return { faults: [{ field: 'master', says: 'It is recorded so already.' }] }
  return { ok: { room, master, ...there, because } }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>
      Where another system is the master, Kith shows what its nightly file says, and its forms are closed. What was
      begun in them is kept. Where Kith is the master, a file that says otherwise is reported and not taken.
    </p>
    <InsetText>
      Each change holds from the moment it is saved. Nothing that stands in the record is moved or lost by it.
    </InsetText>
    <PickField
      of={of}
      name="room"
      label="What is it about?"
      items={ROOM_NAMES.map((room) => ({
        value: room,
        text: `${roomOf(room).words}: ${masterWords(of.given.get(room))}`,
      }))}
    />
    <ChoiceField
      of={of}
      name="master"
      label="Where is it recorded from now on?"
      items={[
        { value: 'other', text: 'In another system', hint: 'Name it below' },
        { value: 'kith', text: 'In Kith' },
        { value: 'nobody', text: 'In both', hint: 'Whoever said a fact last decides, as before anybody chose' },
      ]}
    />
    <LineField
      of={of}
      name="system"
      label="What is the other system called?"
      hint="Only if it is recorded there, for example Mosaic"
      width="govuk-input--width-20"
    />
    <ChoiceField
      of={of}
      name="brings"
      label="By which nightly file does it come?"
      hint="Only if it is recorded there"
      items={BRINGS.map((value) => ({ value, text: FILES[value] }))}
    />
    <WordsField of={of} name="because" label="Who decided it, and why" hint="Name no child here." rows={4} />
  </>
)

export const masterForm: FormDefinition<Given, NewMaster> = {
  name: 'room-master',
  path: '/other-systems/masters/record',
  lock: { may: { as: ['administrator'] }, log: 'said where a room is recorded' },
  here: '/other-systems',
  words: {
    thing: 'where something is recorded',
    title: () => 'Where is it recorded?',
    button: 'Save',
    done: 'Saved. It holds from now on.',
    fields: {
      room: 'What it is about',
      master: 'Where it is recorded',
      system: 'The other system',
      brings: 'The nightly file',
      because: 'Who decided it, and why',
    },
  },
  load: mastersNow,
  start: () => ({}),
  decide,
  save: async (asking, ok) => ({ kind: 'saved', id: await recordMaster(asking, ok) }),
  leadsTo: () => '/other-systems',
  Fields,
}
