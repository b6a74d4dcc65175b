import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

import remixConfig from '../../../remix.config.js'

const options = { ...remixConfig, buildDirectory: process.env['BARE_BUILD'] ?? 'build' }

export default defineConfig({ plugins: [remix(options)] })
