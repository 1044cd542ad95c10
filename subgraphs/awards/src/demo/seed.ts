import type { Transaction } from '@thidua/server';

export async function seedDemo(_tx: Transaction, _fixture: string): Promise<void> {}
