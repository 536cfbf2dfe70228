import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { openapiDocument } from '../../shared/api/openapi.ts';
import { routes } from '../../shared/api/routes.ts';
import { root } from '../local/env.ts';

export const functionsFolder = join(root, 'dist/functions');

/** The worker thread that plays one execution environment on this machine. */
export const environmentScript = join(root, 'dist/local/environment.cjs');

/** The bounded contexts that answer HTTP, as the route table names them. */
export const contexts = [...new Set(Object.values(routes).map((route) => route.context))];

/** The file of a context's bundle. */
export const contextBundle = (context: string): string => join(functionsFolder, context, 'index.cjs');

/** The file of an operator's command. */
export const commandBundle = (name: string): string => join(functionsFolder, 'commands', `${name}.cjs`);

/**
 * Bundles every context and command in one esbuild call, and writes the OpenAPI document beside `site`.
 * CommonJS, since Node loads it about a fifth faster than the same bundle as ESM.
 * `dist/metafile.json` tells what is in each bundle; source maps lie apart, they are not deployed.
 */
export async function buildFunctions(): Promise<void> {
  const commands = readdirSync(join(root, 'functions/commands'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'));
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [
      ...contexts.map((name) => ({ in: `functions/${name}/index.ts`, out: `functions/${name}/index` })),
      ...commands.map((name) => ({ in: `functions/commands/${name}.ts`, out: `functions/commands/${name}` })),
      { in: 'infra/local/environment.ts', out: 'local/environment' },
    ],
    outdir: 'dist',
    write: false,
    metafile: true,
    ...bundleOptions,
  });
  const mapsFolder = join(root, 'dist/source-maps');
  for (const file of result.outputFiles) {
    const isMap = file.path.endsWith('.map');
    writeIfChanged(isMap ? file.path.replace(join(root, 'dist'), mapsFolder) : file.path, file.contents);
  }
  writeIfChanged(join(root, 'dist/metafile.json'), JSON.stringify(result.metafile));
  writeIfChanged(join(functionsFolder, 'site/openapi.json'), JSON.stringify(openapiDocument(routes)));
  for (const name of readdirSync(functionsFolder)) {
    const isWanted = name === 'commands' || contexts.some((context) => context === name);
    if (!isWanted) rmSync(join(functionsFolder, name), { recursive: true });
  }
  await esbuild.stop();
}

/** How any function is bundled; the tests bundle their small handlers the same way. */
export const bundleOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  mainFields: ['module', 'main'],
  alias: { '@aws-sdk/credential-provider-node': './functions/runtime/environment-credentials.ts' },
  define: {
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
    'import.meta.url': 'bundleUrl',
  },
  banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies esbuild.BuildOptions;

function writeIfChanged(file: string, contents: string | Uint8Array): void {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(contents))) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
