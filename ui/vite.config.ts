import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The window is WebKitGTK 2.4x on Linux, WebView2 on Windows and WKWebView on macOS: the oldest of them reads what
// Safari 16 reads.
const oldestEngine = 'safari16';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The desktop shell looks for the page on this port and nowhere else.
  server: { port: 5173, strictPort: true },
  // Cargo prints above the page's messages: keep them.
  clearScreen: false,
  build: {
    target: oldestEngine,
    cssTarget: oldestEngine,
    // Fonts and icons stay files, so that the page's policy needs no `data:` sources.
    assetsInlineLimit: 0,
    // The page is read from the disk beside it: there is nothing to preload over a network.
    modulePreload: false,
    reportCompressedSize: false,
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    // Tests see no styles, but for the tokens, which one of them measures.
    css: { include: [/tokens\.css/] },
    restoreMocks: true,
  },
});
