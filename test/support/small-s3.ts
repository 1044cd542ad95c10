import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A store that speaks just enough S3: put, get, head, delete, list with pages; it looks for a signature, it does not check one. */
export interface SmallS3 {
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  /** Requests that came, such as `PUT alpha/v/…`. */
  readonly requests: string[];
  close(): Promise<void>;
}

const PAGE = 5;

export async function startSmallS3(bucket: string): Promise<SmallS3> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://s3.invalid');
      const [, place, ...rest] = decodeURIComponent(url.pathname).split('/');
      const key = rest.join('/');
      requests.push(`${request.method} ${key}`);
      const isSigned = /^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/us-east-1\/s3\//.test(request.headers.authorization ?? '');
      if (!isSigned || place !== bucket) return void response.writeHead(403).end();
      if (key === '') return void response.end(list(objects, url.searchParams));
      if (request.method === 'PUT') {
        objects.set(key, Buffer.concat(chunks));
        return void response.end();
      }
      if (request.method === 'DELETE') {
        objects.delete(key);
        return void response.writeHead(204).end();
      }
      const found = objects.get(key);
      if (!found) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
      response.end(request.method === 'HEAD' ? undefined : found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function list(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).toSorted();
  const from = Number(query.get('continuation-token') ?? 0);
  const page = keys.slice(from, from + PAGE).map((key) => `<Contents><Key>${key}</Key></Contents>`);
  const more = from + PAGE < keys.length ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult>${page.join('')}${more}</ListBucketResult>`;
}
