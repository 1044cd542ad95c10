import type { OrganisationAwardFacts } from '@thidua/contracts';
import { loader, type RequestContext } from '@thidua/server';
import type DataLoader from 'dataloader';
import { catalogueOf } from '../award-type/award-type.loader.js';
import { PROPOSED_STATES } from '../eligibility/own-facts.loader.js';
import { capOf, percentOf } from '../local-regulation/decimal.rules.js';
import { regulationAt } from '../local-regulation/regulation.rules.js';

type FactRow = OrganisationAwardFacts['rows'][number] & { departmentId: string; provinceId: string | null };

async function rowsOf(ctx: RequestContext, ids: string[]): Promise<FactRow[]> {
  return ctx.db.query(
    `select a.award_code as "awardCode", a.year, a.nominee_id as "nomineeId", a.nominee_type as "nomineeType", a.recipient_name as "nomineeName",
       a.unit_id as "unitId", 'DECIDED' as stage, a.nomination_id as "nominationId", d.number || '/' || d.symbol as "decisionNumber",
       d.date::text as "decidedOn", a.department_id as "departmentId", a.province_id as "provinceId"
     from award a join decision d on d.id = a.decision_id
     where a.status = 'IN_FORCE' and (a.department_id = any($1) or a.unit_id = any($1) or a.province_id = any($1))
     union all
     select n.award_code, n.year, n.nominee_id, n.nominee_type, n.nominee_name, n.unit_id, 'PROPOSED', n.id, null, null, n.department_id, n.province_id
     from nomination n where n.state = any($2) and (n.department_id = any($1) or n.unit_id = any($1) or n.province_id = any($1))
     order by 2 desc, 1, 5`,
    [ids, PROPOSED_STATES],
  );
}

const within = (row: FactRow, id: string): boolean => row.departmentId === id || row.unitId === id || row.provinceId === id;

/** Titles decided and proposed in an organisation, and its caps: what targets are computed from and compared with. */
export function awardFactsLoader(ctx: RequestContext): DataLoader<string, OrganisationAwardFacts> {
  return loader<string, OrganisationAwardFacts>(ctx, 'awards/award-facts', async (ids) => {
    const [rows, { regulations }] = await Promise.all([rowsOf(ctx, [...ids]), catalogueOf(ctx)]);
    return ids.map((id) => {
      const own = rows.filter((row) => within(row, id));
      const years = [...new Set(own.map((row) => row.year))];
      return {
        rows: own.map(({ departmentId: _department, provinceId: _province, ...row }) => row),
        quotas: years.flatMap((year) => quotasOf(regulations, own, id, year)),
      };
    });
  });
}

type Quotas = NonNullable<OrganisationAwardFacts['quotas']>;

function quotasOf(regulations: Parameters<typeof regulationAt>[0], rows: FactRow[], departmentId: string, year: number): Quotas {
  const codes = [...new Set(regulations.filter((row) => row.key === 'quota.percent').map((row) => row.awardCode))];
  return codes.flatMap((awardCode) => {
    const at = { awardCode, departmentId, date: `${year}-12-31` };
    const row = regulationAt(regulations, 'quota.percent', at);
    if (!row?.baseCode || !awardCode) return [];
    const base = new Set(rows.filter((fact) => fact.year === year && fact.awardCode === row.baseCode).map((fact) => fact.nomineeId)).size;
    const rounding = regulationAt(regulations, 'quota.rounding', at)?.value ?? 'floor';
    return [
      {
        awardCode,
        year,
        percent: row.value,
        ofAwardCode: row.baseCode,
        limit: capOf(base, percentOf(row.value), rounding),
        source: row.source,
      },
    ];
  });
}
