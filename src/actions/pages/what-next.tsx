// The fields of what happens next: one row for each thing to be done, with what it is meant to change for the child.
import type { FC } from 'hono/jsx'
import { AddRow, DayField, inRow, LineField, type Of, RemoveRow, rowsIn } from '#forms'

export const WhatNext: FC<{ readonly of: Of; readonly name: string }> = ({ of, name }) => {
  const rows = rowsIn(of, 'next')
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What happens next, if anything</legend>
      {rows.map((at) => (
        <div class="kith-row">
          <LineField of={inRow(of, at)} name="next" label="What is to be done" />
          <LineField of={inRow(of, at)} name="intended" label={`What it is meant to change for ${name}`} />
          <DayField of={inRow(of, at)} name="by_when" label="By when" looks="ahead" />
          {rows.length > 1 && <RemoveRow row="next" at={at} what={`number ${at + 1}`} />}
        </div>
      ))}
      <AddRow row="next">Add another</AddRow>
    </fieldset>
  )
}
