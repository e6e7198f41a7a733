import { assertNever } from '#domain/assertNever.ts';
import { isUtf8 } from '#domain/format/isUtf8.ts';
import { openJson, openTreeRows } from '#domain/payload/openJson.ts';
import type { TreeRows } from '#domain/payload/payloadReader.ts';
import { PayloadFormatError } from '#domain/payload/treeBuilder.ts';
import type { PayloadFormat } from '#domain/payload/payloadFormat.ts';
import { TextRows } from '#domain/payload/textRows.ts';
import { CopyFormError, writePayload } from '#domain/payload/writePayload.ts';
import type { PayloadAnswer, PayloadCall } from '#wire/payloadMessage.ts';
import { ComparisonError } from './compare/comparisonError.ts';
import { decodePayload } from './decode/decodePayload.ts';

/** Carries out the calls for one payload, and keeps what was opened of it. */
export class PayloadDesk {
  readonly #payload: Uint8Array<ArrayBuffer>;
  readonly #onProgress: (done: number) => void;
  #tree: TreeRows | null = null;
  #text: TextRows | null = null;

  constructor(payload: Uint8Array<ArrayBuffer>, onProgress: (done: number) => void) {
    this.#payload = payload;
    this.#onProgress = onProgress;
  }

  async answer(call: PayloadCall): Promise<PayloadAnswer> {
    try {
      return await this.#carryOut(call);
    } catch (error) {
      if (isForThePerson(error)) return { kind: 'failed', code: error.code, message: error.message };
      // A payload may fit into memory where what is made of it does not: the language says so with this error.
      if (error instanceof RangeError)
        return { kind: 'failed', code: 'out-of-memory', message: OUT_OF_MEMORY };
      return { kind: 'failed', code: 'reader-fault', message: READER_FAULT };
    }
  }

  async #carryOut(call: PayloadCall): Promise<PayloadAnswer> {
    switch (call.kind) {
      case 'open-json':
        return this.#openJson();
      case 'tree-rows':
        return { kind: 'tree-rows', rows: await opened(this.#tree).read(call.first, call.count) };
      case 'toggle':
        return { kind: 'tree', rowCount: await opened(this.#tree).toggle(call.node, call.isDeep) };
      case 'decode':
        return this.#decode(call.format);
      case 'compare': {
        const { comparePayloads } = await import('./compare/comparePayloads.ts');
        return { kind: 'compared', comparison: comparePayloads(this.#payload, call.other) };
      }
      case 'open-text':
        return this.#openText(call.columns);
      case 'text-rows':
        return { kind: 'text-rows', rows: opened(this.#text).rows(call.first, call.count) };
      case 'write':
        return {
          kind: 'written',
          blob: new Blob([writePayload(this.#payload, call.form)], { type: 'text/plain' }),
        };
      default:
        return assertNever(call);
    }
  }

  #openJson(): PayloadAnswer {
    const opening = openJson(this.#payload, this.#tellProgress);
    if (!opening.ok) return { kind: 'no-json', problem: opening };
    return this.#show(opening.tree);
  }

  async #decode(format: PayloadFormat): Promise<PayloadAnswer> {
    const decoded = await decodePayload(this.#payload, format);
    return decoded.kind === 'tree' ? this.#show(openTreeRows(decoded.tree)) : decoded;
  }

  #show(tree: TreeRows): PayloadAnswer {
    this.#tree = tree;
    return { kind: 'tree', rowCount: tree.rowCount };
  }

  #openText(columns: number): PayloadAnswer {
    this.#text = new TextRows(this.#payload, columns, this.#tellProgress);
    return { kind: 'text', rowCount: this.#text.rowCount, isUtf8: isUtf8(this.#payload) };
  }

  readonly #tellProgress = (bytes: number): void => this.#onProgress(bytes / this.#payload.length);
}

function isForThePerson(error: unknown): error is CopyFormError | PayloadFormatError | ComparisonError {
  return (
    error instanceof CopyFormError || error instanceof PayloadFormatError || error instanceof ComparisonError
  );
}

function opened<Rows>(rows: Rows | null): Rows {
  if (rows === null) throw new TypeError('Rows were asked for before they were opened.');
  return rows;
}

const READER_FAULT =
  'This payload could not be read, because of a fault in the page. Look at it as hex, or save it as a file.';

const OUT_OF_MEMORY = 'There is not enough memory to read all of this payload. Save it as a file instead.';
