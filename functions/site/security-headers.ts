import { imageOrigins } from '../../shared/site/image-origins.ts';
import type { SiteConfig } from '../../shared/site/site-config.ts';

/**
 * The one list of headers that every file of the site carries. Only the map's own tiles may come from elsewhere, and
 * pictures go elsewhere when they are uploaded: to the origins that the site's configuration names. `blob:` is what
 * somebody has just chosen, shown before it is sent.
 */
export const securityHeaders = (config: SiteConfig): Record<string, string> => {
  const tiles = imageOrigins(config);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' data: blob:", ...tiles].join(' '),
    ["connect-src 'self'", ...tiles, ...(config.uploadOrigin ? [config.uploadOrigin] : [])].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
  };
};
