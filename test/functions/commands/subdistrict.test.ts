import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as subdistrict } from '../../../functions/commands/subdistrict.ts';
import { findSubdistrict } from '../../../functions/store/subdistricts.ts';
import { heard } from '../../support/heard.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

describe('the command subdistrict', () => {
  it.each([
    ['null', 'null'],
    ['a collection of null', '{"type":"FeatureCollection","features":[null]}'],
    ['coordinates without end', `{"type":"Polygon","coordinates":${'['.repeat(9000)}${']'.repeat(9000)}}`],
  ])('refuses %s with a sentence', async (_, content) => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanxin-outline-'));
    const file = join(folder, 'outline.geojson');
    await writeFile(file, content);
    const { lines, io } = heard();
    expect(await subdistrict([file, '--code', '310104004', '--lang', 'en'], io)).toBe(1);
    expect(lines.stderr).toContain(file);
    await rm(folder, { recursive: true });
  });

  it('opens no device, which may have no end', async () => {
    const { lines, io } = heard();
    expect(await subdistrict(['/dev/zero', '--code', '310104004', '--lang', 'en'], io)).toBe(1);
    expect(lines.stderr).toContain('/dev/zero');
  });

  it('adds one from a file of many, chosen by its code, and lists what there is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanxin-outline-'));
    const file = join(folder, 'outlines.geojson');
    const feature = (code: string, name: string) => ({
      type: 'Feature',
      properties: { name, district: '徐汇区', code_nbs: `${code}000`, attribution: '© someone' },
      geometry: sampleSubdistrict().outline,
    });
    const features = [feature('310104003', '天平路街道'), feature('310104004', '湖南路街道')];
    await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }));
    const { lines, io } = heard();
    expect(await subdistrict([file, '--code', '310104004', '--licence', 'ODbL-1.0'], io)).toBe(0);
    expect(await findSubdistrict('310104004')).toMatchObject({
      name: '湖南路街道',
      nameEn: 'Hunanlu Subdistrict',
      district: '徐汇区',
      outlineAttribution: '© someone',
    });
    expect(lines.stdout).toBe('已存入 310104004 徐汇区湖南路街道（Hunanlu Subdistrict），边界有 5 个点。\n');
    expect(await subdistrict([], io)).toBe(0);
    expect(lines.stdout).toContain('310104004  徐汇区湖南路街道  0');
    await rm(folder, { recursive: true });
  });

  it.each([
    [
      'a ring that is not closed',
      [
        [121.4, 31.2],
        [121.43, 31.2],
        [121.43, 31.23],
        [121.4, 31.23],
      ],
      '有一个环没有闭合',
      'a ring that is not closed',
    ],
    [
      'swapped numbers',
      [
        [31.2, 121.4],
        [31.2, 121.43],
        [31.23, 121.43],
        [31.2, 121.4],
      ],
      'coordinates.0.0.1 处不对',
      'wrong at coordinates.0.0.1',
    ],
    [
      'too few corners',
      [
        [121.4, 31.2],
        [121.4, 31.2],
      ],
      'coordinates.0 处不对',
      'wrong at coordinates.0',
    ],
  ])('refuses %s, in the language that is asked for', async (_, ring, zh, en) => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanxin-outline-'));
    const file = join(folder, 'outline.geojson');
    await writeFile(file, JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
    const args = [file, '--code', '310104009', '--name', 'x', '--district', 'y', '--licence', 'z'];
    for (const [language, sentence] of Object.entries({ zh, en })) {
      const { lines, io } = heard();
      expect(await subdistrict([...args, '--lang', language], io)).toBe(1);
      expect(lines.stderr).toContain(sentence);
    }
    await rm(folder, { recursive: true });
  });

  it('names the options that are missing, in Chinese unless told otherwise', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanxin-outline-'));
    const file = join(folder, 'outline.geojson');
    await writeFile(file, JSON.stringify(sampleSubdistrict().outline));
    const { lines, io } = heard();
    expect(await subdistrict([file, '--code', '31010400', '--name', '某街道'], io)).toBe(1);
    for (const option of ['--code', '--district', '--licence']) {
      expect(lines.stderr).toContain(`${option} 没有写，或写得不对。`);
    }
    expect(lines.stderr).not.toContain('--name 没有写');
    expect(lines.stderr).not.toMatch(/Invalid|expected/);
    await rm(folder, { recursive: true });
  });

  it('refuses an outline too fine to be read with every page, with its size', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanxin-outline-'));
    const file = join(folder, 'outline.geojson');
    const edge = Array.from({ length: 1900 }, (_, index) => [
      121.400001 + index / 1e5,
      31.200001 + (index % 2) / 1e5,
    ]);
    await writeFile(
      file,
      JSON.stringify({ type: 'Polygon', coordinates: [[...edge, [121.41, 31.3], edge[0]]] }),
    );
    const { lines, io } = heard();
    const args = ['--code', '310104009', '--name', '某街道', '--district', '某区', '--licence', 'z'];
    expect(await subdistrict([file, ...args], io)).toBe(1);
    expect(lines.stderr).toMatch(/某街道的边界太细，有 \d+ kB，最多 40 kB/);
    expect(await findSubdistrict('310104009')).toBeUndefined();
    await rm(folder, { recursive: true });
  });
});
