/** Codes of thrown faults (`extensions.code`). Business refusals are typed results and have reasons, not codes. */
export const FAULT_CODES = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'BAD_USER_INPUT', 'UNAVAILABLE', 'INTERNAL'] as const;
export type FaultCode = (typeof FAULT_CODES)[number];
/** Code on a path whose subgraph did not answer; `extensions.service` names it. */
export const SUBGRAPH_UNAVAILABLE = 'SUBGRAPH_UNAVAILABLE';
