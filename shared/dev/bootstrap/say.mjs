/** Progress goes to stderr, so that commands whose output is data stay clean. */
export function say(sentence) {
  process.stderr.write(`  ${sentence}\n`);
}

/** An expected end: one clear sentence instead of a stack trace. */
export class Stop extends Error {}
