import type { VotedNominationsQuery } from '../generated/graphql.js';

export type VotedLine = NonNullable<NonNullable<VotedNominationsQuery['organisation']>['nominations']>['nodes'][number];

/** Voted nominations by title that no draft holds yet: who may enter one, and how many the council did not pass. */
export function draftGroups(lines: readonly VotedLine[]): { award: VotedLine['award']; passed: VotedLine[]; notPassed: number }[] {
  const groups = new Map<string, { award: VotedLine['award']; passed: VotedLine[]; notPassed: number }>();
  for (const line of lines.filter(({ decision }) => decision === null)) {
    const group = groups.get(line.award.code) ?? { award: line.award, passed: [], notPassed: 0 };
    if (line.votes?.passed) group.passed.push(line);
    else group.notPassed += 1;
    groups.set(line.award.code, group);
  }
  return [...groups.values()];
}
