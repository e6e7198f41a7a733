const FIRST_CAPACITY = 1024;

/** A list of unsigned 32-bit numbers that grows: four bytes each, where an array of numbers may take eight or more. */
export class Uint32List {
  #values = new Uint32Array(FIRST_CAPACITY);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  append(value: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Uint32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  read(index: number): number {
    const value = index < this.#count ? this.#values[index] : undefined;
    if (value === undefined) throw new RangeError(`There is no value ${index} among ${this.#count}.`);
    return value;
  }

  clear(): void {
    this.#values = new Uint32Array(FIRST_CAPACITY);
    this.#count = 0;
  }
}
