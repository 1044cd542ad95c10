import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** GraphiQL's style carries two fonts inside itself: the page has its own, and its policy allows no others. */
const withoutFonts: Plugin = {
  name: 'explorer:fonts',
  enforce: 'pre',
  transform: (code, id) => (/graphiql\/.*style\.css/.test(id) ? code.replaceAll(/@font-face\s*\{[^}]*\}/g, '') : null),
};

/** Bundles the explorer into the host's `dist`: nothing is fetched from elsewhere when it runs. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/graph/explorer/',
  plugins: [withoutFonts],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: fileURLToPath(new URL('../dist/explorer', import.meta.url)),
    emptyOutDir: true,
    target: 'esnext',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // "use client" of React's libraries says nothing to a browser bundle
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
});
