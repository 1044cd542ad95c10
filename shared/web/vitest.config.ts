import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { playwright } from '@vitest/browser-playwright';
import { existsSync } from 'node:fs';
import { defineProject } from 'vitest/config';

/** Parts of the design system and the department pages in a real browser (`*.browser.ts` of shared/web and shared/pages). */
const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = candidates.find((path): path is string => path !== undefined && existsSync(path));

export default defineProject({
  root: new URL('..', import.meta.url).pathname,
  plugins: [vue(), tailwindcss()],
  resolve: { conditions: ['development', 'browser', 'module'] },
  optimizeDeps: { include: ['vue', 'vue-router', 'vue-i18n', 'pinia', 'reka-ui', '@urql/core', '@tanstack/vue-table', 'axe-core'] },
  define: { __VUE_PROD_DEVTOOLS__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  test: {
    name: 'components',
    include: ['{web,pages}/**/*.browser.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { ...(executablePath ? { executablePath } : {}), args: ['--headless', '--no-sandbox', '--disable-gpu'] },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
    },
  },
});
