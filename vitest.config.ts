import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Starting RDKit takes 0.2 s alone, but seconds on a machine that other jobs share.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each worker holds an RDKit instance of about 160 MB.
    maxWorkers: 2,
  },
})
