import { demoProvince } from '../demo/index.js';

/** Somebody who can sign in. `key` is the subject of the token: the natural key of the person in the demo province. */
export interface Account {
  key: string;
  name: string;
  jobTitle: string;
  department: string | null;
  email: string;
}

/** A confidential client of the token endpoint that acts for itself. */
export interface IntegratorAccount {
  clientId: string;
  /** Subject of its tokens: the client key of the demo province. */
  subject: string;
  name: string;
}

/** The people of the demo province by upper-case key, the ones named in the journeys first. */
export function demoAccounts(): ReadonlyMap<string, Account> {
  const { people, others } = demoProvince();
  const accounts = [...people, ...others].map((person) => ({
    key: person.key,
    name: person.fullName,
    jobTitle: person.jobTitle,
    department: person.departmentKey,
    email: person.email,
  }));
  accounts.sort((a, b) => Number(a.key.includes('-')) - Number(b.key.includes('-')));
  return new Map(accounts.map((account) => [account.key.toUpperCase(), account]));
}

/** The accounts a newcomer is shown: those with a name of their own instead of a number. */
export function namedAccounts(): Account[] {
  return [...demoAccounts().values()].filter((account) => !account.key.includes('-'));
}

export function demoIntegrators(): IntegratorAccount[] {
  return demoProvince().clients.map((client) => ({ clientId: client.key.toLowerCase(), subject: client.key, name: client.name }));
}
