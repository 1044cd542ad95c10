import type { EntityManager } from 'typeorm';
import { placeKey } from '../body/body-name.rules.js';
import type { LegalBasis } from '../plan-import/legal-bases.rules.js';
import { documentIdentity, numberKey, undatedIdentity } from './identity.rules.js';
import { LegalDocumentEntity } from './legal-document.entity.js';

/** The registered documents that the citations of one plan may mean; one statement however many citations. */
export class KnownDocuments {
  private constructor(
    private readonly rows: readonly LegalDocumentEntity[],
    private readonly place: string,
  ) {}

  static async read(manager: EntityManager, bases: readonly LegalBasis[], planPlace: string | null): Promise<KnownDocuments> {
    const place = placeKey(planPlace);
    const numbers = bases.map((basis) => numberKey(basis.number)).filter((key) => key !== '');
    const identities = bases.filter((basis) => !basis.number).map((basis) => documentIdentity(basis, place));
    const rows = await manager
      .createQueryBuilder(LegalDocumentEntity, 'd')
      .where('d.number_key = any(:numbers) or d.identity_key = any(:identities)', { numbers, identities })
      .getMany();
    return new KnownDocuments(rows, place);
  }

  identity(basis: LegalBasis): string {
    return documentIdentity(basis, this.place);
  }

  /** The document with this identity; a citation without date means the only one that differs in nothing else. */
  find(basis: LegalBasis): LegalDocumentEntity | null {
    const identity = this.identity(basis);
    const exact = this.rows.find((row) => row.identityKey === identity);
    if (exact || basis.date !== null || basis.year !== undefined) return exact ?? null;
    const open = this.rows.filter((row) => undatedIdentity(row.identityKey) === undatedIdentity(identity));
    return open.length === 1 ? (open[0] ?? null) : null;
  }
}
