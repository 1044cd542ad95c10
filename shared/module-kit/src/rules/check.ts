import type { PortalManifest } from '@thidua/contracts/web';
import { readBundle } from './bundle.js';
import { codeAddresses, codeEval, codeReadable, entryChunks } from './code.rules.js';
import { contractRange, sharedRangesRule } from './compatibility.rules.js';
import { fileNames, fileSizes, integrity, pictures } from './file.rules.js';
import {
  manifestDepartment,
  manifestLocales,
  manifestNames,
  manifestPermissions,
  manifestSettings,
  manifestShapeRule,
} from './manifest.rules.js';
import { operations } from './operation.rules.js';
import type { Problem, Rule, RuleContext } from './rule.js';
import { signatureRule } from './signature.rules.js';
import { scopedStyles, styleAddresses } from './style.rules.js';

/** Every rule of a release, in the order they are printed. */
export const RULES: readonly Rule[] = [
  manifestShapeRule,
  manifestNames,
  manifestDepartment,
  manifestPermissions,
  manifestSettings,
  manifestLocales,
  contractRange,
  sharedRangesRule,
  fileNames,
  fileSizes,
  pictures,
  integrity,
  entryChunks,
  codeReadable,
  codeEval,
  codeAddresses,
  scopedStyles,
  styleAddresses,
  operations,
  signatureRule,
];

export interface Verdict {
  /** Reasons to refuse; empty = the release may be published. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Null when `portal.json` cannot be read. */
  readonly manifest: PortalManifest | null;
}

/**
 * Applies every rule to a built module. The department's `npm run check` and the registry call this same function.
 * @param files bytes by relative path, as in `dist`.
 */
export function checkModule(files: ReadonlyMap<string, Uint8Array>, context: RuleContext): Verdict {
  const bundle = readBundle(files);
  const found = RULES.flatMap((rule) => [...rule.check(bundle, context)].map((finding) => ({ rule, finding })));
  const problemOf = ({ rule, finding }: (typeof found)[number]): Problem => ({
    rule: rule.id,
    ...(finding.file === undefined ? {} : { file: finding.file }),
    message: finding.message,
    remedy: rule.remedy,
  });
  return {
    problems: found.filter(({ finding }) => !finding.warning).map(problemOf),
    warnings: found.filter(({ finding }) => finding.warning).map(problemOf),
    manifest: bundle.manifest,
  };
}
