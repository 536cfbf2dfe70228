import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Whether the caller takes gzip: named, or meant by `*`, and not refused by a quality of 0 (RFC 9110, 12.5.3). */
export const acceptsGzip = ({ headers }: APIGatewayProxyEventV2): boolean => {
  const accepted = headers['accept-encoding'];
  if (accepted === undefined) return false;
  const qualities = new Map(
    accepted.split(',').map((part) => {
      const [coding = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return [coding, quality ? Number(quality.slice(2)) : 1] as const;
    }),
  );
  return (qualities.get('gzip') ?? qualities.get('*') ?? 0) > 0;
};

/**
 * Whether the caller holds what it asks for: `If-None-Match` names its ETag among others, or is `*`. Compared weakly
 * (RFC 9110, 13.1.2): what a cache on the way made of a weak one holds as well.
 */
export const holdsEtag = ({ headers }: APIGatewayProxyEventV2, etag: string): boolean =>
  (headers['if-none-match'] ?? '')
    .split(',')
    .some((held) => held.trim() === '*' || opaque(held) === opaque(etag));

const opaque = (etag: string): string => etag.trim().replace(/^W\//, '');
