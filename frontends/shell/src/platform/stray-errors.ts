/** A module's file as it stands in a stack: `/modules/<id>/~2/v/<release>/…`. */
const FILE = /\/modules\/([a-z][a-z0-9-]*)\/(?:~[\w]+\/)?v\/([\w.-]+)\//;

export interface Origin {
  readonly module: string;
  readonly release: string;
}

/** Whose script a stack or address comes from: the innermost frame of a module; null for the shell's own. */
export function originOf(source: string): Origin | null {
  const match = FILE.exec(source);
  return match?.[1] && match[2] ? { module: match[1], release: match[2] } : null;
}

/** Errors in timers and promises, where no component stands in between: told apart by the script they come from. */
export function watchStrayErrors(onError: (origin: Origin, error: unknown) => void): void {
  const handle = (error: unknown, source: string): void => {
    const origin = originOf(source);
    if (origin) onError(origin, error);
  };
  addEventListener('error', (event) => handle(event.error ?? event.message, `${stackOf(event.error)} ${event.filename}`));
  addEventListener('unhandledrejection', (event) => handle(event.reason, stackOf(event.reason)));
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : '';
}
