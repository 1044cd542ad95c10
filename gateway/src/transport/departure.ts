/** Tells whoever works for a caller that he has left. Cheaper than an AbortSignal: one is made for every request. */
export class Departure {
  #hasLeft = false;
  #listeners: Set<() => void> | null = null;

  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  leave(): void {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    for (const listener of this.#listeners ?? []) listener();
    this.#listeners = null;
  }

  on(listener: () => void): void {
    (this.#listeners ??= new Set()).add(listener);
  }

  off(listener: () => void): void {
    this.#listeners?.delete(listener);
  }
}
