type Version = readonly [number, number, number];

function parse(version: string): Version | null {
  const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version);
  return match ? [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)] : null;
}

function compare(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** First version outside a caret range: the next one that differs in the left-most number that is not zero. */
function caretEnd([major, minor, patch]: Version): Version {
  if (major > 0) return [major + 1, 0, 0];
  return minor > 0 ? [0, minor + 1, 0] : [0, 0, patch + 1];
}

/**
 * Does a version lie in a range? Knows what package.json files of modules use: `^1.2.3`, `~1.2.3`, `>=1.2.3`, `1.2.3`, `*`,
 * alternatives by `||`. Anything else does not fit: better a module that says why than one that breaks half way.
 */
export function fits(version: string, range: string): boolean {
  const have = parse(version);
  return have !== null && range.split('||').some((part) => fitsOne(have, part.trim()));
}

function fitsOne(have: Version, range: string): boolean {
  if (range === '*') return true;
  const match = /^(\^|~|>=)?\s*(\d+(?:\.\d+){0,2})$/.exec(range);
  const want = match?.[2] ? parse(match[2]) : null;
  if (!match || !want) return false;
  if (match[1] === undefined) return compare(have, want) === 0;
  if (compare(have, want) < 0) return false;
  if (match[1] === '>=') return true;
  const end: Version = match[1] === '^' ? caretEnd(want) : [want[0], want[1] + 1, 0];
  return compare(have, end) < 0;
}
