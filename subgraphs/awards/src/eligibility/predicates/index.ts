import type { Predicate } from '../predicate.types.js';
import { collectiveRating, consecutiveRating, performanceRating, ratingCountWithin } from './rating.predicates.js';
import { absenceWorkingDays, noPendingOrActiveDiscipline, serviceMonthsInYear } from './service.predicates.js';
import { combatIngenuity, initiativeRecognised, recipientGroup, scienceWorkAccepted } from './work.predicates.js';
import { awardHeld, consecutiveTitle, meetsCriteriaOf, titleCountWithin } from './title.predicates.js';
import { memberRatingPercent, memberTitleCount, memberTitlePercent } from './collective.predicates.js';
import { manualFinding } from './manual.predicates.js';
import { noPetitionUnderVerification } from './petition.predicates.js';

/** Every predicate of the catalogue that can be decided from facts. Whatever is not here is judged REVIEW. */
export const PREDICATES: Record<string, Predicate> = {
  performance_rating: performanceRating,
  collective_rating: collectiveRating,
  consecutive_rating: consecutiveRating,
  consecutive_collective_rating: consecutiveRating,
  rating_count_within: ratingCountWithin,
  service_months_in_year: serviceMonthsInYear,
  absence_working_days: absenceWorkingDays,
  no_pending_or_active_discipline: noPendingOrActiveDiscipline,
  initiative_recognised: initiativeRecognised,
  science_work_accepted: scienceWorkAccepted,
  combat_ingenuity: combatIngenuity,
  recipient_group: recipientGroup,
  meets_criteria_of: meetsCriteriaOf,
  // Decision of the house: the 2022 text "title_held LĐTT" of CSTĐCS means "meets the criteria of" (L-05).
  title_held: meetsCriteriaOf,
  award_held: awardHeld,
  consecutive_title: consecutiveTitle,
  title_count_within: titleCountWithin,
  member_title_percent: memberTitlePercent,
  member_rating_percent: memberRatingPercent,
  member_title_count: memberTitleCount,
  criteria_set_by: manualFinding,
  no_petition_under_verification: noPetitionUnderVerification,
};
