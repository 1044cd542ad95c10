import type { PlatformDatabase } from '../../platform/database.js';
import type { ChangeLevel } from '../diff/schema.change.js';

export interface LoggedChange {
  readonly level: ChangeLevel;
  readonly type: string;
  readonly coordinate: string;
  readonly vi: string;
  readonly en: string;
}

/** One line of the history: a supergraph that was put into use. */
export interface HistoryEntry {
  readonly version: number;
  /** Whose publication made it; null = several at once. */
  readonly subgraph: string | null;
  /** Version of that subgraph; null when it was taken out, or several changed at once. */
  readonly schemaVersion: number | null;
  readonly members: Readonly<Record<string, number>>;
  readonly by: string;
  readonly at: string;
  readonly isActive: boolean;
  readonly changes: readonly LoggedChange[];
}

/** The change log, newest first. @param subgraph only its own publications */
export async function readHistory(database: PlatformDatabase, limit: number, subgraph?: string): Promise<HistoryEntry[]> {
  type Row = Omit<HistoryEntry, 'at' | 'schemaVersion'> & { at: Date };
  const rows = await database.query<Row>(
    `select s.version, s.subgraph, s.members, s.composed_by as by, s.composed_at as at, a.version is not null as "isActive",
       coalesce((select json_agg(json_build_object('level', level, 'type', type, 'coordinate', coordinate, 'vi', vi, 'en', en) order by id)
         from gateway.schema_change where supergraph_version = s.version), '[]') as changes
     from gateway.supergraph_version s left join gateway.supergraph_active a using (version)
     where $2::text is null or s.subgraph = $2 order by s.version desc limit $1`,
    [limit, subgraph ?? null],
  );
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    schemaVersion: row.subgraph ? (row.members[row.subgraph] ?? null) : null,
  }));
}
