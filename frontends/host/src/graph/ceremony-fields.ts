/** Mutations that only the host's own pages may send; modules share the shell's realm and may not (decision on trust in modules). */
const CEREMONY_FIELDS = /\b(?:castBallot|signDecision)\b/;

/**
 * True when a document names a ceremony mutation anywhere, under whatever alias or fragment. GraphQL names cannot be escaped, so
 * the text is enough; a comment that names one is refused too, which costs nothing.
 */
export function namesCeremony(document: string): boolean {
  return CEREMONY_FIELDS.test(document);
}
