import { z } from 'zod';

/** `graphql-transport-ws`: the protocol of the library graphql-ws. */
export const PROTOCOL = 'graphql-transport-ws';

/** Codes with which a socket is closed; those above 4500 are ours. */
export const CLOSE = {
  RESTART: 1012,
  BAD_MESSAGE: 4400,
  NOT_ACKNOWLEDGED: 4401,
  FORBIDDEN: 4403,
  BAD_PROTOCOL: 4406,
  TOO_LATE: 4408,
  ALREADY_THERE: 4409,
  INIT_TWICE: 4429,
  FAULT: 4500,
  SLOW: 4508,
} as const;

const record = z.record(z.string(), z.unknown());
const id = z.string().min(1).max(200);

const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connection_init'), payload: record.nullish() }),
  z.object({ type: z.literal('ping'), payload: record.nullish() }),
  z.object({ type: z.literal('pong'), payload: record.nullish() }),
  z.object({
    type: z.literal('subscribe'),
    id,
    payload: z.object({
      query: z.string().optional(),
      documentId: z.string().optional(),
      operationName: z.string().nullish(),
      variables: record.nullish(),
      extensions: record.nullish(),
    }),
  }),
  z.object({ type: z.literal('complete'), id }),
]);

export type ClientMessage = z.infer<typeof message>;

/** Null = not a message of this protocol. */
export function readMessage(text: string): ClientMessage | null {
  try {
    return message.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
