/** Vue's numbers of watchers and event handlers in production, its words in development. */
const ACTS = /#runtime-[2-6]$|^watcher|event handler$/;

/** True for an error in something a person did (a click, a watcher), which costs that act; false for one that left the page undrawn. */
export function isActError(info: string): boolean {
  return ACTS.test(info);
}
