import { expect, test } from 'vitest';
import { selectRouteKey } from './routeSelection.ts';

test.each([
  ['{"action":"echo"}', 'echo'],
  ['{"action":["item1","item2"]}', '[item1, item2]'],
  ['{"action":7}', '7'],
  ['{"action":{"name":"echo"}}', ''],
  ['{"action":null}', ''],
  ['{}', ''],
  ['"action"', ''],
  ['null', ''],
  ['{"action":', ''],
])('%s selects the route key "%s"', (message, routeKey) => {
  expect(selectRouteKey(message)).toBe(routeKey);
});
