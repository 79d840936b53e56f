// GET /records-given: which records were given to other councils, when, by whom and why.
import { dayWords } from '#calendar'
import { childrenCalled } from '#children'
import { Card, CardList, capital, EmptyState, InsetText, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { childrenGiven, givenOf } from '../store.ts'

export const TRANSFERS = '/records-given'
const LEAD = 'One child’s record, given to the council that looks after them now. The copy here takes no more writing.'

export async function showTransfers({ door, who, query }: Visit): Promise<Answer> {
  const { rows, of, names, workers, ...at } = await door.as(who, async (asking) => {
    const all = await childrenGiven(asking)
    const found = pageOf(all, Number(query('page') ?? 1))
    const rows = await givenOf(asking, found.rows)
    for (const { child, line } of rows) await asking.note('read that a record was given away', child, { line })
    return {
      ...{ ...found, rows, of: all.length },
      names: await childrenCalled(asking, found.rows),
      workers: await workersCalled(
        asking,
        rows.map(({ recorded_by: by }) => by),
      ),
    }
  })
  const main = (
    <>
      <PageHead title="Records given to other councils" lead={LEAD} />
      <Stack>
        <Card title="Given" count={of} flush>
          {of === 0 ? (
            <EmptyState title="No record was given to another council">
              Whoever holds the keys does it on the command line, for a named person: kith transfer.
            </EmptyState>
          ) : (
            <CardList
              items={rows.map(({ child, to_council: to, given_on: on, recorded_by: by, words }) => (
                <>
                  <a href={`/children/${child}`}>
                    {capital(names.get(child) ?? 'a child without a name')}: to {to}
                  </a>
                  <span class="kith-note">
                    {dayWords(on)}, by {workers.get(by) ?? 'somebody'}
                  </span>
                  <span class="kith-note">
                    {words === undefined ? 'The reason was taken out of sight.' : `“${words}”`}
                  </span>
                </>
              ))}
            />
          )}
        </Card>
        <Pages {...at} of={of} to={(number) => `${TRANSFERS}?page=${number}`} links />
        <InsetText>
          Each stays here as it was for as long as the law asks that it is kept. Taking a record in from another council
          is not part of Kith yet: file what comes as documents.
        </InsetText>
      </Stack>
    </>
  )
  return page({ title: 'Records given to other councils', here: TRANSFERS, main })
}
