import { searchKey } from '@thidua/contracts';
import { connectQuery, fileStore, type ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { PlanEntity } from './plan.entity.js';
import type { PlanSection, PlanSource } from './plan.types.js';
import type { ExtractedSection } from '../plan-import/plan-extract.js';

export interface PlanFilter extends ConnectionArgs {
  organisation?: string;
  year?: number;
  search?: string;
}

/** Plans, newest first; of an organisation also those of its units. Search in title, number and theme, with or without marks. */
export function listPlans(ctx: RequestContext, filter: PlanFilter): Promise<Page<PlanEntity>> {
  const query = ctx.db.createQueryBuilder(PlanEntity, 'p').where('true');
  if (filter.organisation)
    query.andWhere('(p.issuer_id = :organisation or p.department_id = :organisation or p.unit_id = :organisation)', {
      organisation: filter.organisation,
    });
  if (filter.year) query.andWhere('p.year = :year', { year: filter.year });
  if (filter.search) query.andWhere(`p.search like '%' || :search || '%'`, { search: searchKey(filter.search) });
  return connectQuery(query, filter, [
    { sql: 'p.year', direction: 'DESC', of: (row) => String(row.year), cast: 'int' },
    {
      sql: '(coalesce(p.date_month, 0) * 32 + coalesce(p.date_day, 0))',
      direction: 'DESC',
      of: (row) => String((row.dateMonth ?? 0) * 32 + (row.dateDay ?? 0)),
      cast: 'int',
    },
    { sql: 'p.id', direction: 'ASC', of: (row) => row.id, cast: 'uuid' },
  ]);
}

/** The tree in printed order, each part with its level; spans point into the text. */
export function flatSections(sections: readonly ExtractedSection[]): PlanSection[] {
  return sections.flatMap((section) => [
    {
      id: section.id,
      label: section.label,
      heading: section.heading ?? '',
      level: section.level,
      start: section.start,
      end: section.end,
      paragraphs: [...section.paragraphs],
    },
    ...flatSections(section.children),
  ]);
}

/** The file as it was handed in, byte for byte. */
export async function planSource(ctx: RequestContext, plan: PlanEntity): Promise<PlanSource | null> {
  const file = plan.sourceFileId ? await fileStore(ctx.db).get(plan.sourceFileId) : null;
  if (!file) return null;
  return {
    fileId: file.id,
    name: plan.sourceFileName ?? file.name,
    mime: file.mime,
    sha256: file.sha256,
    size: file.size,
    base64: file.bytes.toString('base64'),
  };
}
