// One part of the agreed plan, shown on the tab that it is about.
import type { FC } from 'hono/jsx'
import { Card, EmptyState } from '#look'

export const PlanPart: FC<{ readonly title: string; readonly words: string | undefined }> = ({ title, words }) => (
  <Card title={title}>
    {words === undefined ? (
      <EmptyState>No agreed plan says anything here yet.</EmptyState>
    ) : (
      words.split('\n').map((line) => <p>{line}</p>)
    )}
  </Card>
)
