/** A route as the gateway knows it: its key (`GET /v1/places/{id}`, `ANY /x`, `$default`) and its context. */
export type GatewayRoute = { key: string; context: string };

export type RouteMatch = { route: GatewayRoute; pathParameters: Record<string, string> | undefined };

export type MatchRoute = (method: string, path: string) => RouteMatch | undefined;

type ParsedRoute = { route: GatewayRoute; method: string; segments: string[]; isGreedy: boolean };

/**
 * Finds routes with API Gateway's priorities: a literal segment beats `{parameter}`, which beats a greedy
 * `{parameter+}`, from left to right; the method itself beats `ANY`; `$default` takes what is left.
 * The path comes decoded, and so are the parameters.
 */
export function createRouteMatcher(routes: GatewayRoute[]): MatchRoute {
  const fallback = routes.find(({ key }) => key === '$default');
  const parsed = routes.filter((route) => route !== fallback).map(parse);
  const literal = new Map(
    parsed.filter(isLiteral).map(({ route }) => [route.key, { route, pathParameters: undefined }]),
  );
  const patterns = parsed.filter((route) => !isLiteral(route)).sort(bySpecificity);
  const last = fallback && { route: fallback, pathParameters: undefined };

  return (method, path) => {
    const exact = literal.get(`${method} ${path}`) ?? literal.get(`ANY ${path}`);
    if (exact) return exact;
    const segments = path.split('/');
    for (const pattern of patterns) {
      if (pattern.method !== method && pattern.method !== 'ANY') continue;
      const pathParameters = parametersOf(pattern, segments);
      if (pathParameters) return { route: pattern.route, pathParameters };
    }
    return last;
  };
}

function parse(route: GatewayRoute): ParsedRoute {
  const [method = '', path = ''] = route.key.split(' ');
  return { route, method, segments: path.split('/'), isGreedy: path.endsWith('+}') };
}

const isParameter = (segment: string) => segment.startsWith('{');

const isLiteral = ({ segments }: ParsedRoute) => !segments.some(isParameter);

function parametersOf(pattern: ParsedRoute, segments: string[]): Record<string, string> | undefined {
  const { segments: expected, isGreedy } = pattern;
  if (isGreedy ? segments.length < expected.length : segments.length !== expected.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, name] of expected.entries()) {
    const value = segments[index] ?? '';
    if (!isParameter(name)) {
      if (name !== value) return undefined;
    } else if (name.endsWith('+}')) {
      parameters[name.slice(1, -2)] = segments.slice(index).join('/');
    } else if (value === '') {
      return undefined;
    } else {
      parameters[name.slice(1, -1)] = value;
    }
  }
  return parameters;
}

function bySpecificity(one: ParsedRoute, other: ParsedRoute): number {
  for (let index = 0; index < Math.max(one.segments.length, other.segments.length); index += 1) {
    const difference = weight(one.segments[index]) - weight(other.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(one.method === 'ANY') - Number(other.method === 'ANY');
}

function weight(segment: string | undefined): number {
  if (segment === undefined || !isParameter(segment)) return 0;
  return segment.endsWith('+}') ? 2 : 1;
}
