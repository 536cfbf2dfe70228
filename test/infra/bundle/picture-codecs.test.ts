import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { functionsFolder } from '../../../infra/bundle/functions.ts';
import { root } from '../../../infra/local/env.ts';

it('puts every codec that the photos read beside their bundle', () => {
  const source = readFileSync(join(root, 'functions/photos/picture/codecs.ts'), 'utf8');
  const codecs = [...source.matchAll(/codec\('([^']+\.wasm)'\)/g)].map(([, file = '']) => basename(file));
  expect(codecs).toHaveLength(4);
  expect(codecs.filter((file) => !existsSync(join(functionsFolder, 'photos', file)))).toEqual([]);
});
