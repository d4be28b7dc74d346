import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*.test.ts'],
    globalSetup: ['./harness/display.ts'],
    // One window at a time: they share a display and the keyboard.
    fileParallelism: false,
    // A window under software rendering on a busy machine takes its time; nothing here measures speed.
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
