/** True when two values of JSON are equal, whatever the order of keys. A field that is absent equals one that is undefined. */
export function sameData(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Array.from(keys).every((key) => sameData((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]));
}
