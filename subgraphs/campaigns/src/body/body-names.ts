import type { EntityManager } from 'typeorm';
import { BodyNameEntity } from './body-name.entity.js';
import { bodyKey, isCentral, placeKey } from './body-name.rules.js';

export interface KnownBody {
  readonly organisationId: string;
  readonly departmentId: string | null;
  readonly isGuest: boolean;
}

/** Resolves printed names of one document, in one statement however many names. */
export class BodyNames {
  readonly #rows = new Map<string, BodyNameEntity>();

  private constructor(
    rows: readonly BodyNameEntity[],
    private readonly place: string,
  ) {
    for (const row of rows) this.#rows.set(`${row.nameKey}|${row.placeKey}`, row);
  }

  static async read(manager: EntityManager, names: readonly string[], place: string | null): Promise<BodyNames> {
    const keys = [...new Set(names.map((name) => bodyKey(name).name))];
    const rows =
      keys.length === 0 ? [] : await manager.createQueryBuilder(BodyNameEntity, 'b').where('b.name_key = any(:keys)', { keys }).getMany();
    return new BodyNames(rows, placeKey(place));
  }

  /** The body a printed name stands for in this document's province, if it has been met before. */
  find(printed: string | null): KnownBody | null {
    if (!printed) return null;
    const { name, place } = bodyKey(printed);
    return this.#rows.get(`${name}|${isCentral(name) ? '' : placeKey(place ?? this.place)}`) ?? null;
  }

  /** A unit is named inside its department: "Văn phòng Sở" is another body in every department. */
  findUnit(printed: string, departmentId: string | null): KnownBody | null {
    return departmentId ? (this.#rows.get(`${bodyKey(printed).name}|${departmentId}`) ?? null) : null;
  }
}

/** Remembers how a body was printed; a name that is known already keeps its body. */
export async function learnBodyName(manager: EntityManager, printed: string, place: string | null, body: KnownBody): Promise<void> {
  const { name, place: own } = bodyKey(printed);
  await manager.query(
    'insert into body_name (name_key, place_key, organisation_id, department_id, is_guest) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [name, isCentral(name) ? '' : placeKey(own ?? place), body.organisationId, body.departmentId, body.isGuest],
  );
}
