/** Entries of one page of columns. Pages are added, never copied, so that growing costs the same at any size. */
const PAGE_BITS = 14;
const PAGE_ENTRIES = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_ENTRIES - 1;

interface ColumnPage {
  readonly segment: Uint32Array;
  readonly offset: Uint32Array;
  readonly byteLength: Uint32Array;
  readonly time: Float64Array;
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
}

export interface EntryColumnValues {
  readonly segment: number;
  readonly offset: number;
  readonly byteLength: number;
  readonly time: number;
  readonly kind: number;
  readonly flags: number;
}

/** What is known of each entry beside its payload: 22 bytes an entry, in typed arrays, found by its index. */
export class EntryColumns {
  #pages: ColumnPage[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  append(values: EntryColumnValues): void {
    const at = this.#count & PAGE_MASK;
    if (at === 0) this.#pages.push(createPage());
    const page = this.#page(this.#count);
    page.segment[at] = values.segment;
    page.offset[at] = values.offset;
    page.byteLength[at] = values.byteLength;
    page.time[at] = values.time;
    page.kind[at] = values.kind;
    page.flags[at] = values.flags;
    this.#count += 1;
  }

  read(column: keyof ColumnPage, index: number): number {
    const value = index < this.#count ? this.#page(index)[column][index & PAGE_MASK] : undefined;
    if (value === undefined) throw new RangeError(`There is no entry ${index} among ${this.#count}.`);
    return value;
  }

  clear(): void {
    this.#pages = [];
    this.#count = 0;
  }

  #page(index: number): ColumnPage {
    const page = this.#pages[index >>> PAGE_BITS];
    if (page === undefined) throw new RangeError(`There is no page for entry ${index}.`);
    return page;
  }
}

function createPage(): ColumnPage {
  return {
    segment: new Uint32Array(PAGE_ENTRIES),
    offset: new Uint32Array(PAGE_ENTRIES),
    byteLength: new Uint32Array(PAGE_ENTRIES),
    time: new Float64Array(PAGE_ENTRIES),
    kind: new Uint8Array(PAGE_ENTRIES),
    flags: new Uint8Array(PAGE_ENTRIES),
  };
}
