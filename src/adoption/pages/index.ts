// Pages of adoption: the forms of a panel and of a notice of special guardianship.
export { panelForms } from './panel-forms.tsx'
