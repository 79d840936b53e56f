// What the record knows of a child since they were last spoken of, each fact with its day and the way to what shows it.
import type { Child, FC } from 'hono/jsx'
import { dayWords, formatDay } from '#calendar'
import { counted } from '#child-frame'
import { savedAt } from '#forms'
import { Card, DueMark, type Fact, Facts, NOT_KNOWN, Voice } from '#look'
import { evidenceOf, type Known, type KnownFact, lastSeen, ofTopic, type Topic } from '../known.ts'

type Props = { readonly known: Known }

/** The day, with when it was written down, leading to the evidence. */
const When: FC<{ readonly child: string; readonly of: KnownFact; readonly words?: string }> = ({
  child,
  of,
  words,
}) => (
  <a href={evidenceOf(child, of)} title={of.recorded === null ? undefined : `Recorded ${savedAt(of.recorded)}`}>
    {words ?? (of.on === null ? 'no day' : formatDay(of.on))}
  </a>
)
const recordedNote = ({ recorded }: KnownFact): string | undefined =>
  recorded === null ? undefined : `recorded ${savedAt(recorded)}`

const ALONE: Readonly<Record<string, string>> = {
  alone: 'seen alone',
  'not alone': 'not alone',
  'not said': 'not said whether alone',
}
function seen({ known }: Props): Fact {
  const visit = lastSeen(known)
  if (visit === undefined) return { name: 'Last seen', fact: NOT_KNOWN }
  const words = (
    <>
      <When child={known.child} of={visit} />, {ALONE[visit.code ?? ''] ?? visit.code}
    </>
  )
  return { name: 'Last seen', fact: { words, note: recordedNote(visit) } }
}
function several(known: Known, name: string, { none, topics }: { none: string; topics: readonly Topic[] }): Fact {
  const found = ofTopic(known, ...topics)
  const [last] = found.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
  if (last === undefined) return { name, fact: { words: none } }
  const words: Child = (
    <>
      {found.length > 1 && <>{found.length}, the last </>}
      <When child={known.child} of={last} />
    </>
  )
  return { name, fact: { words, note: recordedNote(last) } }
}
function late(known: Known): Fact {
  const found = ofTopic(known, 'late')
  const [first] = found
  if (first === undefined) return { name: 'Late', fact: { words: 'Nothing known' } }
  const words = (
    <>
      <DueMark mark="late" words={`${found.length} late`} />{' '}
      <When child={known.child} of={first} words={`since ${dayWords(first.on ?? known.since)}`} />
    </>
  )
  return { name: 'Late', fact: { words, note: [...new Set(found.map(({ code }) => code))].join(', ') } }
}
function familyTime(known: Known): Fact {
  const [kept, out] = [ofTopic(known, 'time kept'), ofTopic(known, 'time fell out')]
  const [first] = [...kept, ...out]
  if (first === undefined) return { name: 'Family time', fact: NOT_KNOWN }
  const words = (
    <When
      child={known.child}
      of={first}
      words={`${kept.length} of ${counted(kept.length + out.length, 'time')} kept`}
    />
  )
  return { name: 'Family time', fact: { words } }
}
function one(known: Known, name: string, { topic, says }: { topic: Topic; says: (of: KnownFact) => string }): Fact {
  const [found] = ofTopic(known, topic)
  if (found === undefined) return { name, fact: NOT_KNOWN }
  const words = (
    <>
      {says(found)} <When child={known.child} of={found} />
    </>
  )
  return { name, fact: { words, note: recordedNote(found) } }
}

export const knownFacts = (known: Known): readonly Fact[] => [
  seen({ known }),
  late(known),
  several(known, 'Moves', { none: 'None recorded', topics: ['move'] }),
  several(known, 'Went missing', { none: 'Not recorded', topics: ['missing'] }),
  several(known, 'New orders', { none: 'None recorded', topics: ['order'] }),
  one(known, 'Health assessment', { topic: 'health', says: ({ code }) => `${code},` }),
  one(known, 'In school', { topic: 'attendance', says: ({ code }) => `${code ?? '?'} % until` }),
  several(known, 'Kept out of school', { none: 'Not recorded', topics: ['exclusion'] }),
  one(known, 'Education plan meeting', { topic: 'plan meeting', says: () => '' }),
  familyTime(known),
]

export const KnownCard: FC<Props & { readonly name: string }> = ({ known, name }) => (
  <Card title={`What the record knows of ${name} since ${dayWords(known.since)}`} tone="quiet">
    <Facts kind="across" facts={knownFacts(known)} />
    {known.words === undefined ? (
      <p class="kith-quiet">No words of {name} that you may read are in the record.</p>
    ) : (
      <Voice
        words={known.words.said}
        who={name}
        when={formatDay(known.words.on)}
        further={<a href={`/children/${known.child}/story?show=voice`}>More of their words</a>}
      />
    )}
  </Card>
)
