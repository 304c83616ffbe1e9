// Written by `npm run build` from the files beside it.
import type { PackFiles } from '../../pack/pack.ts'
import categoriesCampaigns from './categories/campaigns.json' with { type: 'json' }
import categoriesMeetings from './categories/meetings.json' with { type: 'json' }
import categoriesRetaliationAndOther from './categories/retaliation-and-other.json' with { type: 'json' }
import categoriesStaffConduct from './categories/staff-conduct.json' with { type: 'json' }
import categoriesStaffDuties from './categories/staff-duties.json' with { type: 'json' }
import checkIns from './check-ins.json' with { type: 'json' }
import clocksIntake from './clocks/intake.json' with { type: 'json' }
import clocksMeasures from './clocks/measures.json' with { type: 'json' }
import clocksProcedure from './clocks/procedure.json' with { type: 'json' }
import detriments from './detriments.json' with { type: 'json' }
import documents from './documents.json' with { type: 'json' }
import elements from './elements.json' with { type: 'json' }
import escalations from './escalations.json' with { type: 'json' }
import exceptions from './exceptions.json' with { type: 'json' }
import groups from './groups.json' with { type: 'json' }
import guardsAlways from './guards/always.json' with { type: 'json' }
import guardsBuiltIn from './guards/built-in.json' with { type: 'json' }
import guardsConditions from './guards/conditions.json' with { type: 'json' }
import holidays from './holidays.json' with { type: 'json' }
import interimMeasures from './interim-measures.json' with { type: 'json' }
import notices from './notices.json' with { type: 'json' }
import outsideLimits from './outside-limits.json' with { type: 'json' }
import pack from './pack.json' with { type: 'json' }
import parties from './parties.json' with { type: 'json' }
import remedies from './remedies.json' with { type: 'json' }
import riskFactors from './risk-factors.json' with { type: 'json' }
import riskRows from './risk-rows.json' with { type: 'json' }
import routes from './routes.json' with { type: 'json' }
import statesMain from './states/main.json' with { type: 'json' }
import statesMeasures from './states/measures.json' with { type: 'json' }
import subjects from './subjects.json' with { type: 'json' }
import terms from './terms.json' with { type: 'json' }
import transitionsAlways from './transitions/always.json' with { type: 'json' }
import transitionsInquiry from './transitions/inquiry.json' with { type: 'json' }
import transitionsIntake from './transitions/intake.json' with { type: 'json' }
import transitionsMeasures from './transitions/measures.json' with { type: 'json' }
import transitionsOutcome from './transitions/outcome.json' with { type: 'json' }
import transitionsReview from './transitions/review.json' with { type: 'json' }
import verdicts from './verdicts.json' with { type: 'json' }
import wordsArCategories from './words/ar/categories.json' with { type: 'json' }
import wordsArCheckIns from './words/ar/check-ins.json' with { type: 'json' }
import wordsArClocks from './words/ar/clocks.json' with { type: 'json' }
import wordsArDetriments from './words/ar/detriments.json' with { type: 'json' }
import wordsArDocuments from './words/ar/documents.json' with { type: 'json' }
import wordsArElements from './words/ar/elements.json' with { type: 'json' }
import wordsArEscalations from './words/ar/escalations.json' with { type: 'json' }
import wordsArExceptions from './words/ar/exceptions.json' with { type: 'json' }
import wordsArGroups from './words/ar/groups.json' with { type: 'json' }
import wordsArGuards from './words/ar/guards.json' with { type: 'json' }
import wordsArHolidays from './words/ar/holidays.json' with { type: 'json' }
import wordsArInterimMeasures from './words/ar/interim-measures.json' with { type: 'json' }
import wordsArNotices from './words/ar/notices.json' with { type: 'json' }
import wordsArOutsideLimits from './words/ar/outside-limits.json' with { type: 'json' }
import wordsArPack from './words/ar/pack.json' with { type: 'json' }
import wordsArParties from './words/ar/parties.json' with { type: 'json' }
import wordsArRemedies from './words/ar/remedies.json' with { type: 'json' }
import wordsArRiskFactors from './words/ar/risk-factors.json' with { type: 'json' }
import wordsArRiskRows from './words/ar/risk-rows.json' with { type: 'json' }
import wordsArRoutes from './words/ar/routes.json' with { type: 'json' }
import wordsArStates from './words/ar/states.json' with { type: 'json' }
import wordsArSubjects from './words/ar/subjects.json' with { type: 'json' }
import wordsArTerms from './words/ar/terms.json' with { type: 'json' }
import wordsArTransitions from './words/ar/transitions.json' with { type: 'json' }
import wordsArVerdicts from './words/ar/verdicts.json' with { type: 'json' }
import wordsEnCategories from './words/en/categories.json' with { type: 'json' }
import wordsEnCheckIns from './words/en/check-ins.json' with { type: 'json' }
import wordsEnClocks from './words/en/clocks.json' with { type: 'json' }
import wordsEnDetriments from './words/en/detriments.json' with { type: 'json' }
import wordsEnDocuments from './words/en/documents.json' with { type: 'json' }
import wordsEnElements from './words/en/elements.json' with { type: 'json' }
import wordsEnEscalations from './words/en/escalations.json' with { type: 'json' }
import wordsEnExceptions from './words/en/exceptions.json' with { type: 'json' }
import wordsEnGroups from './words/en/groups.json' with { type: 'json' }
import wordsEnGuards from './words/en/guards.json' with { type: 'json' }
import wordsEnHolidays from './words/en/holidays.json' with { type: 'json' }
import wordsEnInterimMeasures from './words/en/interim-measures.json' with { type: 'json' }
import wordsEnNotices from './words/en/notices.json' with { type: 'json' }
import wordsEnOutsideLimits from './words/en/outside-limits.json' with { type: 'json' }
import wordsEnPack from './words/en/pack.json' with { type: 'json' }
import wordsEnParties from './words/en/parties.json' with { type: 'json' }
import wordsEnRemedies from './words/en/remedies.json' with { type: 'json' }
import wordsEnRiskFactors from './words/en/risk-factors.json' with { type: 'json' }
import wordsEnRiskRows from './words/en/risk-rows.json' with { type: 'json' }
import wordsEnRoutes from './words/en/routes.json' with { type: 'json' }
import wordsEnStates from './words/en/states.json' with { type: 'json' }
import wordsEnSubjects from './words/en/subjects.json' with { type: 'json' }
import wordsEnTerms from './words/en/terms.json' with { type: 'json' }
import wordsEnTransitions from './words/en/transitions.json' with { type: 'json' }
import wordsEnVerdicts from './words/en/verdicts.json' with { type: 'json' }
import wordsEsCategories from './words/es/categories.json' with { type: 'json' }
import wordsEsCheckIns from './words/es/check-ins.json' with { type: 'json' }
import wordsEsClocks from './words/es/clocks.json' with { type: 'json' }
import wordsEsDetriments from './words/es/detriments.json' with { type: 'json' }
import wordsEsDocuments from './words/es/documents.json' with { type: 'json' }
import wordsEsElements from './words/es/elements.json' with { type: 'json' }
import wordsEsEscalations from './words/es/escalations.json' with { type: 'json' }
import wordsEsExceptions from './words/es/exceptions.json' with { type: 'json' }
import wordsEsGroups from './words/es/groups.json' with { type: 'json' }
import wordsEsGuards from './words/es/guards.json' with { type: 'json' }
import wordsEsHolidays from './words/es/holidays.json' with { type: 'json' }
import wordsEsInterimMeasures from './words/es/interim-measures.json' with { type: 'json' }
import wordsEsNotices from './words/es/notices.json' with { type: 'json' }
import wordsEsOutsideLimits from './words/es/outside-limits.json' with { type: 'json' }
import wordsEsPack from './words/es/pack.json' with { type: 'json' }
import wordsEsParties from './words/es/parties.json' with { type: 'json' }
import wordsEsRemedies from './words/es/remedies.json' with { type: 'json' }
import wordsEsRiskFactors from './words/es/risk-factors.json' with { type: 'json' }
import wordsEsRiskRows from './words/es/risk-rows.json' with { type: 'json' }
import wordsEsRoutes from './words/es/routes.json' with { type: 'json' }
import wordsEsStates from './words/es/states.json' with { type: 'json' }
import wordsEsSubjects from './words/es/subjects.json' with { type: 'json' }
import wordsEsTerms from './words/es/terms.json' with { type: 'json' }
import wordsEsTransitions from './words/es/transitions.json' with { type: 'json' }
import wordsEsVerdicts from './words/es/verdicts.json' with { type: 'json' }
import wordsFrCategories from './words/fr/categories.json' with { type: 'json' }
import wordsFrCheckIns from './words/fr/check-ins.json' with { type: 'json' }
import wordsFrClocks from './words/fr/clocks.json' with { type: 'json' }
import wordsFrDetriments from './words/fr/detriments.json' with { type: 'json' }
import wordsFrDocuments from './words/fr/documents.json' with { type: 'json' }
import wordsFrElements from './words/fr/elements.json' with { type: 'json' }
import wordsFrEscalations from './words/fr/escalations.json' with { type: 'json' }
import wordsFrExceptions from './words/fr/exceptions.json' with { type: 'json' }
import wordsFrGroups from './words/fr/groups.json' with { type: 'json' }
import wordsFrGuards from './words/fr/guards.json' with { type: 'json' }
import wordsFrHolidays from './words/fr/holidays.json' with { type: 'json' }
import wordsFrInterimMeasures from './words/fr/interim-measures.json' with { type: 'json' }
import wordsFrNotices from './words/fr/notices.json' with { type: 'json' }
import wordsFrOutsideLimits from './words/fr/outside-limits.json' with { type: 'json' }
import wordsFrPack from './words/fr/pack.json' with { type: 'json' }
import wordsFrParties from './words/fr/parties.json' with { type: 'json' }
import wordsFrRemedies from './words/fr/remedies.json' with { type: 'json' }
import wordsFrRiskFactors from './words/fr/risk-factors.json' with { type: 'json' }
import wordsFrRiskRows from './words/fr/risk-rows.json' with { type: 'json' }
import wordsFrRoutes from './words/fr/routes.json' with { type: 'json' }
import wordsFrStates from './words/fr/states.json' with { type: 'json' }
import wordsFrSubjects from './words/fr/subjects.json' with { type: 'json' }
import wordsFrTerms from './words/fr/terms.json' with { type: 'json' }
import wordsFrTransitions from './words/fr/transitions.json' with { type: 'json' }
import wordsFrVerdicts from './words/fr/verdicts.json' with { type: 'json' }

