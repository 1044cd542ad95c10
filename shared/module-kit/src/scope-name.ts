/** Container name of a module: one word, unique in the province. */
export function scopeOf(id: string): string {
  return `portal_${id.replaceAll('-', '_')}`;
}
