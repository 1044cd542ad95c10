/** For tests of modules: `import { mountPart } from '@thidua/web/testing'`. Not part of what the shell provides. */
export { mountPart, type MountedPart, type PartAnswer, type PartOptions, type PartRequest } from './mount-part.js';
