import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../local/env.ts';

/** Where WeChat's developer tools open the shell. */
export const miniProgramFolder = join(root, 'dist/mini-program');

export type MiniProgramSettings = {
  /** Where the site and its API answer, `https://map.example.cn`. */
  origin: string;
  appId?: string | undefined;
  /** Ids of subscription templates that people are asked for, at most three. */
  templates: readonly string[];
};

/** What WeChat reads as it is; everything else of the folder is TypeScript for the bundler. */
const READ_AS_IT_IS = /\.(wxml|wxss|json)$/;

/** Bundles the phone's shell: one script per page, each with what it uses; markup and styles beside them. */
export async function buildMiniProgram(
  { origin, appId, templates }: MiniProgramSettings,
  folder: string = miniProgramFolder,
): Promise<void> {
  const source = join(root, 'mini-program');
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((name) =>
    statSync(join(source, name)).isFile(),
  );
  rmSync(folder, { recursive: true, force: true });
  const scripts = files.filter(
    (name) => name.endsWith('.ts') && files.includes(name.replace('.ts', '.json')),
  );
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: scripts.map((name) => relative(root, join(source, name))),
    outbase: 'mini-program',
    outdir: folder,
    bundle: true,
    format: 'cjs',
    // What the base library of WeChat on older phones understands.
    target: 'es2018',
    define: { SHELL_CONFIG: JSON.stringify({ origin, templates }) },
    logLevel: 'warning',
  });
  for (const name of files.filter((file) => READ_AS_IT_IS.test(file) && file !== 'tsconfig.json')) {
    cpSync(join(source, name), join(folder, name));
  }
  if (appId) {
    const project = join(folder, 'project.config.json');
    writeFileSync(
      project,
      JSON.stringify({ ...JSON.parse(readFileSync(project, 'utf8')), appid: appId }, null, 2),
    );
  }
}
