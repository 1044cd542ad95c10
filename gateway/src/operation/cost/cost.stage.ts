import { say } from '../../http/problem.js';
import type { Budgets } from '../../clients/budget.js';
import type { ClientLimits } from '../../clients/client.limits.js';
import type { GatewayContext } from '../../graph/graph.engine.js';
import { refusal } from '../refusal.js';
import type { OperationRequest, Stage } from '../stage.js';
import type { OperationCosts } from './operation-cost.js';

export interface CostParts {
  costs: OperationCosts;
  budgets: Budgets;
  limitsOf: (actor: GatewayContext['actor']) => ClientLimits;
  /** Requests of an integrator today, this one not yet. */
  requestsToday: (client: string) => number;
  noteRequest: (client: string) => void;
  now?: () => number;
}

type LimitName = 'cost' | 'costPerMinute' | 'requestsPerMinute' | 'requestsPerDay';

const WORDS: Record<LimitName, readonly [string, string]> = {
  cost: ['chi phí của một câu hỏi', 'cost of one operation'],
  costPerMinute: ['chi phí mỗi phút', 'cost per minute'],
  requestsPerMinute: ['số câu hỏi mỗi phút', 'operations per minute'],
  requestsPerDay: ['số câu hỏi mỗi ngày', 'operations per day'],
};
const REMEDIES: Record<LimitName, readonly [string, string]> = {
  cost: ['Hỏi ít dòng hơn (first) hoặc chia thành nhiều câu hỏi.', 'Ask for fewer rows (first), or in several operations.'],
  costPerMinute: ['Chờ rồi hỏi lại; «retryAfter» là số giây.', 'Wait and ask again; `retryAfter` tells the seconds.'],
  requestsPerMinute: ['Chờ rồi hỏi lại; «retryAfter» là số giây.', 'Wait and ask again; `retryAfter` tells the seconds.'],
  requestsPerDay: ['Hỏi tiếp vào ngày mai, hoặc xin hạn mức lớn hơn.', 'Go on tomorrow, or ask for a larger quota.'],
};

/** Refuses what costs more than a caller may ask, at once or per minute or day, with the number and the limit. */
export function costStage(parts: CostParts): Stage {
  const { costs, budgets, limitsOf, requestsToday, noteRequest, now = Date.now } = parts;
  return {
    name: 'cost',
    admit({ operation, variables, context }) {
      const limits = limitsOf(context.actor);
      if (limits.expiresAt !== null && limits.expiresAt <= now()) throw expired(context);
      const cost = costs.of(operation, variables, limits.costPerRequest ?? undefined);
      context.cost.charged = cost;
      if (limits.costPerRequest !== null && cost > limits.costPerRequest) throw beyond(context, 'cost', limits.costPerRequest, cost);
      const { kind, id } = context.actor;
      const client = limits.requestsPerDay === null ? '' : `integrator:${id}`;
      if (limits.requestsPerDay !== null) {
        const asked = requestsToday(client) + 1;
        if (asked > limits.requestsPerDay) throw beyond(context, 'requestsPerDay', limits.requestsPerDay, asked);
      }
      if (limits.requestsPerMinute !== null)
        take(context, budgets, 'requestsPerMinute', `${kind}:${id} requests`, 1, limits.requestsPerMinute);
      if (limits.costPerMinute !== null) take(context, budgets, 'costPerMinute', `${kind}:${id} cost`, cost, limits.costPerMinute);
      if (limits.requestsPerDay !== null) noteRequest(client);
    },
  };
}

/** What an admitted operation was charged. */
export const chargedFor = ({ context }: OperationRequest): number => context.cost.charged ?? 0;

function take(context: GatewayContext, budgets: Budgets, name: LimitName, bucket: string, amount: number, allowed: number): void {
  const wait = budgets.take(bucket, amount, allowed);
  if (wait !== null) throw beyond(context, name, allowed, amount, wait);
}

function beyond({ locale }: GatewayContext, name: LimitName, allowed: number, asked: number, retryAfter?: number): Error {
  const [vi, en] = WORDS[name];
  const [doVi, doEn] = REMEDIES[name];
  const message = say(
    locale,
    `Câu hỏi vượt giới hạn ${vi}: ${asked}, tối đa ${allowed}.`,
    `The operation is beyond the limit of ${en}: ${asked}, at most ${allowed}.`,
  );
  return refusal(name === 'cost' ? 400 : 429, 'BAD_USER_INPUT', message, {
    limit: { name, allowed, asked },
    remedy: say(locale, doVi, doEn),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

const expired = ({ locale }: GatewayContext): Error =>
  refusal(403, 'FORBIDDEN', say(locale, 'Quyền truy cập của hệ thống này đã hết hạn.', 'This client’s access has expired.'), {
    reason: 'CLIENT_EXPIRED',
    remedy: say(locale, 'Liên hệ quản trị cấp tỉnh để gia hạn.', 'Ask the provincial administrator to extend it.'),
  });
