import { HEADERS } from '@thidua/contracts/web';

/** Answer of the host's upload door. */
export interface UploadedFile {
  readonly fileId: string;
  readonly size: number;
  readonly sha256: string;
}

/** A file that was not taken. `code`: `TOO_BIG`, `UNAUTHENTICATED`, `UNAVAILABLE` or `NETWORK`. */
export class UploadError extends Error {
  constructor(readonly code: 'TOO_BIG' | 'UNAUTHENTICATED' | 'UNAVAILABLE' | 'NETWORK') {
    super(code);
  }
}

const CODES: Readonly<Record<number, UploadError['code']>> = { 401: 'UNAUTHENTICATED', 403: 'UNAUTHENTICATED', 413: 'TOO_BIG' };

/**
 * Sends the bytes to the subgraph that will own them, through the host.
 * @throws {UploadError}
 */
export async function uploadFile(subgraph: string, file: File, csrfToken: string): Promise<UploadedFile> {
  let response: Response;
  try {
    response = await fetch(`/upload/${subgraph}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': file.type || 'application/octet-stream',
        [HEADERS.csrf]: csrfToken,
        [HEADERS.fileName]: encodeURIComponent(file.name),
      },
      body: file,
    });
  } catch {
    throw new UploadError('NETWORK');
  }
  if (!response.ok) throw new UploadError(CODES[response.status] ?? 'UNAVAILABLE');
  return (await response.json()) as UploadedFile;
}
