import { parse, type ObjectTypeDefinitionNode } from 'graphql';

/** Root fields of an SDL with the access each declares (`allow/…` tag), null when it declares none. */
export function rootFieldAccess(sdl: string): { field: string; access: string | null }[] {
  const roots = parse(sdl).definitions.filter(
    (d): d is ObjectTypeDefinitionNode =>
      (d.kind === 'ObjectTypeDefinition' || (d.kind as string) === 'ObjectTypeExtension') &&
      ['Query', 'Mutation', 'Subscription'].includes((d as ObjectTypeDefinitionNode).name.value),
  );
  return roots.flatMap((root) =>
    (root.fields ?? [])
      .filter((f) => !f.name.value.startsWith('_'))
      .map((field) => {
        const tags = (field.directives ?? [])
          .filter((d) => d.name.value === 'tag')
          .map((d) => (d.arguments?.[0]?.value as { value?: string } | undefined)?.value ?? '')
          .filter((t) => t.startsWith('allow/'));
        return { field: `${root.name.value}.${field.name.value}`, access: tags[0] ?? null };
      }),
  );
}
