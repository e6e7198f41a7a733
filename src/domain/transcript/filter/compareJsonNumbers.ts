/** A number of up to so many signs, and no exponent, is the same as a double: 15 digits are exact. */
const EXACT = /^[\d.-]{1,15}$/;

/** Compares two numbers as JSON writes them, whatever their length: less than 0, 0, or more. */
export function compareJsonNumbers(a: string, b: string): number {
  // Minus zero is no order of its own.
  if (EXACT.test(a) && EXACT.test(b)) return Number(a) - Number(b) || 0;
  const left = readDecimal(a);
  const right = readDecimal(b);
  if (left.sign !== right.sign) return left.sign - right.sign;
  const magnitude =
    left.exponent === right.exponent
      ? compareDigits(left.digits, right.digits)
      : left.exponent - right.exponent;
  return left.sign * magnitude;
}

/** 0.digits times ten to the exponent. */
interface Decimal {
  readonly sign: -1 | 0 | 1;
  /** Without zeros at either end. */
  readonly digits: string;
  readonly exponent: number;
}

function readDecimal(text: string): Decimal {
  const [, minus = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const all = `${whole}${fraction}`;
  const significant = all.replace(/^0+/, '');
  if (significant === '') return { sign: 0, digits: '', exponent: 0 };
  const leadingZeros = all.length - significant.length;
  return {
    sign: minus === '-' ? -1 : 1,
    digits: significant.replace(/0+$/, ''),
    exponent: whole.length - leadingZeros + Number(power),
  };
}

/** Of fractions: what is missing at the end is zero. */
function compareDigits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
