import { naturalId, type AssertedActor } from '@thidua/contracts';
import { businessClock } from '@thidua/server';
import type { DataSource } from 'typeorm';
import { grantsOf } from '../src/role/grants.service.js';

/** 15 December 2025, 09:00 in Vietnam. */
const DEMO_DAY = '2025-12-15T09:00:00+07:00';

export const org = (key: string): string => naturalId('organisation', key);
export const person = (key: string): string => naturalId('person', key);
export const council = (key: string): string => naturalId('council', key);
export const bloc = (key: string): string => naturalId('bloc', key);

/** The caller as the gateway would assert him: the demo account's own grants of the day. */
export async function demoActor(dataSource: DataSource, sub: string, instant: string = DEMO_DAY): Promise<AssertedActor> {
  const { found, actor } = await grantsOf(dataSource.manager, businessClock(instant), sub);
  if (!found) throw new Error(`no demo account ${sub}`);
  return actor;
}
