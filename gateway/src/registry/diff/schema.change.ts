/** How a change touches those who use the graph today. */
export type ChangeLevel = 'breaking' | 'dangerous' | 'safe';

/** One difference between two graphs as clients see them. */
export interface SchemaChange {
  readonly level: ChangeLevel;
  /** A `BreakingChangeType` or `DangerousChangeType` of graphql-js, or one of ours. */
  readonly type: string;
  /** Schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `@directive`. */
  readonly coordinate: string;
  readonly message: { readonly vi: string; readonly en: string };
  /** Output fields (`Type.field`) of the older graph whose users may notice: what operations and traffic are compared with. */
  readonly touches: readonly string[];
}
