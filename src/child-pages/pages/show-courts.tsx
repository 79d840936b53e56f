// Courts and panels: proceedings, panels on secure accommodation, adoption panels, and notices of special guardianship.
import { adoptionPanelsOf, PANEL_ABOUT, PANEL_DECISIONS } from '#adoption'
import { dayWords } from '#calendar'
import type { Version } from '#database'
import { Columns, Stack } from '#look'
import { type CourtRecord, courtRecordOf, PANEL_OUTCOMES } from '#orders'
import { saidOf } from '#people'
import { type OfRows, Rows } from './fact-rows.tsx'
import { tabPage } from './tab-page.tsx'

type Facts = CourtRecord & {
  /** undefined: not for this reader. */
  readonly panels: readonly Version<'kith.adoption_panel'>[] | undefined
}

export const showCourts = tabPage<Facts>({
  here: 'plan',
  title: 'Courts and panels',
  read: async (asking, { id, sees }) => ({
    ...(await courtRecordOf(asking, id)),
    panels: sees.has('adoption') ? await adoptionPanelsOf(asking, id) : undefined,
  }),
  main: (facts, frame) => (
    <>
      <h2 class="govuk-heading-m">Courts and panels</h2>
      <Columns>
        <Stack>
          <Rows {...proceedingsOf(facts)} frame={frame} scope="legal" />
          <Rows {...guardiansOf(facts)} frame={frame} scope="legal" />
        </Stack>
        <Stack>
          <Rows {...secureOf(facts)} frame={frame} scope="legal" />
          {facts.panels !== undefined && <Rows {...adoptionOf(facts.panels)} frame={frame} scope="adoption" />}
        </Stack>
      </Columns>
    </>
  ),
})

const timesWords = (n: number): string => (n === 0 ? 'not extended' : n === 1 ? 'extended once' : `extended ${n} times`)
const proceedingsOf = ({ proceedings }: Facts): OfRows => ({
  ...{
    title: 'Court proceedings',
    path: 'proceedings',
    does: 'Record proceedings',
    none: 'No proceedings are recorded.',
  },
  rows: proceedings.map(({ id, issued, extensions, final, words }) => ({
    ...{ id, words, head: `Issued ${dayWords(issued)}` },
    note: `${timesWords(extensions)} · ${final === null ? 'not over yet' : `over ${dayWords(final)}`}`,
  })),
})
const guardiansOf = ({ guardians }: Facts): OfRows => ({
  ...{ title: 'Special guardianship: notices', path: 'guardianship-notices', does: 'Record a notice' },
  none: 'Nobody has given notice that they mean to be special guardian.',
  rows: guardians.map(({ id, received, reported, withdrawn, words }) => ({
    ...{ id, words, head: `Received ${dayWords(received)}` },
    note:
      withdrawn !== null
        ? `withdrawn ${dayWords(withdrawn)}`
        : reported === null
          ? 'the report is not finished'
          : `report finished ${dayWords(reported)}`,
  })),
})
const secureOf = ({ secure }: Facts): OfRows => ({
  ...{ title: 'Panels on secure accommodation', path: 'secure-panels', does: 'Record a panel' },
  none: 'No panel is recorded. One is asked for within a month of a secure accommodation order.',
  rows: secure.map(({ id, held, outcome, words }) => ({
    ...{ id, words, head: dayWords(held), note: saidOf(PANEL_OUTCOMES, outcome) },
  })),
})
const told = (how: string, day: string | null): string =>
  day === null ? `parents not told ${how} yet` : `parents told ${how} ${dayWords(day)}`
const adoptionOf = (panels: readonly Version<'kith.adoption_panel'>[]): OfRows => ({
  ...{
    title: 'Adoption panels',
    path: 'adoption-panels',
    does: 'Record a panel',
    none: 'No adoption panel is recorded.',
  },
  rows: panels.map(({ id, about, received, decided, outcome, told_orally, told_in_writing, words }) => ({
    ...{ id, words, head: saidOf(PANEL_ABOUT, about) },
    note: [
      `minutes ${dayWords(received)}`,
      ...(decided === null
        ? ['not decided yet']
        : [
            `${saidOf(PANEL_DECISIONS, outcome).toLowerCase()}, ${dayWords(decided)}`,
            told('by word of mouth', told_orally),
            told('in writing', told_in_writing),
          ]),
    ].join(' · '),
  })),
})
