import { fileStore, refuse, type Refusal, type RequestContext } from '@thidua/server';
import { readSourceFile } from '../plan-import/source-file.js';
import { UNREADABLE, UnreadableFile } from '../plan-import/unreadable.js';
import type { PreviewPlanImportInput } from './plan-import.input.js';

export interface ImportSource {
  readonly text: string;
  readonly bytes: Buffer | null;
  readonly fileId: string | null;
  readonly fileName: string;
}

/** The text to import, from an uploaded file or as given; a file that cannot be read is refused with its remedy. */
export async function readImportSource(ctx: RequestContext, input: PreviewPlanImportInput): Promise<ImportSource | Refusal> {
  if ((input.fileId === undefined || input.fileId === null) === (input.text === undefined || input.text === null)) {
    return refuse(
      ctx,
      'ONE_SOURCE',
      'Hãy cho đúng một trong hai: tệp đã tải lên hoặc nguyên văn.',
      'Give exactly one: an uploaded file or the text.',
      { field: 'fileId' },
    );
  }
  const file = input.fileId ? await fileStore(ctx.db).get(input.fileId) : null;
  if (input.fileId && file?.ownerId !== ctx.actor.id) {
    return refuse(ctx, 'NO_SUCH_FILE', 'Không tìm thấy tệp đã tải lên.', 'The uploaded file was not found.', {
      field: 'fileId',
      remedy: ['Tải tệp lên lại.', 'Upload the file again.'],
    });
  }
  const fileName = input.fileName ?? file?.name ?? 'ke-hoach.txt';
  try {
    const bytes = file?.bytes ?? Buffer.from(input.text ?? '', 'utf8');
    const { text } = await readSourceFile(bytes, file ? fileName : 'ke-hoach.txt');
    return { text, bytes: file ? null : bytes, fileId: file?.id ?? null, fileName };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { vi, en, remedy } = UNREADABLE[error.code];
    return refuse(ctx, error.code, vi, en, { field: file ? 'fileId' : 'text', remedy: [remedy[0], remedy[1]] });
  }
}
