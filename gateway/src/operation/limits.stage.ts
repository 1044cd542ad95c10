import { say } from '../http/problem.js';
import { excessOf } from './limits.rules.js';
import { refusal } from './refusal.js';
import type { Stage } from './stage.js';

const NAMES = {
  depth: ['độ sâu', 'depth'],
  rootFields: ['số trường gốc', 'root fields'],
  aliases: ['số bí danh', 'aliases'],
  fields: ['số trường', 'fields'],
} as const;

/** Refuses what is beyond a limit (PF-07), with the limit and what was asked. */
export const limitsStage: Stage = {
  name: 'limits',
  admit({ operation, context }) {
    const excess = excessOf(operation.facts);
    if (!excess) return;
    const { limit, allowed, asked } = excess;
    const [vi, en] = NAMES[limit];
    const message = say(
      context.locale,
      `Câu hỏi vượt giới hạn ${vi}: ${asked}, tối đa ${allowed}.`,
      `The operation is beyond the limit of ${en}: ${asked}, at most ${allowed}.`,
    );
    throw refusal(400, 'BAD_USER_INPUT', message, { limit: { name: limit, allowed, asked } });
  },
};
