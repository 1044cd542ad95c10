/** Name of the header by which the gateway asks what an answer rests on, and in which a subgraph tells it (JSON). */
export const READS_HEADER = 'x-thidua-reads';

/** What an answer of a subgraph rests on, as seen while it was made. Whatever else could change it makes it not keepable. */
export interface AnswerReads {
  /** Tables that were read. */
  topics: string[];
  /** Somebody looked at who asks: the answer is for this caller alone. */
  caller?: true;
  /** Business day that was looked at. */
  day?: string;
  /** `@Allow`s that were passed: whoever passes them gets this answer. */
  access?: string[];
}

/** Why an answer must not be kept: the database of another subgraph, the instant, a table nobody watches, a change. */
export interface NotKeepable {
  not: string;
}

/** Body of a signed `POST /changes`. */
export interface ChangesQuestion {
  /** Position of an earlier answer; null = only where we are. */
  since: string | null;
}

/** What has been committed in a subgraph's database since a position. */
export interface ChangesAnswer {
  /** Everything kept under another epoch is void: another database, another start of it, another release of the subgraph. */
  epoch: string;
  /** Where the database is now. */
  position: string;
  /** Business day of the subgraph now. */
  day: string;
  /** Changed tables; null = it cannot be told, everything may have changed. */
  topics: string[] | null;
}
