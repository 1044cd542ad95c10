import type { EntityManager } from 'typeorm';

/** The next number of a body, year and symbol; never given twice, whoever asks at the same moment. */
export async function allocateNumber(
  manager: EntityManager,
  register: { issuerId: string; year: number; symbol: string },
): Promise<string> {
  const [row] = (await manager.query(
    `insert into number_register (issuer_id, year, symbol, last_number) values ($1, $2, $3, 1)
     on conflict (issuer_id, year, symbol) do update set last_number = number_register.last_number + 1 returning last_number`,
    [register.issuerId, register.year, register.symbol],
  )) as { last_number: number }[];
  return `${String(row?.last_number ?? 1).padStart(2, '0')}/${register.symbol}`;
}

/** A plan that was numbered elsewhere uses up its number here too. */
export async function reserveNumber(
  manager: EntityManager,
  register: { issuerId: string; year: number; symbol: string },
  number: string,
): Promise<void> {
  await manager.query(
    `insert into number_register (issuer_id, year, symbol, last_number) values ($1, $2, $3, $4)
     on conflict (issuer_id, year, symbol) do update set last_number = greatest(number_register.last_number, excluded.last_number)`,
    [register.issuerId, register.year, register.symbol, Number(number)],
  );
}
