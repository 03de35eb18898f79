import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** In development the desk asks the API of `make run`; in production the API serves the desk. */
const API = process.env.JICHA_DEV_API ?? 'http://127.0.0.1:8700';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    assetsInlineLimit: 2048,
  },
  server: {
    proxy: {
      '/graphql': { target: API, ws: true },
      '/auth': API,
      '/files': API,
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
});
