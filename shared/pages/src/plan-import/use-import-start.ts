import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { uploadFile, UploadError, useAct, useAsync, useSessionStore, type Act } from '@thidua/web';
import type { PreviewPlanImportInput, PreviewPlanImportMutation } from '../generated/graphql.js';
import { PREVIEW_PLAN_IMPORT } from './plan-import.operations.js';

type PreviewInput = Omit<PreviewPlanImportInput, 'clientMutationId'>;

export interface ImportStart {
  readonly preview: Act<PreviewPlanImportInput, PreviewPlanImportMutation['previewPlanImport']>;
  readonly busy: ComputedRef<boolean>;
  readonly fileName: Ref<string | null>;
  /** Why the bytes were not taken, a code of `UploadError`. */
  readonly uploadProblem: ComputedRef<string | null>;
  /** Both answer the id of the prepared import, or null (see `preview` and `uploadProblem`). */
  readFile(file: File): Promise<string | null>;
  readText(text: string): Promise<string | null>;
}

/** Sends a file or pasted words to be read. Nothing is kept as a plan until somebody accepts the preview. */
export function useImportStart(): ImportStart {
  const session = useSessionStore();
  const preview = useAct(PREVIEW_PLAN_IMPORT, (data) => data.previewPlanImport);
  const upload = useAsync((file: File) => uploadFile('campaigns', file, session.session?.csrfToken ?? ''));
  const fileName = ref<string | null>(null);
  /** The same file chosen again after a lost answer is not uploaded twice. */
  const sent = shallowRef<{ file: File; fileId: string } | null>(null);

  async function prepared(input: PreviewInput): Promise<string | null> {
    return (await preview.run(input))?.planImport.id ?? null;
  }
  async function readFile(file: File): Promise<string | null> {
    fileName.value = file.name;
    preview.clear();
    if (sent.value?.file !== file) {
      const uploaded = await upload.run(file);
      if (!uploaded) return null;
      sent.value = { file, fileId: uploaded.fileId };
    }
    return prepared({ fileId: sent.value.fileId, fileName: file.name });
  }
  return {
    preview,
    fileName,
    readFile,
    busy: computed(() => upload.pending.value || preview.pending.value),
    uploadProblem: computed(() =>
      upload.error.value instanceof UploadError ? upload.error.value.code : upload.error.value ? 'UNAVAILABLE' : null,
    ),
    readText: (text) => prepared({ text }),
  };
}
