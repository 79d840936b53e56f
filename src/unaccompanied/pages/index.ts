// Pages of unaccompanied children: the forms of arrival, age, status and the search for family.
export { unaccompaniedForms } from './unaccompanied-forms.tsx'
