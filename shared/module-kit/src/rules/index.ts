/** The rules for a release, free of any build tool: used in a department's folder and by the registry alike. */
export { filesOf, INTEGRITY_FILE, integrityListOf, integrityOf, SIGNATURE_FILE } from '../integrity.js';
export { scopeOf } from '../scope-name.js';
export { MANIFEST_FILE } from './bundle.js';
export { checkModule, RULES, type Verdict } from './check.js';
export { DEFAULT_LIMITS } from './file.rules.js';
export { manifestShape } from './manifest.shape.js';
export { hashesIn, OPERATIONS_FILE } from './operation.rules.js';
export type { Finding, Problem, Rule, RuleContext, SigningKey, SizeLimits } from './rule.js';
export { isSignedBy, keyIdOf, newSigningPair, signingKeyOf, signRelease, type SigningPair } from './signature.js';
export { signFolder } from './sign-folder.js';
