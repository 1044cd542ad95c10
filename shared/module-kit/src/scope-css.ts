import postcss, { type AtRule, type ChildNode, type Root } from 'postcss';

/** At-rules that are global by nature and may not stand inside `@scope`. */
export const GLOBAL_RULES = new Set([
  'charset',
  'import',
  'namespace',
  'font-face',
  'keyframes',
  'property',
  'font-feature-values',
  'counter-style',
]);

/**
 * Keeps a module's styles inside its frame: everything goes into `@layer module { @scope (frame of the module) { … } }`.
 * Stylesheets of modules are never removed while a page lives, and a plain `h1 {}` of one module would change all others.
 * `:root` and `body` become the frame itself. Fonts, keyframes and registered properties stay outside, as CSS demands.
 */
export function scopeCss(css: string, moduleId: string): string {
  const root = postcss.parse(css);
  const outside: ChildNode[] = [];
  liftGlobalRules(root, outside);
  root.walkRules((rule) => {
    if (insideKeyframes(rule.parent as AtRule | undefined)) return;
    rule.selectors = rule.selectors.map((selector) => selector.replace(/^(?::root|:host|html|body)\b/, ':scope'));
  });
  const inner = root.toString().trim();
  const head = outside.map((node) => node.toString() + (node.type === 'atrule' && !node.nodes ? ';' : '')).join('\n');
  const body = inner ? `@layer module{@scope ${frameScope(moduleId)}{${inner}}}` : '';
  return [head, body].filter(Boolean).join('\n');
}

function liftGlobalRules(root: Root, outside: ChildNode[]): void {
  root.walkAtRules((rule) => {
    const name = rule.name.replace(/^-\w+-/, '');
    if (name === 'charset') rule.remove();
    else if (GLOBAL_RULES.has(name) || (name === 'layer' && !rule.nodes)) {
      outside.push(rule.clone());
      rule.remove();
    }
  });
}

function insideKeyframes(parent: AtRule | undefined): boolean {
  return parent?.type === 'atrule' && parent.name.endsWith('keyframes');
}

/** Elements of a module's frame, without the frames of other modules that it shows (widgets in its slots). */
export function frameScope(moduleId: string): string {
  return `([data-module="${moduleId}"]) to (:scope [data-module])`;
}
