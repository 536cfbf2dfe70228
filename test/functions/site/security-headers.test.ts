import { expect, it } from 'vitest';
import { securityHeaders } from '../../../functions/site/security-headers.ts';
import type { SiteConfig } from '../../../shared/site/site-config.ts';

const config: SiteConfig = {
  baseLayer: { type: 'sketch' },
  start: { center: [121.42, 31.22], zoom: 15 },
};

const directiveOf = (given: SiteConfig, name: string): string | undefined =>
  securityHeaders(given)
    ['content-security-policy']?.split('; ')
    .find((directive) => directive.startsWith(name));

it('lets pages send pictures to the one origin that is configured, and to none where none is', () => {
  const uploadOrigin = 'https://pictures.s3.cn-northwest-1.example';
  expect(directiveOf({ ...config, uploadOrigin }, 'connect-src')).toBe(`connect-src 'self' ${uploadOrigin}`);
  expect(directiveOf(config, 'connect-src')).toBe("connect-src 'self'");
});

it('shows pictures of the site itself and those just chosen, and none from where they are uploaded to', () => {
  const given = { ...config, uploadOrigin: 'https://pictures.s3.cn-northwest-1.example' };
  expect(directiveOf(given, 'img-src')).toBe("img-src 'self' data: blob:");
});
