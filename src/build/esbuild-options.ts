import type { BuildOptions } from 'esbuild'

/**
 * What all bundles share. The output depends on the sources alone: no absolute path, no time and no source map (which
 * would carry paths) enters it. The target is what the oldest supported browsers understand.
 */
export const sharedOptions = (root: string): BuildOptions & { write: false; metafile: true } => ({
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  tsconfigRaw: '{}',
})
