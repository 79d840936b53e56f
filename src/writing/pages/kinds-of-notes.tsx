// Every form of notes that there is: the one that asks what it is, and those of good news, direct work, life story and change of worker.
import type { Form } from '#forms'
import { makeNoteForm } from './record-note.tsx'

const happened = (name: string): string => `To ${name}: what happened`

export const recordingNotes: readonly Form[] = [
  makeNoteForm({
    ...{ name: 'note', path: 'notes/record', event: true, thing: 'a note', done: 'Note saved.' },
    kinds: ['call or message', 'family time', 'something happened', 'good news', 'other'],
    title: (name) => `A note about ${name}`,
    label: happened,
  }),
  makeNoteForm({
    ...{ name: 'good-news', path: 'notes/good-news', event: true, thing: 'good news', done: 'Good news saved.' },
    kinds: ['good news'],
    title: (name) => `Good news about ${name}`,
    label: happened,
  }),
  makeNoteForm({
    ...{
      name: 'direct-work',
      path: 'notes/direct-work',
      event: true,
      thing: 'direct work',
      done: 'Direct work saved.',
    },
    kinds: ['direct work'],
    title: (name) => `Direct work with ${name}`,
    label: (name) => `To ${name}: what we made, played or talked about`,
  }),
  makeNoteForm({
    ...{ name: 'life-story', path: 'notes/life-story', event: false, thing: 'life story', done: 'Life story saved.' },
    kinds: ['life story'],
    title: (name) => `${name}’s life story`,
    label: (name) => `To ${name}: a part of your story`,
  }),
  makeNoteForm({
    ...{
      name: 'goodbye',
      path: 'notes/goodbye',
      event: false,
      thing: 'a goodbye',
      done: 'Goodbye saved.',
      handed: true,
    },
    kinds: ['goodbye'],
    title: (name) => `Goodbye to ${name}`,
    label: (name) => `To ${name}: goodbye, and what I will remember`,
  }),
  makeNoteForm({
    ...{ name: 'hello', path: 'notes/hello', event: false, thing: 'a hello', done: 'Hello saved.', handed: true },
    kinds: ['hello'],
    title: (name) => `Hello to ${name}`,
    label: (name) => `To ${name}: who I am, and when we meet`,
  }),
]
