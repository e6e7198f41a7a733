/**
 * Writes a WebAssembly module of functions over one imported memory: as much of the binary format
 * (https://webassembly.github.io/spec/core/binary/) as the byte scan needs, so that its source can be read and no
 * compiler is wanted to build it.
 */

/** Instructions, encoded. */
export type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;
const NO_RESULT = 0x40;
const MAGIC_AND_VERSION: Code = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

export interface WasmFunction {
  /** Exported under this name. */
  readonly name: string;
  /** How many i32 it takes; they are its first locals. */
  readonly parameters: number;
  /** i32 locals after the parameters, then v128 locals. */
  readonly i32Locals: number;
  readonly v128Locals: number;
  readonly returnsI32: boolean;
  readonly body: Code;
}

export function encodeModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...MAGIC_AND_VERSION,
    ...section(1, functions.map(encodeType)),
    ...section(2, [[...encodeName('env'), ...encodeName('memory'), 0x02, 0x00, ...unsigned(1)]]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map(({ name }, index) => [...encodeName(name), 0x00, ...unsigned(index)]),
    ),
    ...section(10, functions.map(encodeBody)),
  ]);
}

function section(id: number, items: readonly Code[]): Code {
  return [id, ...sized([...unsigned(items.length), ...items.flat()])];
}

function encodeType({ parameters, returnsI32 }: WasmFunction): Code {
  const results = returnsI32 ? [1, I32] : [0];
  return [0x60, ...unsigned(parameters), ...Array<number>(parameters).fill(I32), ...results];
}

function encodeBody({ i32Locals, v128Locals, body }: WasmFunction): Code {
  return sized([2, ...unsigned(i32Locals), I32, ...unsigned(v128Locals), V128, ...body, 0x0b]);
}

function encodeName(name: string): Code {
  return sized([...new TextEncoder().encode(name)]);
}

function sized(bytes: Code): Code {
  return [...unsigned(bytes.length), ...bytes];
}

function unsigned(value: number): Code {
  const low = value & 0x7f;
  return value < 0x80 ? [low] : [low | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

/** Operands first, as on the stack. */
function instruction(...opcode: readonly number[]): (...operands: readonly Code[]) => Code {
  return (...operands) => [...operands.flat(), ...opcode];
}

const SIMD = 0xfd;
/** No alignment is promised, no offset added. */
const AT_ADDRESS = [0x00, 0x00];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load8: instruction(0x2d, ...AT_ADDRESS),
  load: instruction(0x28, ...AT_ADDRESS),
  store8: instruction(0x3a, ...AT_ADDRESS),
  add: instruction(0x6a),
  sub: instruction(0x6b),
  and: instruction(0x71),
  or: instruction(0x72),
  shl: instruction(0x74),
  ctz: instruction(0x68),
  ne: instruction(0x47),
  eqz: instruction(0x45),
  ltU: instruction(0x49),
  gtU: instruction(0x4b),
  leU: instruction(0x4d),
} as const;

export const v128 = {
  load: instruction(SIMD, 0x00, ...AT_ADDRESS),
  or: instruction(SIMD, 0x50),
  and: instruction(SIMD, 0x4e),
  anyTrue: instruction(SIMD, 0x53),
  splat8: instruction(SIMD, 0x0f),
  eq8: instruction(SIMD, 0x23),
  bitmask8: instruction(SIMD, 0x64),
} as const;

export const local = {
  get: (index: number): Code => [0x20, ...unsigned(index)],
  set: (index: number, value: Code): Code => [...value, 0x21, ...unsigned(index)],
} as const;

export const block = (...body: readonly Code[]): Code => [0x02, NO_RESULT, ...body.flat(), 0x0b];
export const loop = (...body: readonly Code[]): Code => [0x03, NO_RESULT, ...body.flat(), 0x0b];
/** Leaves the block, or begins the loop again, so many levels out. */
export const branch = (levels: number): Code => [0x0c, ...unsigned(levels)];
export const branchIf = (levels: number, condition: Code): Code => [...condition, 0x0d, ...unsigned(levels)];
export const when = (condition: Code, ...body: readonly Code[]): Code => [
  ...condition,
  0x04,
  NO_RESULT,
  ...body.flat(),
  0x0b,
];
export const giveBack = (value: Code): Code => [...value, 0x0f];
export const call = (index: number, ...operands: readonly Code[]): Code => [
  ...operands.flat(),
  0x10,
  ...unsigned(index),
];
