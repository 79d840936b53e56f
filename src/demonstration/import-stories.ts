// Tells the stories of a few children through the rooms' own stores, as the people who would have typed them.
import { endAction, mayRecordAction, recordAction } from '#actions'
import { worksWithOn } from '#allocations'
import { addDays, type IsoDay, londonMidnight } from '#calendar'
import type { Asking, Door } from '#database'
import { goToSchool, makeSchool, mayGoToSchool, mayRecordPlan, recordPlan } from '#education'
import { mayRecordMustKnow, mustKnowsOf, recordMustKnow } from '#family'
import { mayRecordAssessment, recordAssessment } from '#health'
import { consents, mayRecordConsent, mayRecordReferral, mayRegister, practices, referrals } from '#health-care'
import { markKeyEvent, mayRecordNote, recordNote } from '#notes'
import { childrenWithIdentifier, mayRecordName, recordName } from '#people'
import { placementsOf } from '#placements'
import { approvePlan, beginPlan, editionsOf, latestParts, savePlan, sendForApproval } from '#plans'
import {
  applications,
  attendances,
  exclusions,
  mayApply,
  mayRecordAttendance,
  mayRecordExclusion,
  mayRecordPremium,
  premiums,
} from '#schooling'
import { answerView, mayAnswerView, mayRecordView, recordView, TOLD } from '#views'
import { mayRecordVisit, recordVisit } from '#visits'
import { tellFamily } from './import-family.ts'
import { tellReviewing } from './import-reviewing.ts'
import { schoolNamed, teamManagerOf } from './people-store.ts'
import { STORIES } from './stories-data.ts'
import { allowed, type Story, type StoryNote, type Told } from './story.ts'

/** Each step may be done again: a child whose story is told is left alone. */
export async function tellStories(door: Door, council: number, today: IsoDay): Promise<void> {
  for (const story of STORIES) {
    const found = await door.asService(council, 'import', async (asking) => await whomOf(asking, story, today))
    if (found === undefined) continue
    const { child, worker, manager, told, schools } = found
    if (!told)
      await door.as(
        { council, person: worker },
        async (asking) => await tell(asking, story, { child, today, worker, schools }),
      )
    if (manager !== undefined)
      await door.as({ council, person: manager }, async (asking) => await approve(asking, child))
    await tellReviewing(door, council, { code: story.child, child, worker, today })
  }
}

async function whomOf(asking: Asking, story: Story, today: IsoDay) {
  const [child] = await childrenWithIdentifier(asking, 'ssda903', story.child)
  if (child === undefined) return undefined
  const worker = (await worksWithOn(asking, child, today)).find(({ part }) => part === 'allocated-worker')?.worker
  if (worker === undefined) return undefined
  const schools: string[] = []
  for (const { name } of story.school)
    schools.push((await schoolNamed(asking, name)) ?? (await makeSchool(asking, { name, urn: null })))
  const told = (await mustKnowsOf(asking, child)).length > 0
  return { child, worker, schools, told, manager: await teamManagerOf(asking, worker, today) }
}

type Telling = Told & { readonly schools: readonly string[] }

async function tell(asking: Asking, story: Story, telling: Telling): Promise<void> {
  const { child, today, worker } = telling
  if (story.called !== undefined)
    await recordName(
      asking,
      child,
      allowed(mayRecordName({ kind: 'known as', name: story.called, since: story.calledSince ?? '' }, today)),
    )
  await tellFamily(asking, story, telling)
  await tellLearning(asking, story, telling)
  for (const { kind, on, by, reported } of story.health ?? []) {
    const typed = { kind, happened: on, by, outcome: 'seen', reported, mode: 'in person' }
    await recordAssessment(asking, child, allowed(mayRecordAssessment(typed, today)))
  }
  await tellCare(asking, story, telling)
  await tellSchooling(asking, story, telling)
  for (const { on, seen, alone } of story.visits) {
    const typed = {
      happened: on,
      began: '',
      by: 'representative',
      visitor: worker,
      mode: 'in person',
      approvedBy: null,
      told: false,
      seen,
      alone,
    }
    await recordVisit(asking, child, allowed(mayRecordVisit(typed, today)))
  }
  for (const note of story.notes) await tellNote(asking, note, telling)
  await tellViews(asking, story, telling)
  await tellActions(asking, story, telling)
  if (story.plan !== undefined) await tellPlan(asking, child, story.plan)
  for (const { kind, parts } of story.drafted ?? []) await writePlan(asking, child, { kind, parts })
  // Last, since whether it stands says whether the story is told.
  for (const { kind, fact, audience, reviewBy } of story.mustKnow)
    await recordMustKnow(
      asking,
      child,
      allowed(mayRecordMustKnow({ kind, fact, audience, mustNotKnow: [], reviewBy }, today)),
    )
}

async function tellSchooling(asking: Asking, story: Story, { child, today }: Told): Promise<void> {
  for (const typed of story.attendance ?? [])
    await attendances.record(asking, { columns: allowed(mayRecordAttendance(typed, today)), words: typed.words }, child)
  for (const typed of story.exclusions ?? [])
    await exclusions.record(asking, { columns: allowed(mayRecordExclusion(typed, today)), words: typed.words }, child)
  for (const typed of story.applications ?? [])
    await applications.record(
      asking,
      { columns: allowed(mayApply(typed, { today, schools: [] })), words: typed.words },
      child,
    )
  for (const typed of story.premium ?? [])
    await premiums.record(asking, { columns: allowed(mayRecordPremium(typed, today)), words: typed.words }, child)
}

