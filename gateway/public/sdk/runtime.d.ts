export interface ClientOptions {
  /** Address of the graph: `https://…/graphql`. */
  readonly url: string;
  /** An access token, or where to get one; else client credentials are used. */
  readonly token?: string | (() => Promise<string>);
  readonly tokenUrl?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Language of texts and messages. */
  readonly locale?: 'vi' | 'en';
  /** The same id asks for the same answer: give it again when a call timed out. */
  readonly requestId?: string;
}

export interface GraphError {
  readonly message: string;
  readonly path?: ReadonlyArray<string | number>;
  readonly extensions?: { readonly code?: string; readonly service?: string };
}

export interface Answer<T> {
  readonly data: T;
  /** Parts that could not be had; they are null in `data`. */
  readonly errors: ReadonlyArray<GraphError>;
  readonly requestId: string;
}

/** The graph gave no data at all. */
export declare class GraphFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly errors: ReadonlyArray<GraphError>;
}
