/// <reference types="vite/client" />

/** Versions of the shared packages in this build, by name (vite.config.ts). */
declare const __PROVIDED_VERSIONS__: Readonly<Record<string, string>>;

declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent<object, object, unknown>;
  export default component;
}
