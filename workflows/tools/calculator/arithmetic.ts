import { notArithmetic, type Token, tokens } from "./tokens";

const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

const functions: Readonly<Record<string, { most: number; apply: (...values: number[]) => number }>> = {
  sqrt: ofOne(Math.sqrt),
  abs: ofOne(Math.abs),
  round: { most: 2, apply: round },
  floor: ofOne(Math.floor),
  ceil: ofOne(Math.ceil),
  min: { most: Number.POSITIVE_INFINITY, apply: Math.min },
  max: { most: Number.POSITIVE_INFINITY, apply: Math.max },
  ln: ofOne(Math.log),
  log: ofOne(Math.log10),
  exp: ofOne(Math.exp),
};

function ofOne(apply: (value: number) => number) {
  return { most: 1, apply: (value = Number.NaN) => apply(value) };
}

/**
 * The value of an arithmetic expression, by recursive descent: sums of products of powers of atoms. Powers bind from
 * the right and tighter than a sign in front, as in mathematics: -2^2 is -4.
 * @throws AppError tool_failed
 */
export function calculate(expression: string): number {
  const reader = new Reader(tokens(expression));
  const value = sum(reader);
  if (reader.peek().kind !== "end") throw notArithmetic(`it does not go on after ${value}`);
  if (!Number.isFinite(value)) throw notArithmetic("the result is no finite number");
  return tidy(value);
}

class Reader {
  #at = 0;
  #depth = 0;

  constructor(private readonly list: Token[]) {}

  peek(): Token {
    return this.list[this.#at] ?? { kind: "end", text: "" };
  }

  next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  /** Takes the next token if it is one of these signs. */
  take(...signs: string[]): string | undefined {
    const token = this.peek();
    if (token.kind !== "sign" || !signs.includes(token.text)) return undefined;
    this.#at += 1;
    return token.text;
  }

  expect(sign: string): void {
    if (!this.take(sign)) throw notArithmetic(`a “${sign}” is missing`);
  }

  nested(read: () => number): number {
    this.#depth += 1;
    if (this.#depth > 100) throw notArithmetic("it is nested too deeply");
    const value = read();
    this.#depth -= 1;
    return value;
  }
}

function sum(reader: Reader): number {
  let value = product(reader);
  for (let sign = reader.take("+", "-"); sign; sign = reader.take("+", "-")) {
    const right = product(reader);
    value = sign === "+" ? value + right : value - right;
  }
  return value;
}

function product(reader: Reader): number {
  let value = signed(reader);
  for (let sign = reader.take("*", "/", "%"); sign; sign = reader.take("*", "/", "%")) {
    const right = signed(reader);
    if (sign !== "*" && right === 0) throw notArithmetic("it divides by zero");
    value = sign === "*" ? value * right : sign === "/" ? value / right : value % right;
  }
  return value;
}

function signed(reader: Reader): number {
  const sign = reader.take("+", "-");
  if (!sign) return power(reader);
  const value = reader.nested(() => signed(reader));
  return sign === "-" ? -value : value;
}

function power(reader: Reader): number {
  const base = atom(reader);
  return reader.take("^") ? base ** reader.nested(() => signed(reader)) : base;
}

function atom(reader: Reader): number {
  const token = reader.next();
  if (token.kind === "number") return token.value;
  if (token.kind === "name") return named(token.text, reader);
  if (token.text !== "(")
    throw notArithmetic(token.kind === "end" ? "it stops too early" : `“${token.text}” is misplaced`);
  const value = reader.nested(() => sum(reader));
  reader.expect(")");
  return value;
}

function named(name: string, reader: Reader): number {
  const constant = Object.hasOwn(constants, name) ? constants[name] : undefined;
  if (constant !== undefined) return constant;
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known) throw notArithmetic(`“${name}” is unknown`);
  reader.expect("(");
  const values = [reader.nested(() => sum(reader))];
  while (reader.take(",")) values.push(reader.nested(() => sum(reader)));
  reader.expect(")");
  // A value too many would be left out without a word: log(8, 2) is not log(8).
  if (values.length > known.most) throw notArithmetic(`“${name}” takes ${known.most} at most`);
  return known.apply(...values);
}

/** Halves away from zero, as people round prices; the noise in 1.005 * 100 does not turn a half down. */
function round(value = Number.NaN, digits = 0): number {
  const scaled = tidy(value * 10 ** digits);
  if (!Number.isFinite(scaled)) return value;
  return (Math.sign(value) * Math.round(Math.abs(scaled))) / 10 ** digits;
}

/** 15 significant digits are exact in a double; the rest is noise such as 0.30000000000000004. */
function tidy(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
}

/** The value as text. Past the whole numbers that a double holds exactly it shows the digits it is sure of. */
export function shown(value: number): string {
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? `about ${value.toExponential()}` : String(value);
}
