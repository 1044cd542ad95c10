import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

/** Types and hashes of the shell's operations against the committed graph. `npm run codegen` writes, `codegen:check` fails on a difference. */
const config: CodegenConfig = {
  schema: process.env['GRAPH_SCHEMA'] ?? '../../gateway/api.graphql',
  documents: ['src/**/*.operations.ts'],
  generates: {
    'src/generated/': {
      preset: 'client',
      documentTransforms: [addTypenameSelectionDocumentTransform],
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
};
export default config;
