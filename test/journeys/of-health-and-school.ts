// Journeys of health and school: a refusal of a health assessment, and an unplanned ending to a new home and school.
import type { Journey } from './journey.ts'

const TABS = { name: /record$/ } as const

const refusal: Journey = {
  name: 'a young person says no to a health assessment: in their own words, by understanding, and offered again',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.press(/^Malik Zaman/)
    await at.press('Health', at.page.getByRole('navigation', TABS))
    await at.press('Record a health check')
    await at.press('record a yes or no')
    await at.pick('What was offered?', 'A review health assessment')
    await at.tick(/^No$/)
    await at.tick('The child or young person')
    await at.write('When was the answer given?', 'today')
    await at.write('In their own words', 'I went last year. I am fine.')
    await at.write(/offered again/, '1 Jun 2027')
    await at.press('Save answer')
    await at.sees('There is something to put right', /^Say whether they understand/)
    await at.tick('Yes, they understand')
    await at.press('Save answer')
    await at.sees('Answer saved.', /They understand and said no/)
    return [/I went last year\. I am fine\./, /It is offered again on Tue 1 Jun 2027/]
  },
}

const ending: Journey = {
  name: 'a home ends without a plan: the new home, the school that was left by it, a school asked, and lessons until then',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.press('Cass Ellis')
    await at.press('Where they live', at.page.getByRole('navigation', TABS))
    await at.press('They move home')
    await at.write('Since when are they there?', 'yesterday')
    await at.pick('What kind of home?', 'Foster carer')
    await at.write('Whose home is it?', 'Nora Stanwick')
    await at.tick('In an emergency')
    await at.write(/Why was there no plan/, 'Alison was taken ill in the night.')
    await at.pick('Why did the home before end?', 'The carer asked, for a reason of their own')
    await at.press('Save home')
    await at.sees(/^Home saved/)
    await at.to('Home')
    await at.press('Cass Ellis')
    await at.press('Learning', at.page.getByRole('navigation', TABS))
    await at.press(/^They leave/)
    await at.write(/no longer goes there/, 'today')
    await at.pick('Why did it end?', 'A move of home')
    await at.pick(/school year were they/, 'Year 8')
    await at.press('Save')
    await at.press('Record an application')
    await at.write('When?', 'today')
    await at.tick('During the school year')
    await at.write(/The school’s name/, 'Harrow Lane School')
    await at.press('Save application')
    await at.sees('Application saved.')
    await at.press('Learning meanwhile')
    await at.tick('Online lessons')
    await at.write('First day of it', 'today')
    await at.write('How many hours a week?', '10')
    await at.press('Save')
    return ['Harrow Lane School', 'Online lessons', /No answer yet on Wed 31 Mar 2027/]
  },
}

export const OF_HEALTH_AND_SCHOOL: readonly Journey[] = [refusal, ending]