async function tellCare(asking: Asking, story: Story, { child, today }: Told): Promise<void> {
  for (const typed of story.referrals ?? [])
    await referrals.record(asking, { columns: allowed(mayRecordReferral(typed, today)), words: typed.words }, child)
  for (const typed of story.answers ?? [])
    await consents.record(asking, { columns: allowed(mayRecordConsent(typed, today)), words: typed.words }, child)
  for (const one of story.practices ?? []) {
    const typed = { ...one, until: '', near: '' }
    await practices.record(asking, { columns: allowed(mayRegister(typed, today)), words: one.words }, child)
  }
}

async function tellLearning(
  asking: Asking,
  { school, peps = [] }: Story,
  { child, schools, today }: Telling,
): Promise<void> {
  for (const [at, { since, until = '' }] of school.entries())
    await goToSchool(asking, child, { ...allowed(mayGoToSchool({ since, until }, today)), school: schools[at] ?? '' })
  for (const { on, ...plan } of peps)
    await recordPlan(asking, child, allowed(mayRecordPlan({ ...plan, happened: on }, today)))
}

async function tellNote(asking: Asking, note: StoryNote, { child, today }: Told): Promise<void> {
  const { kind, on, text, terms = 'own record', cameFrom = 'seen or heard by the writer', keyEvent, marks } = note
  const typed = {
    ...{ kind, happened: on, began: '', present: ['child', 'worker'], presentNames: '', cameFrom, terms },
    children: [{ child, hangsOn: null }],
    paragraphs: [{ children: [child], about: 'this child', person: null, text, whoMayKnow: null }],
  }
  const may = allowed(mayRecordNote(typed, { today, now: londonMidnight(today) }))
  const { notes } = await recordNote(asking, may)
  if (keyEvent === undefined) return
  const home = (await placementsOf(asking, child)).find(({ since }) => since === on)
  const table = may.header.part === 'story' ? 'story_note' : 'note'
  const line =
    marks === 'placement' && home !== undefined
      ? { table: 'placement', line: home.line }
      : { table, line: notes[0]?.line ?? '' }
  const key = { happened: on, keptFor: 'story and chronology', ...keyEvent, whoMayKnow: null }
  allowed(await markKeyEvent(asking, { child, on: line }, { typed: key, today }))
}

async function tellViews(asking: Asking, { views }: Story, { child, today, worker }: Told): Promise<void> {
  for (const { on, how, about, words, answer } of views) {
    const typed = { whose: 'child', person: null, happened: on, how, toldTo: worker, about, words }
    const hearers = { relations: [...TOLD], mustNotKnow: [], letKnow: [], letKnowPeople: [] }
    const { line } = await recordView(asking, child, allowed(mayRecordView(typed, hearers, today)))
    if (answer === undefined) continue
    const { outcome, decided, words: what } = answer
    const given = { outcome, decided, decidedBy: worker, decidedByName: '', told: decided, what, hangsOn: null }
    await answerView(asking, { child, view: line }, allowed(mayAnswerView(given, today)))
  }
}

/** As they were written then: a day that has passed since was ahead. */
async function tellActions(asking: Asking, { actions }: Story, { child, today, worker }: Told): Promise<void> {
  for (const { what, intended, due, origin, done } of actions) {
    const none = due === '' ? 'the day is not known yet' : ''
    const typed = {
      what,
      intended,
      due,
      origin,
      noDueWhy: none,
      owner: { worker, service: '' },
      from: null,
      whoMayKnow: null,
    }
    const { line } = await recordAction(asking, child, allowed(mayRecordAction(typed, addDays(today, -365))))
    if (done !== undefined) {
      const outcome = { outcome: 'done', happened: done.on, said: done.said }
      allowed(await endAction(asking, { child, action: line }, { ...outcome, today }))
    }
  }
}

type Drafted = NonNullable<Story['drafted']>[number]
async function writePlan(asking: Asking, child: string, { kind, parts }: Drafted): Promise<string> {
  const { edition } = allowed(await beginPlan(asking, child, kind))
  const saves = Object.entries(parts).map(([part, text]) => ({ part, text, read: 0 }))
  allowed(await savePlan(asking, edition, saves))
  return edition
}

async function tellPlan(asking: Asking, child: string, plan: Readonly<Record<string, string>>): Promise<void> {
  const edition = await writePlan(asking, child, { kind: 'care plan', parts: plan })
  const sent = await sendForApproval(asking, edition)
  if (!('ok' in sent)) throw new Error(`A plan of the demonstration was not sent: ${JSON.stringify(sent)}`)
}

async function approve(asking: Asking, child: string): Promise<void> {
  for (const { plan, edition, state } of await editionsOf(asking, child)) {
    if (state !== 'sent for approval') continue
    const read = (await latestParts(asking, plan)).map(({ id }) => id)
    await approvePlan(asking, edition, { read })
  }
}
