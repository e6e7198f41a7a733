import { assertNever } from '../../assertNever.ts';
import type { EntryKind, KindFilter, TranscriptFilter } from '../entry.ts';
import type { FilterPlan, PlanNode } from './filterPlan.ts';
import type { FilterNode, JsonCondition, TextTerm, TimeTerm } from './filterNode.ts';

/** What happened to the connection is shown with the control frames: it is where they lead. */
const KINDS: Readonly<Record<Exclude<KindFilter, 'all'>, readonly EntryKind[]>> = {
  text: ['text'],
  binary: ['binary'],
  data: ['text', 'binary'],
  control: ['close', 'ping', 'pong', 'opened', 'ended'],
};

/**
 * Plans an expression together with what was chosen beside it. `now`, ms since the epoch, is when the filter is set.
 */
export function planFilter(
  node: FilterNode | null,
  { direction, kinds }: Pick<TranscriptFilter, 'direction' | 'kinds'>,
  now: number,
): FilterPlan {
  const asked: FilterNode[] = [];
  if (direction !== 'both') asked.push({ kind: 'direction', direction });
  if (kinds !== 'all') asked.push({ kind: 'kinds', kinds: KINDS[kinds] });
  if (node !== null) asked.push(node);
  const planner = new Planner(now);
  const root = asked.length === 0 ? null : planner.plan({ kind: 'and', parts: asked });
  return { root, texts: planner.texts, patterns: planner.patterns };
}

class Planner {
  readonly texts: TextTerm[] = [];
  readonly patterns: FilterPlan['patterns'][number][] = [];
  readonly #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  plan(node: FilterNode): PlanNode {
    switch (node.kind) {
      case 'and':
      case 'or': {
        const parts = node.parts
          .map((part) => this.plan(part))
          .flatMap((part) => (part.kind === node.kind ? part.parts : [part]));
        const [only] = parts;
        if (parts.length === 1 && only !== undefined) return only;
        return { kind: node.kind, parts: parts.sort((a, b) => costOf(a) - costOf(b)) };
      }
      case 'not':
        return { kind: 'not', part: this.plan(node.part) };
      case 'text':
        return this.#planText(node);
      case 'pattern':
        return { kind: 'pattern', index: this.patterns.push(node) - 1 };
      case 'kinds':
        return { kind: 'kinds', kinds: new Set(node.kinds) };
      case 'direction':
      case 'size':
        return node;
      case 'clock':
      case 'date':
      case 'last':
        return this.#planTime(node);
      case 'json':
        return this.#planJson(node.condition);
      default:
        return assertNever(node);
    }
  }

  #planText(term: TextTerm): PlanNode {
    const known = this.texts.findIndex(
      ({ text, isCaseSensitive }) => text === term.text && isCaseSensitive === term.isCaseSensitive,
    );
    return { kind: 'text', index: known === -1 ? this.texts.push(term) - 1 : known };
  }

  #planTime(term: TimeTerm): PlanNode {
    if (term.kind !== 'last') return term;
    return { kind: 'moment', from: this.#now - term.ms, to: Infinity };
  }

  /**
   * Reading JSON costs ten times what looking for bytes does. Names and texts stand in it as they are, in quotes, unless
   * something in it is escaped; so payloads with neither are none.
   */
  #planJson(condition: JsonCondition): PlanNode {
    const json: PlanNode = { kind: 'json', condition };
    const held = literalsOf(condition).map((text) =>
      this.#planText({ kind: 'text', text, isCaseSensitive: true }),
    );
    if (held.length === 0) return json;
    const escaped = this.#planText({ kind: 'text', text: '\\', isCaseSensitive: true });
    return { kind: 'and', parts: [{ kind: 'or', parts: [escaped, { kind: 'and', parts: held }] }, json] };
  }
}

/** What JSON that fulfils a condition holds literally, provided that it has no backslash. */
function literalsOf({ path, test }: JsonCondition): readonly string[] {
  const texts = path.flatMap((step) => (step.kind === 'member' ? [step.name] : []));
  if (test.kind === 'compare' && test.operator === '==' && test.value.kind === 'string') {
    texts.push(test.value.text);
  }
  return texts.map((text) => JSON.stringify(text)).filter((quoted) => !quoted.includes('\\'));
}

/** What asking one entry costs, in steps of about ten times. */
function costOf(node: PlanNode): number {
  switch (node.kind) {
    case 'direction':
    case 'kinds':
    case 'size':
    case 'clock':
    case 'date':
    case 'moment':
      return 0;
    case 'text':
      return 1;
    case 'json':
      return 2;
    case 'pattern':
      return 3;
    case 'not':
      return costOf(node.part);
    case 'and':
    case 'or':
      return Math.max(...node.parts.map(costOf));
    default:
      return assertNever(node);
  }
}
