/** Where registered (trusted) documents are found by their SHA-256 (hex). */
export interface DocumentSource {
  /** The text, at once when it is near; null = not registered. @throws when it cannot be told */
  find(hash: string): string | null | Promise<string | null>;
}

/** Who may register texts by their hash on the way (automatic persisted queries), and where they are kept. */
export interface AutomaticDocuments {
  mayUse(actor: { readonly kind: string }): boolean;
  find(hash: string): string | null | Promise<string | null>;
  /** Called with a text that was valid. */
  keep(hash: string, text: string): void;
}
