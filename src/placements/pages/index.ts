// Pages of care and homes for the return: how care ended, a legal status, who provides a home and where it is, each put right.
export { returnCorrections } from './return-corrections.tsx'
