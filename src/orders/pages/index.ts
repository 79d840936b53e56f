// Pages of orders: the forms of proceedings and of panels on secure accommodation.
export { courtForms } from './court-forms.tsx'
