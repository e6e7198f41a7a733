import {
  block,
  branch,
  branchIf,
  call,
  encodeModule,
  giveBack,
  i32,
  local,
  loop,
  v128,
  when,
} from './wasmModule.ts';
import type { Code, WasmFunction } from './wasmModule.ts';

/**
 * The scan in WebAssembly. `find(from, end, needle)` gives the first place of the needle between two addresses, or -1;
 * `mark` tells which payloads, one behind another, hold it.
 *
 * Two bytes of the needle that are rare in text are compared at 16 places at once (Wojciech Muła's "generic SIMD"
 * substring search); only where both stand is the rest looked at. Case is folded by setting the bit that tells the
 * letters' cases apart, for those bytes of the needle that are letters: no other byte becomes a letter by that.
 */
const LANES = 16;

/** Four loads before a decision: the test for a hit costs as much as the comparison. */
const STEPS = 4;

/** What `needle` points to: numbers of 32 bits, then the needle's bytes, then the bits to set before comparing each. */
export const NEEDLE_FIELD = { length: 0, masks: 4, firstAt: 8, secondAt: 12, bytes: 16 } as const;

/** A load may reach so far behind the bytes it is about. */
export const OVERRUN_BYTES = LANES * STEPS;

export interface FindKernel {
  readonly find: (from: number, end: number, needle: number) => number;
  /**
   * `ends`: numbers of 32 bits, `count` of them, each with `shift` added an address; `out`: a byte for each, set to `value`
   * where the needle is found.
   */
  readonly mark: (
    from: number,
    ends: number,
    shift: number,
    count: number,
    needle: number,
    out: number,
    value: number,
  ) => void;
}

/** Throws where WebAssembly, its SIMD instructions, or the page's policy for it are missing. */
export function instantiateFindKernel(memory: WebAssembly.Memory): FindKernel {
  const module = new WebAssembly.Module(encodeModule([findFunction(), markFunction()]));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return exports as unknown as FindKernel;
}

/** Names for locals, in the order in which the function declares them. */
function names<Name extends string>(...all: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(all.map((name, index) => [name, index])) as Record<Name, number>;
}

function field(needle: number, offset: number): Code {
  return i32.load(i32.add(local.get(needle), i32.const(offset)));
}

