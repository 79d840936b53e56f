// The look: the components from which every page is made, and the theme that they wear; pure.
export { capital } from './capital.ts'
export { type CouncilColours, type CouncilTheme, contrast, councilTheme } from './council-theme.ts'
export { BackLink } from './govuk/back-link.tsx'
export { type Breadcrumb, Breadcrumbs } from './govuk/breadcrumbs.tsx'
export { Button } from './govuk/button.tsx'
export { CharacterCount } from './govuk/character-count.tsx'
export { type Checkbox, Checkboxes } from './govuk/checkboxes.tsx'
export type { Choice } from './govuk/choices.tsx'
export { DateInput, type DatePart } from './govuk/date-input.tsx'
export { Details } from './govuk/details.tsx'
export { ErrorMessage } from './govuk/error-message.tsx'
export { type ErrorLine, ErrorSummary } from './govuk/error-summary.tsx'
export { Fieldset } from './govuk/fieldset.tsx'
export { FileUpload } from './govuk/file-upload.tsx'
export { GenericHeader } from './govuk/generic-header.tsx'
export { Hint } from './govuk/hint.tsx'
export { Input } from './govuk/input.tsx'
export { InsetText } from './govuk/inset-text.tsx'
export { Label } from './govuk/label.tsx'
export { NotificationBanner } from './govuk/notification-banner.tsx'
export { Pagination } from './govuk/pagination.tsx'
export { Panel } from './govuk/panel.tsx'
export { Radios } from './govuk/radios.tsx'
export { Select, type SelectItem } from './govuk/select.tsx'
export { ServiceNavigation } from './govuk/service-navigation.tsx'
export { SkipLink } from './govuk/skip-link.tsx'
export { SummaryList, type SummaryRow } from './govuk/summary-list.tsx'
export { Table, type TableCell } from './govuk/table.tsx'
export { type Tab, Tabs } from './govuk/tabs.tsx'
export { Tag } from './govuk/tag.tsx'
export { Textarea } from './govuk/textarea.tsx'
export { WarningText } from './govuk/warning-text.tsx'
export { KithMark, markFile } from './mark.tsx'
export {
  type ActionRow,
  ActionRows,
  Card,
  CardList,
  EmptyState,
  FoldedCard,
  Notice,
  type Step,
  Steps,
} from './parts/card.tsx'
export {
  type ChildFacts,
  ChildHeader,
  type ChildHeaderProps,
  ChildTabs,
  type TabLink,
} from './parts/child-header.tsx'
export { ChildLine } from './parts/child-line.tsx'
export { type Chip, Chips } from './parts/chips.tsx'
export { ConflictDiff, type DiffPart, type DiffSide, DiffText } from './parts/conflict-diff.tsx'
export { type DutyCell, type DutyRow, DutyTable } from './parts/duty-table.tsx'
export { type Fact, Facts, FactWithSource, type FactWords, NOT_KNOWN, NotKnown } from './parts/facts.tsx'
export { FilterForm, SaveStatus, StickyBar } from './parts/forms.tsx'
export { DueMark, type Mark, Marks } from './parts/marks.tsx'
export { Menu, type MenuItem } from './parts/menu.tsx'
export { MustKnow, type MustKnowItem } from './parts/must-know.tsx'
export { Columns, PageHead, Stack } from './parts/page-head.tsx'
export { Pages, Paging, type PagingProps, pageAmong, pageOf } from './parts/paging.tsx'
export { Circle, PersonChip } from './parts/person-chip.tsx'
export { PrintHead } from './parts/print-head.tsx'
export { type Reason, ReasonsList } from './parts/reasons-list.tsx'
export { Beside, type RowLink, RowLinks } from './parts/row-links.tsx'
export { Timeline, type TimelineEntry } from './parts/timeline.tsx'
export { Voice } from './parts/voice.tsx'
