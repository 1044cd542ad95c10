import { Kind, parse, specifiedRules, validate, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { api, root } from './artefacts.js';

/** Limit of the gateway (gateway/README.md). */
const DEPTH = 10;
const MANIFESTS = ['shared/pages/src/generated/persisted-documents.json', 'frontends/shell/src/generated/persisted-documents.json'];

const shipped = MANIFESTS.filter((file) => existsSync(root + file)).flatMap((file) =>
  Object.values(JSON.parse(readFileSync(root + file, 'utf8')) as Record<string, string>).map(
    (text) => [nameOf(text), parse(text)] as const,
  ),
);

function nameOf(text: string): string {
  return /(?:query|mutation)\s+(\w+)/.exec(text)?.[1] ?? text.slice(0, 40);
}

function depthOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as [string, FragmentDefinitionNode]] : [],
    ),
  );
  const below = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((selection) => {
        if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__') ? 0 : 1 + below(selection.selectionSet);
        return below(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value)?.selectionSet);
      }),
    );
  return Math.max(...document.definitions.flatMap((d) => (d.kind === Kind.OPERATION_DEFINITION ? [below(d.selectionSet)] : [])));
}

describe('the operations that the pages ship', () => {
  it('are known', () => {
    expect(shipped.length).toBeGreaterThan(0);
  });

  it.each(shipped)('%s is valid against the graph clients see, and not deeper than the gateway allows', (_name, document) => {
    expect(validate(api(), document, specifiedRules).map((e) => e.message)).toEqual([]);
    expect(depthOf(document)).toBeLessThanOrEqual(DEPTH);
  });
});
