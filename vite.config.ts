import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [remix(remixConfig)],
  // Browsers since 2023 read it as it is written; older ones get the pages, which work without it.
  build: { target: 'es2022' },
})
