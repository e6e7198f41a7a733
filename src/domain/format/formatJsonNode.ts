import type { JsonNode } from './jsonNode.ts';

const INDENT = '  ';

/** Pretty text of two spaces a level; empty objects and arrays stay on their line. */
export function formatJsonNode(node: JsonNode, indent = ''): string {
  const inner = indent + INDENT;
  if (node.kind === 'object') {
    const members = node.members.map(
      ({ keySource, node }) => `${inner}${keySource}: ${formatJsonNode(node, inner)}`,
    );
    return enclose('{', members, '}', indent);
  }
  if (node.kind === 'array') {
    return enclose(
      '[',
      node.items.map((item) => inner + formatJsonNode(item, inner)),
      ']',
      indent,
    );
  }
  return node.source;
}

function enclose(open: string, lines: readonly string[], close: string, indent: string): string {
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
