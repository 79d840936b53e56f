// The fields of notices as any form asks them, and how their rows are read.
export { decideHomeNotices, type HomeNotices, noticesStart, stillOwed } from '../home-notices.ts'
export { type Decider, NOTICE_ROWS, noticesIn } from '../notice-rows.ts'
export { NoticeFields, OneNotice } from './notice-fields.tsx'
