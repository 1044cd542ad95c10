import type { OrganisationAwardFacts } from '@thidua/contracts';
import { lookedAtOn, peopleInScope, personEntry, unitsInScope } from './scope.rules.js';
import { awardNameOf, satisfies } from './title-scale.rules.js';
import type { Entry, Missing, Tally, TargetFacts, TargetRule, Text } from './target.types.js';
import { COLLECTIVES, dayText, PEOPLE, say } from './words.rules.js';

type AwardRow = OrganisationAwardFacts['rows'][number];

/** R-160…R-162: who holds or is proposed for the title, of the people or the collectives in scope. */
export function tallyTitle(rule: TargetRule, facts: TargetFacts, today: string): Tally | Missing {
  if (!facts.staff) return { missing: true, word: 'NO_DATA', why: say('chưa có dữ liệu nhân sự', 'no staff data') };
  if (!facts.awards) return { missing: true, word: 'NO_DATA', why: say('chưa có dữ liệu khen thưởng', 'no award data') };
  const held = bestRows(facts.awards.rows, rule);
  const entries = rule.collective ? collectiveEntries(rule, facts, today, held) : individualEntries(rule, facts, today, held);
  const counted = entries.filter((entry) => entry.list === 'COUNTED');
  const whole = entries.filter((entry) => entry.list !== 'OUT_OF_SCOPE').length;
  const proposedOnly = counted.some((entry) => held.get(entry.personId ?? entry.organisationId ?? '')?.stage === 'PROPOSED');
  const tally: Tally = {
    part: counted.length,
    whole,
    entries,
    provisional: proposedOnly,
    final: false,
    noun: rule.collective ? COLLECTIVES : PEOPLE,
  };
  return rule.outer && rule.reading === 'OUTER' ? withinOuter(rule, rule.outer, tally, facts, today) : tally;
}

/** Per nominee the strongest proof: decided before proposed, then the higher title (which satisfies the lower, R-162). */
function bestRows(rows: readonly AwardRow[], rule: TargetRule): Map<string, AwardRow> {
  const nomineeType = rule.collective ? 'Organisation' : 'Person';
  const best = new Map<string, AwardRow>();
  for (const row of rows) {
    if (row.year !== rule.year || row.nomineeType !== nomineeType || !rule.awardCode || !satisfies(row.awardCode, rule.awardCode)) continue;
    const known = best.get(row.nomineeId);
    if (!known || (known.stage === 'PROPOSED' && row.stage === 'DECIDED')) best.set(row.nomineeId, row);
  }
  return best;
}

function proof(row: AwardRow): { detail: Text; reason: Text; evidence: Text } {
  const name = awardNameOf(row.awardCode);
  if (row.stage === 'PROPOSED') {
    return {
      detail: say(name, name),
      reason: say('đang được đề nghị', 'proposed, not decided yet'),
      evidence: say('Danh sách đề nghị', 'List of nominations'),
    };
  }
  const decision = `${row.decisionNumber ?? ''}${row.decidedOn ? ` ngày ${dayText(row.decidedOn)}` : ''}`.trim();
  const decisionEn = `${row.decisionNumber ?? ''}${row.decidedOn ? ` of ${dayText(row.decidedOn)}` : ''}`.trim();
  return {
    detail: say(name, name),
    reason: say('đã có quyết định', 'decided'),
    evidence: say(`Quyết định ${decision}`, `Decision ${decisionEn}`),
  };
}

function individualEntries(rule: TargetRule, facts: TargetFacts, today: string, held: Map<string, AwardRow>): Entry[] {
  const { inside, outside } = peopleInScope(facts.staff!, lookedAtOn(today, rule.cutOff), rule.year);
  const entries = inside.map((person) => {
    const row = held.get(person.member.personId);
    if (!row) return personEntry('NOT_COUNTED', person, say('chưa có danh hiệu', 'no title'), noProposal(rule), null);
    const { detail, reason, evidence } = proof(row);
    return personEntry('COUNTED', person, detail, reason, evidence);
  });
  return [...entries, ...outside];
}

const noProposal = (rule: TargetRule): Text =>
  say(
    `không có trong danh sách “${awardNameOf(rule.awardCode ?? '')}” năm ${rule.year}`,
    `not on the ${rule.year} list of “${awardNameOf(rule.awardCode ?? '')}”`,
  );

function collectiveEntries(rule: TargetRule, facts: TargetFacts, today: string, held: Map<string, AwardRow>): Entry[] {
  return unitsInScope(facts.staff!, lookedAtOn(today, rule.cutOff)).map((unit): Entry => {
    const row = held.get(unit.id);
    const relation = unit.relation === 'DIRECTLY_UNDER' ? say('trực thuộc', 'directly under') : say('thuộc', 'belonging');
    const base = { personId: null, organisationId: unit.id, label: unit.name };
    if (!row) return { ...base, list: 'NOT_COUNTED', detail: relation, reason: noProposal(rule), evidence: null };
    const { detail, reason, evidence } = proof(row);
    return { ...base, list: 'COUNTED', detail: say(`${relation.vi} · ${detail.vi}`, `${relation.en} · ${detail.en}`), reason, evidence };
  });
}

/** "trong đó …": the denominator is what the outer target counted, and only those can count (R-160, R-161). */
function withinOuter(rule: TargetRule, outer: TargetRule, all: Tally, facts: TargetFacts, today: string): Tally | Missing {
  const around = tallyTitle(outer, facts, today);
  if ('missing' in around) return around;
  const idOf = (entry: Entry): string => entry.personId ?? entry.organisationId ?? '';
  const counted = new Set(around.entries.filter((entry) => entry.list === 'COUNTED').map(idOf));
  const outerName = awardNameOf(outer.awardCode ?? '');
  const entries = all.entries.flatMap((entry): Entry[] => {
    if (counted.has(idOf(entry))) return [entry];
    if (entry.list !== 'COUNTED') return [];
    return [{ ...entry, list: 'OUT_OF_SCOPE', reason: say(`không nằm trong số “${outerName}”`, `not among the “${outerName}”`) }];
  });
  return {
    ...all,
    part: entries.filter((entry) => entry.list === 'COUNTED').length,
    whole: counted.size,
    entries,
    provisional: all.provisional || around.provisional,
  };
}
