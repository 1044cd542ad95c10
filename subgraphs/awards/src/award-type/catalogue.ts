import authorities from './authorities.data.json' with { type: 'json' };
import catalogue from './catalogue.data.json' with { type: 'json' };
import instruments from './instruments.data.json' with { type: 'json' };
import type { Instrument } from '../eligibility/rule-set.rules.js';
import { awardTypeRows, ruleSetRows, type CatalogueAward } from './catalogue.rows.js';

const awards = catalogue.awards as unknown as CatalogueAward[];

/** The catalogue of titles and forms as rows (R-222…R-226): what the seed writes and the rule engine's tests judge by. */
export const CATALOGUE = {
  awardTypes: awardTypeRows(awards),
  ruleSets: ruleSetRows(awards),
  authorities,
};

/** Which decree or local text stood behind a condition at a date. */
export const INSTRUMENTS = instruments as Instrument[];
