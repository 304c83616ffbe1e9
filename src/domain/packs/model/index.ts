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

/** The model pack: the rules that an office begins with and may swap or edit, each line with its source and mark. */
export const modelFiles: PackFiles = {
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
}
