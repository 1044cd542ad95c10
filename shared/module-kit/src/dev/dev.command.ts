export interface DevOptions {
  readonly folder: string;
  readonly port: number;
  readonly graph: string | undefined;
  readonly token: string | undefined;
}
export async function dev(_options: DevOptions): Promise<number> {
  return 0;
}
