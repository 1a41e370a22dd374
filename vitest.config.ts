import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,components,lib,sandbox,scripts}/**/*.test.ts'],
          exclude: [
            '**/node_modules/**',
            'lib/**/services/**',
            'lib/integrations/**',
            'lib/platform/**',
            'sandbox/server/**',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'services',
          include: [
            'lib/**/services/**/*.test.ts',
            'lib/integrations/**/*.test.ts',
            'lib/platform/**/*.test.ts',
            'sandbox/server/**/*.test.ts',
          ],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