/** The model pack as it lies here: the rules, and their words in each language. */
export const modelFolder: PackFiles = {
  'categories/campaigns.json': categoriesCampaigns,
  'categories/meetings.json': categoriesMeetings,
  'categories/retaliation-and-other.json': categoriesRetaliationAndOther,
  'categories/staff-conduct.json': categoriesStaffConduct,
  'categories/staff-duties.json': categoriesStaffDuties,
  'check-ins.json': checkIns,
  'clocks/intake.json': clocksIntake,
  'clocks/measures.json': clocksMeasures,
  'clocks/procedure.json': clocksProcedure,
  'detriments.json': detriments,
  'documents.json': documents,
  'elements.json': elements,
  'escalations.json': escalations,
  'exceptions.json': exceptions,
  'groups.json': groups,
  'guards/always.json': guardsAlways,
  'guards/built-in.json': guardsBuiltIn,
  'guards/conditions.json': guardsConditions,
  'holidays.json': holidays,
  'interim-measures.json': interimMeasures,
  'notices.json': notices,
  'outside-limits.json': outsideLimits,
  'pack.json': pack,
  'parties.json': parties,
  'remedies.json': remedies,
  'risk-factors.json': riskFactors,
  'risk-rows.json': riskRows,
  'routes.json': routes,
  'states/main.json': statesMain,
  'states/measures.json': statesMeasures,
  'subjects.json': subjects,
  'terms.json': terms,
  'transitions/always.json': transitionsAlways,
  'transitions/inquiry.json': transitionsInquiry,
  'transitions/intake.json': transitionsIntake,
  'transitions/measures.json': transitionsMeasures,
  'transitions/outcome.json': transitionsOutcome,
  'transitions/review.json': transitionsReview,
  'verdicts.json': verdicts,
  'words/ar/categories.json': wordsArCategories,
  'words/ar/check-ins.json': wordsArCheckIns,
  'words/ar/clocks.json': wordsArClocks,
  'words/ar/detriments.json': wordsArDetriments,
  'words/ar/documents.json': wordsArDocuments,
  'words/ar/elements.json': wordsArElements,
  'words/ar/escalations.json': wordsArEscalations,
  'words/ar/exceptions.json': wordsArExceptions,
  'words/ar/groups.json': wordsArGroups,
  'words/ar/guards.json': wordsArGuards,
  'words/ar/holidays.json': wordsArHolidays,
  'words/ar/interim-measures.json': wordsArInterimMeasures,
  'words/ar/notices.json': wordsArNotices,
  'words/ar/outside-limits.json': wordsArOutsideLimits,
  'words/ar/pack.json': wordsArPack,
  'words/ar/parties.json': wordsArParties,
  'words/ar/remedies.json': wordsArRemedies,
  'words/ar/risk-factors.json': wordsArRiskFactors,
  'words/ar/risk-rows.json': wordsArRiskRows,
  'words/ar/routes.json': wordsArRoutes,
  'words/ar/states.json': wordsArStates,
  'words/ar/subjects.json': wordsArSubjects,
  'words/ar/terms.json': wordsArTerms,
  'words/ar/transitions.json': wordsArTransitions,
  'words/ar/verdicts.json': wordsArVerdicts,
  'words/en/categories.json': wordsEnCategories,
  'words/en/check-ins.json': wordsEnCheckIns,
  'words/en/clocks.json': wordsEnClocks,
  'words/en/detriments.json': wordsEnDetriments,
  'words/en/documents.json': wordsEnDocuments,
  'words/en/elements.json': wordsEnElements,
  'words/en/escalations.json': wordsEnEscalations,
  'words/en/exceptions.json': wordsEnExceptions,
  'words/en/groups.json': wordsEnGroups,
  'words/en/guards.json': wordsEnGuards,
  'words/en/holidays.json': wordsEnHolidays,
  'words/en/interim-measures.json': wordsEnInterimMeasures,
  'words/en/notices.json': wordsEnNotices,
  'words/en/outside-limits.json': wordsEnOutsideLimits,
  'words/en/pack.json': wordsEnPack,
  'words/en/parties.json': wordsEnParties,
  'words/en/remedies.json': wordsEnRemedies,
  'words/en/risk-factors.json': wordsEnRiskFactors,
  'words/en/risk-rows.json': wordsEnRiskRows,
  'words/en/routes.json': wordsEnRoutes,
  'words/en/states.json': wordsEnStates,
  'words/en/subjects.json': wordsEnSubjects,
  'words/en/terms.json': wordsEnTerms,
  'words/en/transitions.json': wordsEnTransitions,
  'words/en/verdicts.json': wordsEnVerdicts,
  'words/es/categories.json': wordsEsCategories,
  'words/es/check-ins.json': wordsEsCheckIns,
  'words/es/clocks.json': wordsEsClocks,
  'words/es/detriments.json': wordsEsDetriments,
  'words/es/documents.json': wordsEsDocuments,
  'words/es/elements.json': wordsEsElements,
  'words/es/escalations.json': wordsEsEscalations,
  'words/es/exceptions.json': wordsEsExceptions,
  'words/es/groups.json': wordsEsGroups,
  'words/es/guards.json': wordsEsGuards,
  'words/es/holidays.json': wordsEsHolidays,
  'words/es/interim-measures.json': wordsEsInterimMeasures,
  'words/es/notices.json': wordsEsNotices,
  'words/es/outside-limits.json': wordsEsOutsideLimits,
  'words/es/pack.json': wordsEsPack,
  'words/es/parties.json': wordsEsParties,
  'words/es/remedies.json': wordsEsRemedies,
  'words/es/risk-factors.json': wordsEsRiskFactors,
  'words/es/risk-rows.json': wordsEsRiskRows,
  'words/es/routes.json': wordsEsRoutes,
  'words/es/states.json': wordsEsStates,
  'words/es/subjects.json': wordsEsSubjects,
  'words/es/terms.json': wordsEsTerms,
  'words/es/transitions.json': wordsEsTransitions,
  'words/es/verdicts.json': wordsEsVerdicts,
  'words/fr/categories.json': wordsFrCategories,
  'words/fr/check-ins.json': wordsFrCheckIns,
  'words/fr/clocks.json': wordsFrClocks,
  'words/fr/detriments.json': wordsFrDetriments,
  'words/fr/documents.json': wordsFrDocuments,
  'words/fr/elements.json': wordsFrElements,
  'words/fr/escalations.json': wordsFrEscalations,
  'words/fr/exceptions.json': wordsFrExceptions,
  'words/fr/groups.json': wordsFrGroups,
  'words/fr/guards.json': wordsFrGuards,
  'words/fr/holidays.json': wordsFrHolidays,
  'words/fr/interim-measures.json': wordsFrInterimMeasures,
  'words/fr/notices.json': wordsFrNotices,
  'words/fr/outside-limits.json': wordsFrOutsideLimits,
  'words/fr/pack.json': wordsFrPack,
  'words/fr/parties.json': wordsFrParties,
  'words/fr/remedies.json': wordsFrRemedies,
  'words/fr/risk-factors.json': wordsFrRiskFactors,
  'words/fr/risk-rows.json': wordsFrRiskRows,
  'words/fr/routes.json': wordsFrRoutes,
  'words/fr/states.json': wordsFrStates,
  'words/fr/subjects.json': wordsFrSubjects,
  'words/fr/terms.json': wordsFrTerms,
  'words/fr/transitions.json': wordsFrTransitions,
  'words/fr/verdicts.json': wordsFrVerdicts,
}
