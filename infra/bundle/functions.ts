import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { openapiDocument } from '../../shared/api/openapi.ts';
import { routes } from '../../shared/api/routes.ts';
import { root } from '../local/env.ts';
import { jobs } from './jobs.ts';
import { copyPictureCodecs } from './picture-codecs.ts';

export const functionsFolder = join(root, 'dist/functions');

/** The worker thread that plays one execution environment on this machine. */
export const environmentScript = join(root, 'dist/local/environment.cjs');

/** The bounded contexts that answer HTTP, as the route table names them. */
export const contexts = [...new Set(Object.values(routes).map((route) => route.context))];

/** Every folder of `functions/` that becomes a Lambda. */
const lambdas = [...contexts, ...jobs];

/** The file of the bundle of a context or a job. */
export const contextBundle = (name: string): string => join(functionsFolder, name, 'index.cjs');

/** The file of an operator's command. */
export const commandBundle = (name: string): string => join(functionsFolder, 'commands', `${name}.cjs`);

/**
 * Bundles every context and job in one esbuild call and every command in another, and writes the OpenAPI document
 * beside `site`. CommonJS, since Node loads it faster than the same bundle as an ES module.
 * `dist/metafile.json` tells what is in each bundle; source maps lie apart, they are not deployed.
 */
export async function buildFunctions(): Promise<void> {
  const commands = readdirSync(join(root, 'functions/commands'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'));
  const results = await Promise.all([
    bundle([...lambdas.map((name) => `functions/${name}/index`), 'infra/local/environment'], {
      '@aws-sdk/credential-provider-node': './functions/runtime/environment-credentials.ts',
    }),
    // Commands also run on an operator's machine, with profiles and single sign-on.
    bundle(commands.map((name) => `functions/commands/${name}`)),
  ]);
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
  const inputs = Object.assign({}, ...results.map(({ metafile }) => metafile.inputs));
  writeIfChanged(join(root, 'dist/metafile.json'), JSON.stringify({ inputs, outputs }));
  writeIfChanged(join(functionsFolder, 'site/openapi.json'), JSON.stringify(openapiDocument(routes)));
  copyPictureCodecs(functionsFolder);
  removeOthers(functionsFolder, [...lambdas, 'commands']);
  removeOthers(
    join(functionsFolder, 'commands'),
    commands.map((name) => `${name}.cjs`),
  );
  await esbuild.stop();
}

async function bundle(entries: string[], alias: Record<string, string> = {}) {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: `${entry}.ts`, out: entry.replace('infra/local', 'local') })),
    outdir: 'dist',
    write: false,
    metafile: true,
    ...bundleOptions,
    alias,
  });
  const mapsFolder = join(root, 'dist/source-maps');
  for (const file of result.outputFiles) {
    const isMap = file.path.endsWith('.map');
    writeIfChanged(isMap ? file.path.replace(join(root, 'dist'), mapsFolder) : file.path, file.contents);
  }
  return result;
}

const bundleOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  mainFields: ['module', 'main'],
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

/** What an earlier build made and no source makes any more. */
function removeOthers(folder: string, wanted: string[]): void {
  for (const name of readdirSync(folder)) {
    if (!wanted.includes(name)) rmSync(join(folder, name), { recursive: true });
  }
}

function writeIfChanged(file: string, contents: string | Uint8Array): void {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(contents))) return;
  mkdirSync(dirname(file), { recursive: true });
  // Another process may be loading this very file: it finds the old one or the new one, never half of it.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, file);
}
