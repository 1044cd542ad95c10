export { SHARED_PACKAGES, shellFederation } from './federation.js';
export { type PortalDeclaration, definePortal } from './portal-declaration.js';
export { thiduaModule } from './module.preset.js';
export { integrityOf, integrityListOf } from './integrity.js';
export { scopeCss } from './scope-css.js';
export { shippedOperations } from './shipped-operations.js';