function findFunction(): WasmFunction {
  const at = names(
    ...(['from', 'end', 'needle'] as const),
    ...(['last', 'length', 'firstAt', 'secondAt', 'masks', 'bytes', 'bits', 'place', 'index'] as const),
    ...(['first', 'firstMask', 'second', 'secondMask', 'hits0', 'hits1', 'hits2', 'hits3'] as const),
  );
  const hits = [at.hits0, at.hits1, at.hits2, at.hits3];
  const get = local.get;

  const rareByte = (base: number, offset: number): Code =>
    v128.splat8(i32.load8(i32.add(get(base), get(offset))));

  /** Which of the 16 places from `from` on have both rare bytes. */
  const compare = (step: number): Code => {
    const place = i32.add(get(at.from), i32.const(step * LANES));
    const equal = (offset: number, mask: number, byte: number): Code =>
      v128.eq8(v128.or(v128.load(i32.add(place, get(offset))), get(mask)), get(byte));
    return v128.and(equal(at.firstAt, at.firstMask, at.first), equal(at.secondAt, at.secondMask, at.second));
  };

  /** Gives back the first of the places in `bits` where the whole needle stands; goes on after the loop when none does. */
  const verify = (step: number, hit: number): Code => [
    ...local.set(at.bits, v128.bitmask8(get(hit))),
    ...block(
      loop(
        branchIf(1, i32.eqz(get(at.bits))),
        local.set(at.place, i32.add(i32.add(get(at.from), i32.const(step * LANES)), i32.ctz(get(at.bits)))),
        when(i32.gtU(get(at.place), get(at.last)), giveBack(i32.const(-1))),
        local.set(at.index, i32.const(0)),
        block(
          loop(
            branchIf(
              1,
              i32.ne(
                i32.or(
                  i32.load8(i32.add(get(at.place), get(at.index))),
                  i32.load8(i32.add(get(at.masks), get(at.index))),
                ),
                i32.load8(i32.add(get(at.bytes), get(at.index))),
              ),
            ),
            local.set(at.index, i32.add(get(at.index), i32.const(1))),
            branchIf(0, i32.ltU(get(at.index), get(at.length))),
            giveBack(get(at.place)),
          ),
        ),
        local.set(at.bits, i32.and(get(at.bits), i32.sub(get(at.bits), i32.const(1)))),
        branch(0),
      ),
    ),
  ];

  const body = [
    local.set(at.length, field(at.needle, NEEDLE_FIELD.length)),
    when(i32.gtU(get(at.length), i32.sub(get(at.end), get(at.from))), giveBack(i32.const(-1))),
    local.set(at.last, i32.sub(get(at.end), get(at.length))),
    local.set(at.masks, field(at.needle, NEEDLE_FIELD.masks)),
    local.set(at.firstAt, field(at.needle, NEEDLE_FIELD.firstAt)),
    local.set(at.secondAt, field(at.needle, NEEDLE_FIELD.secondAt)),
    local.set(at.bytes, i32.add(get(at.needle), i32.const(NEEDLE_FIELD.bytes))),
    local.set(at.first, rareByte(at.bytes, at.firstAt)),
    local.set(at.second, rareByte(at.bytes, at.secondAt)),
    local.set(at.firstMask, rareByte(at.masks, at.firstAt)),
    local.set(at.secondMask, rareByte(at.masks, at.secondAt)),
    block(
      loop(
        branchIf(1, i32.gtU(get(at.from), get(at.last))),
        hits.flatMap((hit, step) => local.set(hit, compare(step))),
        when(
          v128.anyTrue(v128.or(v128.or(get(at.hits0), get(at.hits1)), v128.or(get(at.hits2), get(at.hits3)))),
          hits.flatMap((hit, step) => verify(step, hit)),
        ),
        local.set(at.from, i32.add(get(at.from), i32.const(LANES * STEPS))),
        branch(0),
      ),
    ),
    i32.const(-1),
  ].flat();
  return { name: 'find', parameters: 3, i32Locals: 9, v128Locals: 8, returnsI32: true, body };
}

const FIND = 0;

function markFunction(): WasmFunction {
  const at = names(
    ...(['from', 'ends', 'shift', 'count', 'needle', 'out', 'value'] as const),
    ...(['limit', 'length', 'entry', 'end'] as const),
  );
  const get = local.get;
  const endOf = (entry: Code): Code =>
    i32.add(i32.load(i32.add(get(at.ends), i32.shl(entry, i32.const(2)))), get(at.shift));

  const body = [
    when(i32.eqz(get(at.count)), [0x0f]),
    local.set(at.length, field(at.needle, NEEDLE_FIELD.length)),
    local.set(at.limit, endOf(i32.sub(get(at.count), i32.const(1)))),
    block(
      loop(
        local.set(at.from, call(FIND, get(at.from), get(at.limit), get(at.needle))),
        branchIf(1, i32.eqz(i32.add(get(at.from), i32.const(1)))),
        // The payload in which that place is.
        loop(
          local.set(at.end, endOf(get(at.entry))),
          when(
            i32.leU(get(at.end), get(at.from)),
            local.set(at.entry, i32.add(get(at.entry), i32.const(1))),
            branch(1),
          ),
        ),
        when(
          i32.gtU(i32.add(get(at.from), get(at.length)), get(at.end)),
          // Half in this payload and half in the next: found in neither.
          local.set(at.from, i32.add(get(at.from), i32.const(1))),
          branch(1),
        ),
        i32.store8(i32.add(get(at.out), get(at.entry)), get(at.value)),
        local.set(at.from, get(at.end)),
        branch(0),
      ),
    ),
  ].flat();
  return { name: 'mark', parameters: 7, i32Locals: 4, v128Locals: 0, returnsI32: false, body };
}
