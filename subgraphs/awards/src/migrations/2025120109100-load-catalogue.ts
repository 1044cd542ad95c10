import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CATALOGUE } from '../award-type/catalogue.js';

/** Loads the 28 titles and forms and their rule sets: reference data that every installation needs. */
export class LoadCatalogue2025120109100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `insert into award_type select * from jsonb_to_recordset($1::jsonb) as t
       (code text, name text, name_en text, kind text, level text, recipients text[], authorities text[], citation text, confidence text, note text, position int)`,
      [JSON.stringify(CATALOGUE.awardTypes.map(({ nameEn, ...row }) => ({ ...row, name_en: nameEn })))],
    );
    const ruleSets = CATALOGUE.ruleSets.map((row) => ({
      ...row,
      award_code: row.awardCode,
      valid_from: row.validFrom,
      valid_to: row.validTo,
    }));
    await q.query(
      `insert into rule_set select * from jsonb_to_recordset($1::jsonb) as t
       (id uuid, award_code text, valid_from date, valid_to date, source text, status text, enabled boolean, conditions jsonb, article text)`,
      [JSON.stringify(ruleSets)],
    );
    await q.query('insert into authority select * from jsonb_to_recordset($1::jsonb) as t (code text, name text, name_en text)', [
      JSON.stringify(CATALOGUE.authorities),
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('delete from authority; delete from rule_set; delete from award_type;');
  }
}
