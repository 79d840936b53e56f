// Everything that is served: every route, every form and every place in the navigation, in one list.

import { panelForms } from '#adoption/pages'
import { allocationForms, letInRoutes, organisationPeopleForms } from '#allocations'
import { assessmentForms } from '#assessments/pages'
import { audienceForms, audienceRoutes } from '#audiences/pages'
import { campaignForms, campaignRoutes } from '#campaigns'
import { careEventForms, careEventPlaces, careEventRoutes } from '#care-events'
import { carersForms, carersPlaces, carersRoutes } from '#carers/pages'
import { childRoutes } from '#child-pages'
import { childrenCalled } from '#children'
import { reckonBirth } from '#clock'
import { complaintPlaces, complaintRoutes, complaintsForms } from '#complaints/pages'
import { councilFaceForms, councilFacePlaces, councilFaceRoutes, emergencyNumbers } from '#council-face'
import { distanceRoutes } from '#distance'
import { documentsForms, documentsRoutes, type UploadSettings } from '#documents'
import { planForms, schoolForms, schoolsForms, schoolsPlaces, schoolsRoutes } from '#education/pages'
import { familyForms } from '#family/pages'
import { fileRequestForms, fileRequestPlaces, fileRequestRoutes } from '#file-requests'
import { findingHomesForms, findingHomesPlaces, findingHomesRoutes } from '#finding-homes/pages'
import { type Form, formRoutes } from '#forms'
import { healthForms } from '#health/pages'
import { healthCareForms } from '#health-care/pages'
import { healthListForms, healthListPlaces, healthListRoutes } from '#health-lists/pages'
import { Decisions, decidingOf, homePlace, homeRoutes, reviewsPlace } from '#home'
import { homeDecisionForms } from '#home-decisions/pages'
import { homeRequestForms } from '#home-requests/pages'
import { improvementPlaces, improvementRoutes } from '#improvement'
import { inTrayForms, inTrayPlaces, inTrayRoutes } from '#in-tray'
import { type DecisionsCard, insightForms, insightPlaces, insightRoutes } from '#insight'
import { inspectionPlaces, inspectionRoutes } from '#inspection'
import { joiningForms, joiningPlaces, joiningRoutes } from '#joining'
import { careLeaverForms } from '#leaving-care/pages'
import { listPlaces, listRoutes } from '#lists'
import { matchingSettingsForms, matchingSettingsRoutes } from '#matching-settings/pages'
import { missingStepForms } from '#missing/pages'
import { courtForms } from '#orders/pages'
import { organisationForms, organisationPlaces, organisationRoutes, theirWorkerForms } from '#organisations'
import { outOfHoursPlaces, outOfHoursRoutes } from '#out-of-hours'
import { ownFileForms, ownFileRoutes } from '#own-file'
import { peopleForms } from '#people/pages'
import { permanenceForms } from '#permanence/pages'
import { placedHereForms, placedHerePlaces, placedHereRoutes } from '#placed-here'
import { returnCorrections } from '#placements/pages'
import { carePlanForms, planRoutes, textsKeptApart } from '#plans'
import { auditForms, auditPlaces, auditRoutes } from '#practice-audits/pages'
import { retentionForms, retentionPlaces, retentionRoutes } from '#retention/pages'
import { returnSettingsForms, returnSettingsPlaces, returnSettingsRoutes } from '#return-settings'
import { type Beside, returnForms, returnPlaces, returnRoutes } from '#return-work'
import { reviewingForms } from '#reviewing/pages'
import { reviewForms } from '#reviews/pages'
import { rulebookForms, rulebookPlaces, rulebookRoutes } from '#rulebook'
import { schoolTermForms, schoolTermRoutes } from '#school-terms'
import { schoolingForms } from '#schooling/pages'
import { sealingForms, sealingPlaces, sealingRoutes } from '#sealing'
import { type Finder, searchRoutes } from '#search'
import { sightForms, sightPlaces, sightRoutes } from '#sight'
import { providersBeside, signInForms, signInPlaces, signInRoutes } from '#sign-in'
import { otherSystemsForms, otherSystemsPlaces, otherSystemsRoutes } from '#sources/pages'
import { stabilityRoutes } from '#stability'
import { staysForms } from '#stays/pages'
import { storyRoutes } from '#story'
import { sufficiencyRoutes } from '#sufficiency'
import { supervisionForms, supervisionPlaces, supervisionRoutes } from '#supervision/pages'
import { transferPlaces, transferRoutes } from '#transfers'
import { unaccompaniedForms } from '#unaccompanied/pages'
import { visitForms } from '#visits/pages'
import type { Place, Route, Visit } from '#web'
import { wholeBoardRoutes } from '#whole-board'
import { teamForms, teamsPlaces, teamsRoutes } from '#workforce/pages'
import { writingForms, writingRoutes } from '#writing'

/** What children are called, for those whom the person may see. */
async function childNames({ door, who }: Visit, children: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return await door.as(who, async (asking) => await childrenCalled(asking, children))
}

/** As their home shows it, on the page of insight. */
const decisionsCard: DecisionsCard = async (asking, today) => Decisions(await decidingOf(asking, today))

/** How long a record is kept, who asked to read it, who complained, who has it now. */
const routesOfKeeping = (): readonly Route[] => [
  ...retentionRoutes(),
  ...fileRequestRoutes(),
  ...ownFileRoutes(),
  ...complaintRoutes(),
  ...transferRoutes(),
]
const formsOfKeeping: readonly Form[] = [...retentionForms, ...fileRequestForms, ...ownFileForms, ...complaintsForms]

