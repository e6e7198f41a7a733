/** The route key that `$request.body.action` selects (gateways.md 5.4); empty where there is none. */
export function selectRouteKey(message: string): string {
  const body = parseObject(message);
  return body === null ? '' : keyOf(body['action']);
}

function parseObject(message: string): Readonly<Record<string, unknown>> | null {
  try {
    const body: unknown = JSON.parse(message);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    // Text that is no JSON goes to `$default`.
    return null;
  }
}

/** An array is written as `[item1, item2]`; what an object becomes is not documented. */
function keyOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(keyOf).join(', ')}]`;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
