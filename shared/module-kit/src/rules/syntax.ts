import type { AnyNode, Program } from 'acorn';

/** All nodes of a parsed script, parents first. */
export function* nodesOf(program: Program): Iterable<AnyNode> {
  const open: AnyNode[] = [program];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) open.push(...value.filter(isNode));
      else if (isNode(value)) open.push(value);
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Text of a string literal or of a template without parts; null for anything else. */
export function textOf(node: AnyNode | null | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null;
  return null;
}

/** Name that is called or constructed: `eval`, `fetch`, `window.eval`, `navigator.sendBeacon` by their last word. */
export function calleeOf(node: AnyNode): { name: string; arguments: readonly AnyNode[] } | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  const callee = node.callee as AnyNode;
  if (callee.type === 'Identifier') return { name: callee.name, arguments: node.arguments };
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && isGlobal(callee.object as AnyNode)) {
    return { name: callee.property.name, arguments: node.arguments };
  }
  return null;
}

function isGlobal(node: AnyNode): boolean {
  return node.type === 'Identifier' && ['window', 'globalThis', 'self', 'top', 'navigator'].includes(node.name);
}

/** Addresses a script imports, by `import`, `export … from` and `import()` with a literal. */
export function* importsOf(program: Program): Iterable<string> {
  for (const node of nodesOf(program)) {
    if (
      node.type !== 'ImportDeclaration' &&
      node.type !== 'ExportNamedDeclaration' &&
      node.type !== 'ExportAllDeclaration' &&
      node.type !== 'ImportExpression'
    )
      continue;
    const source = textOf(node.source as AnyNode | null | undefined);
    if (source !== null) yield source;
  }
}
