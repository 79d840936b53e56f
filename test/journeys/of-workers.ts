// Journeys of social workers: a visit, writing that is kept, a plan in two windows, a drawing, a must-know, what is put right, a child away and kept safe.
import assert from 'node:assert/strict'
import type { Going } from './going.ts'
import type { Journey } from './journey.ts'

/** A picture of one point, so that a browser has something to show. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const value = async (at: Going, label: RegExp): Promise<string> => await at.page.getByLabel(label).first().inputValue()

const visit: Journey = {
  name: 'a social worker begins the day and records a visit with the child’s words; the home then knows both',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.open('Record a visit')
    await at.press('Samuel Ellis', at.page.locator('.kith-menu'))
    await at.write('When was it?', '31 Feb')
    await at.tick(/on their own/)
    await at.write(/in their own words/, 'I want the window side, like at Nan’s.')
    await at.write(/what we did and talked about/, 'You showed me your room, and we moved the bed.')
    await at.press('Save visit')
    await at.sees('There is something to put right')
    assert.equal(await value(at, /When was it/), '31 Feb')
    assert.equal(await value(at, /in their own words/), 'I want the window side, like at Nan’s.')
    assert.equal(await at.page.getByLabel(/on their own/).isChecked(), true)
    await at.write('When was it?', 'yesterday')
    await at.write('What is to be done', 'Ask for a reading lamp')
    await at.write(/What it is meant to change/, 'Samuel reads in bed')
    await at.write('By when', '12 Apr')
    await at.press('Save visit')
    await at.sees('Visit saved.', 'You showed me your room')
    await at.to('Actions')
    await at.sees('Ask for a reading lamp', 'So that: Samuel reads in bed')
    await at.to('Home')
    const row = at.page.getByRole('row').filter({ hasText: 'Samuel Ellis' })
    // Six weeks after the day before today.
    await row.getByText('Tue 11 May').waitFor()
    return ['I want the window side, like at Nan’s.']
  },
}

const unfinished: Journey = {
  name: 'writing that was left is found among what is unfinished, carried on, sent, and undone',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.press(/^Malik Zaman/)
    await at.press('Visits and notes')
    await at.press('Good news', at.page.getByRole('navigation', { name: 'Write' }))
    await at.write(/^To Malik/, 'You passed your driving theory.')
    await at.press('Keep and carry on later')
    await at.sees('Good news')
    await at.to('Home')
    await at.sees('Your unfinished writing')
    await at.press(/good news/i, at.page.locator('.kith-card', { hasText: 'Your unfinished writing' }))
    assert.equal(await value(at, /^To Malik/), 'You passed your driving theory.')
    await at.press('Save')
    await at.sees('Good news saved.', 'You passed your driving theory.')
    await at.press('Undo')
    assert.equal(
      await value(at, /^To Malik/),
      'You passed your driving theory.',
      'and what was written is a draft again',
    )
    await at.press(/^Malik Zaman/)
    await at.press('Visits and notes')
    await at.seesNot('You passed your driving theory.')
    return ['Nobody has written about a visit to Malik']
  },
}

const twoWindows: Journey = {
  name: 'one part of a plan is written in two windows: both texts are kept, and put together',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.press('Zara Ellis')
    await at.press('Plan and reviews')
    await at.press(/The whole plan/)
    await at.press('Begin the care plan')
    await at.press('Begin the care plan')
    await at.press('Family and friends')
    const second = await at.another()
    await second.go(`${at.path()}?fresh=1`)
    await second.write('Family and friends', 'Mum and Kai.')
    await second.press('Save this part')
    await second.sees('Saved in the plan.')
    await at.write('Family and friends', 'Mum and Aunt Bea.')
    await at.press('Save this part')
    await at.sees('Mum and Kai.')
    await at.page.locator('#_both_family').fill('Mum, Kai and Aunt Bea.')
    await at.press('Save this part')
    await at.sees('Saved in the plan.')
    await at.press(/Read the plan|The whole plan|Read/)
    return ['Mum, Kai and Aunt Bea.']
  },
}

const drawing: Journey = {
  name: 'a child’s drawing is added, refused without its file, and seen by the reviewing officer',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.press('Hana Joshi')
    await at.press('Documents')
    await at.press('Add a document')
    await at.write('Title', 'Gran’s house')
    await at.pick('What is it?', 'Drawing')
    await at.pick('Who did it come from?', 'Child')
    await at.tick('Ours, or given to us freely')
    await at.tick(/^Keep it for/)
    await at.press('Add document')
    await at.sees('There is something to put right')
    assert.equal(await value(at, /^Title/), 'Gran’s house')
    await at.attach('The file', { name: 'house.png', mimeType: 'image/png', buffer: POINT })
    await at.press('Add document')
    await at.sees('Gran’s house')
    await at.be('Colin Treadwell')
    await at.search('Hana Joshi')
    await at.press('Hana Joshi')
    await at.press('Documents')
    await at.press('Gran’s house')
    await at.page.locator('.kith-picture').scrollIntoViewIfNeeded()
    await at.until(
      async () => (await at.page.evaluate<number>("document.querySelector('.kith-picture').naturalWidth")) === 1,
    )
    return ['Gran’s house', 'Drawing']
  },
}

const mustKnow: Journey = {
  name: 'a must-know is recorded and put right, and the night reads what stands now',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.press('Hana Joshi')
    await at.press('Record')
    await at.press('What whoever acts must know')
    await at.tick(/^Health/)
    await at.write(/What must whoever acts/, 'Penicillin makes her ill')
    assert.equal(await at.page.getByLabel('Out-of-hours team').isChecked(), true)
    await at.write(/looked at again/, '1 Jun 2027')
    await at.press('Save must-know')
    await at.sees('Must-know saved.')
    await at.press('Family and people')
    await at.press(
      /Put right|Correct/,
      at.page.locator('.kith-card li, .kith-card tr').filter({ hasText: 'Penicillin' }),
    )
    await at.write(/What must whoever acts/, 'Penicillin makes her very ill: say so at once')
    await at.press('Save correction')
    await at.sees(/^Corrected/)
    await at.be('Gareth Pugsley')
    await at.write('Name, birth date or number', 'Hana Joshi')
    await at.press('Find')
    await at.press('Hana Joshi')
    await at.seesNot('Penicillin makes her ill')
    return ['Penicillin makes her very ill: say so at once']
  },
}

const putRight: Journey = {
  name: 'a note is corrected, its history read, and then taken back with a reason',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.press('Aaliyah Abberley')
    await at.press('Visits and notes')
    await at.press('A note', at.page.getByRole('navigation', { name: 'Write' }))
    await at.tick('A call or message')
    await at.write(/^To Aaliyah/, 'Your aunt rang about Sunday.')
    await at.press('Save')
    await at.sees('Note saved.')
    await at.press(/A call or message/)
    await at.press(/^Correct/)
    await at.write(/The words of paragraph 1/, 'Your aunt rang about Saturday.')
    await at.press('Save correction')
    await at.sees(/^Note corrected/)
    await at.press(/A call or message/)
    await at.open(/^History/)
    await at.sees('Your aunt rang about Saturday.', 'Your aunt rang about Sunday.')
    await at.press(/^Take (it|this) back/)
    await at.write('Why', 'It was about another child.')
    await at.press('Take it back')
    await at.sees(/^Note taken back/)
    await at.seesNot('Your aunt rang about Saturday.')
    return ['Visits and notes']
  },
}

async function goesMissing(at: Going): Promise<void> {
  await at.be('Priya Kandola')
  await at.press(/^Malik Zaman/)
  await at.press('Record')
  await at.press(/a night away/)
  await at.tick('With family')
  await at.write(/^Where exactly/, 'At his cousin’s until Sunday.')
  await at.press('Save')
  await at.sees(/^Slept: with family/)
  await at.press('They are missing or away')
  await at.write('Since what time, if you know', '00:30')
  await at.write('Who reported it?', 'His cousin')
  await at.write('What was done at once?', 'Rang Malik and the police.')
  await at.press('Save report')
  await at.sees('Record it here when they are back.')
}

async function comesBack(at: Going): Promise<void> {
  await at.be('Priya Kandola')
  await at.press(/^Malik Zaman/)
  await at.press('Record')
  await at.press(/^They are back/)
  await at.write('The day they were back', 'today')
  await at.write('What time?', '06:10')
  await at.write(/^Where were they found/, 'He came home by bus.')
  await at.write('Who found them, or opened the door?', 'His key worker')
  await at.write('How are they?', 'Tired and hungry.')
  await at.tick('Where they live')
  await at.press('Save that they are back')
  await at.sees('A talk is owed within 72 hours.')
}

const away: Journey = {
  name: 'a night away, then missing, which the night reads; found, and the talk afterwards with the child’s words',
  tell: async (at) => {
    await goesMissing(at)
    await at.be('Gareth Pugsley')
    await at.write('Name, birth date or number', 'Malik Zaman')
    await at.press('Find')
    await at.press(/^Malik Zaman/)
    await at.sees(/^Malik Zaman is missing since/)
    await comesBack(at)
    await at.press(/^The talk afterwards/)
    await at.tick('Malik Zaman took it')
    await at.write('Who offered or held it?', 'Sam of the charity')
    await at.tick('Yes')
    await at.write(/^What we learned/, 'He misses his cousin.')
    await at.write(/^Malik Zaman, in their own words/, 'I only wanted to be with my cousin.')
    await at.tick(/agreed$/)
    await at.press('Save talk')
    await at.sees('Talk saved.')
    await at.press(/^Malik Zaman/)
    await at.press('Story')
    await at.sees('Went missing', 'Back the same day.')
    await at.press(/^Their voice/)
    return ['I only wanted to be with my cousin.']
  },
}

const LOOKED = [
  [/^What is known, and/, 'Two phones, his carer says.'],
  [/^What is not known/, 'Whose they are. Priya asks.'],
  [/^What keeps Samuel/, 'His Nan, and football.'],
  [/^What Samuel/, 'They are mine.'],
  [/^Who is worried/, 'His carer, because of the phones.'],
  [/^The level/, 'We are worried, and watch.'],
  [/^Who agreed it/, 'Priya Kandola, social worker'],
  [/^By when is it looked at/, '20 Apr'],
] as const

const keptSafe: Journey = {
  name: 'missing, with the hour at which the police were told; then what is known of exploitation, and a safety plan',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.press('Samuel Ellis')
    await at.press('Record')
    await at.press('They are missing or away')
    await at.write('Since what time, if you know', '00:30')
    await at.write('Who reported it?', 'His carer')
    await at.write('What was done at once?', 'Looked, and rang him.')
    await at.pick(/^How did the police grade/, 'Medium')
    await at.pick(/^Who$/, 'Police')
    await at.write(/^What time/, '00:50')
    await at.press('Save report')
    await at.sees('There is something to put right')
    await at.write(/^The day$/, 'today')
    await at.press('Save report')
    await at.press(/^Missing and safe/)
    await at.sees(/^Samuel is missing/, /^Police, Wed 31 Mar 2027, 00:50/)
    await at.press('Write what is known')
    await at.pick('What set this off?', 'A time missing')
    await at.write('When was that?', 'today')
    await at.tick(/^Criminal/)
    for (const [label, words] of LOOKED) await at.write(label, words)
    await at.tick('Yes, they see a risk')
    await at.press('Save')
    await at.sees('We are worried, and watch.')
    await at.press('Begin one')
    await at.press('Begin the safety plan')
    await at.press(/^Why it is written/)
    await at.write(/^Why it is written/, 'He was gone last night, and has two phones.')
    await at.press(/^Save (this part|the plan)/)
    await at.be('Imran Bashir')
    await at.to('Missing')
    await at.sees('1 child missing now', 'A risk seen, and no safety plan')
    await at.press('Samuel Ellis')
    return ['He was gone last night, and has two phones.', 'Being written, not agreed yet']
  },
}

export const OF_WORKERS: readonly Journey[] = [
  visit,
  unfinished,
  twoWindows,
  drawing,
  mustKnow,
  putRight,
  away,
  keptSafe,
]