const routesOfHomes = (council: string): readonly Route[] => [
  ...improvementRoutes(),
  ...carersRoutes(),
  ...distanceRoutes(),
  ...stabilityRoutes(),
  ...sufficiencyRoutes(),
  ...campaignRoutes(),
  ...wholeBoardRoutes(council),
  ...findingHomesRoutes(),
  ...matchingSettingsRoutes(),
]

/** Who works here, in which team or for which organisation. */
const routesOfPeople = ({ way }: Pick<Composing, 'way'>): readonly Route[] => [
  ...teamsRoutes(),
  ...organisationRoutes(providersBeside(way)),
  ...letInRoutes(),
]

/** Everything that is served, in one place: a test asks each route of it as everybody who must not, so that none escapes. */
export function everything(deps: Composing): {
  readonly routes: readonly Route[]
  readonly forms: readonly Form[]
  readonly navigation: readonly Place[]
} {
  const { door, council } = deps
  const emergency = async () => await emergencyNumbers(door, council.council)
  const forms = everyForm(deps)
  const paths = new Set<string>()
  const routes = [
    ...signInRoutes({ ...deps, emergency }),
    ...homeRoutes(forms),
    ...listRoutes(),
    ...searchRoutes(deps.finder),
    ...inTrayRoutes(),
    ...sightRoutes(),
    ...joiningRoutes(),
    ...sealingRoutes(),
    ...outOfHoursRoutes(deps.finder, forms),
    ...childRoutes(),
    ...audienceRoutes(),
    ...routesOfKeeping(),
    ...placedHereRoutes(),
    ...routesOfHomes(council.code),
    ...supervisionRoutes(),
    ...auditRoutes(),
    ...storyRoutes(),
    ...rulebookRoutes(),
    ...writingRoutes(),
    ...careEventRoutes(),
    ...councilFaceRoutes(deps),
    ...otherSystemsRoutes(),
    ...healthListRoutes(),
    ...routesOfSchools(),
    ...routesOfPeople(deps),
    ...returnRoutes({ beside: deps.beside, isThere: (path) => paths.has(path) }),
    ...returnSettingsRoutes(deps.uploads),
    ...inspectionRoutes({ postcodes: async (named) => await deps.beside.postcodes(named) }),
    ...insightRoutes(decisionsCard, { invented: deps.way.kind === 'choose' && council.demonstration }),
    ...planRoutes(),
    ...documentsRoutes(),
    ...formRoutes(forms, childNames, [textsKeptApart]),
  ]
  for (const { path } of routes) paths.add(path)
  return { routes, forms, navigation: PLACES }
}

const routesOfSchools = (): readonly Route[] => [...schoolsRoutes(), ...schoolTermRoutes()]

const PLACES: readonly Place[] = [
  homePlace,
  ...outOfHoursPlaces,
  ...listPlaces,
  reviewsPlace,
  ...supervisionPlaces,
  ...inTrayPlaces,
  ...insightPlaces,
  ...improvementPlaces,
  ...returnPlaces,
  ...returnSettingsPlaces,
  ...inspectionPlaces,
  ...rulebookPlaces,
  ...careEventPlaces,
  ...schoolsPlaces,
  ...teamsPlaces,
  ...organisationPlaces,
  ...retentionPlaces,
  ...fileRequestPlaces,
  ...complaintPlaces,
  ...carersPlaces,
  ...findingHomesPlaces,
  ...auditPlaces,
  ...placedHerePlaces,
  ...councilFacePlaces,
  ...sightPlaces,
  ...otherSystemsPlaces,
  ...healthListPlaces,
  ...joiningPlaces,
  ...transferPlaces,
  ...sealingPlaces,
  ...signInPlaces,
]

/** What administrators and leaders say of the council. */
const formsOfCouncil = (deps: Composing): readonly Form[] => [
  ...rulebookForms,
  ...councilFaceForms(deps),
  ...otherSystemsForms,
  ...schoolTermForms(deps.uploads),
  ...signInForms(deps),
  ...organisationForms(providersBeside(deps.way)),
  ...theirWorkerForms,
]

const formsOfHomes: readonly Form[] = [
  ...placedHereForms,
  ...carersForms,
  ...campaignForms,
  ...homeRequestForms,
  ...findingHomesForms,
  ...matchingSettingsForms,
]

/** What managers and who leads quality write of practice. */
const formsOfStaff: readonly Form[] = [...supervisionForms, ...auditForms, ...teamForms]

/** Who works with a child, of the council and of organisations. */
const formsOfWhoWorks: readonly Form[] = [...allocationForms, ...organisationPeopleForms]

const everyForm = (deps: Composing): readonly Form[] => [
  ...visitForms,
  ...writingForms,
  ...reviewForms,
  ...reviewingForms,
  ...formsOfStaff,
  ...permanenceForms,
  ...healthForms,
  ...assessmentForms,
  ...healthCareForms,
  ...healthListForms(deps.uploads),
  ...staysForms,
  ...planForms,
  ...schoolForms,
  ...schoolsForms,
  ...schoolingForms,
  ...formsOfWhoWorks,
  ...familyForms,
  ...audienceForms,
  ...formsOfKeeping,
  ...formsOfHomes,
  ...peopleForms(reckonBirth),
  ...careLeaverForms,
  ...unaccompaniedForms,
  ...homeDecisionForms,
  ...courtForms,
  ...panelForms,
  ...missingStepForms,
  ...returnCorrections,
  ...returnSettingsForms,
  ...careEventForms,
  ...inTrayForms,
  ...sightForms,
  ...joiningForms,
  ...sealingForms,
  ...returnForms,
  ...insightForms,
  ...carePlanForms,
  ...documentsForms(deps.uploads),
  ...formsOfCouncil(deps),
]
type Composing = Omit<Parameters<typeof signInRoutes>[0], 'emergency'> & { readonly uploads: UploadSettings } & {
  readonly finder: Finder
  readonly beside: Beside
}
