import type { CodegenConfig } from '@graphql-codegen/cli';
import { done, stop } from './say.js';

/** Types and hashes of the module's operations: `src/**\/*.operations.ts` against `schema.graphql`, into `src/generated`. */
function configOf(schema: string): (addTypename: unknown) => CodegenConfig {
  return (addTypename) =>
    ({
      schema,
      documents: ['src/**/*.operations.ts'],
      ignoreNoDocuments: true,
      errorsOnly: true,
      silent: true,
      generates: {
        'src/generated/': {
          preset: 'client',
          documentTransforms: [addTypename],
          presetConfig: { fragmentMasking: false, gqlTagName: 'graphql', persistedDocuments: { hashAlgorithm: 'sha256' } },
          config: {
            documentMode: 'string',
            useTypeImports: true,
            enumsAsTypes: true,
            disableDescriptions: true,
            emitLegacyCommonJSImports: false,
            importExtension: '.js',
            scalars: { ID: 'string', LocalDate: 'string', DateTime: 'string', Dong: 'string', Facts: 'unknown' },
          },
        },
      },
    }) as CodegenConfig;
}

/**
 * Generates in the present folder.
 * @throws Stop when an operation does not fit the graph, with the graph's words.
 */
export async function codegen(schema = 'schema.graphql'): Promise<number> {
  const [{ generate }, { addTypenameSelectionDocumentTransform }] = await Promise.all([
    import('@graphql-codegen/cli'),
    import('@graphql-codegen/client-preset'),
  ]);
  try {
    await generate(configOf(schema)(addTypenameSelectionDocumentTransform), true);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw stop(`Câu hỏi đồ thị không hợp lệ: ${reason}`, 'an operation does not fit the graph');
  }
  done('Kiểu của các câu hỏi đồ thị: src/generated', 'typed operations');
  return 0;
}
