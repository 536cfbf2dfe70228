import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../infra/local/env.ts';

const site = join(root, 'dist/site');
const scripts = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.m?js$/.test(file),
);

describe('the scripts of the pages', () => {
  it('are there for every page', () => {
    for (const page of ['rider', 'merchant', 'staff', 'planner', 'planner-worker'])
      expect(
        scripts.some((file) => file.startsWith(`assets/${page}-`)),
        page,
      ).toBe(true);
  });

  it.each(scripts)('%s holds no schemas: the server checks, a page only shows', (file) => {
    expect(readFileSync(join(site, file), 'utf8')).not.toMatch(/\b_zod\b|ZodError/);
  });
});
