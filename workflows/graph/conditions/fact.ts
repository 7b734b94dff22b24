import type { Literal } from "./literal";

export type Sign = "<" | "<=" | ">" | ">=";

/** Something known about the value of a part of a condition, named by its canonical text. */
export type Fact = { term: string } & (
  | { kind: "is" | "is not"; value: Literal }
  | {
      kind: "range";
      sign: Sign;
      value: number | string;
      /** Known only because the opposite is false, which it is of NaN as well. */
      orNaN: boolean;
    }
);

/** Whether no value at all can be so. When in doubt, it can. */
export function contradict(facts: readonly Fact[]): boolean {
  const byTerm = Map.groupBy(facts, ({ term }) => term);
  return [...byTerm.values()].some((about) =>
    about.some((one, index) => about.slice(index + 1).some((other) => excludes(one, other))),
  );
}

function excludes(one: Fact, other: Fact): boolean {
  if (one.kind === "range") {
    return other.kind === "range" ? apart(one, other) : other.kind === "is" && !inRange(other.value, one);
  }
  if (other.kind === "range") return one.kind === "is" && !inRange(one.value, other);
  if (one.kind === "is" && other.kind === "is") return one.value !== other.value;
  return one.kind !== other.kind && one.value === other.value;
}

type Range = Extract<Fact, { kind: "range" }>;

/** Whether a value lies in a range; one of another type cannot even be compared with it. */
function inRange(value: Literal, { sign, value: bound }: Range): boolean {
  if (typeof value === "number" && typeof bound === "number") return compares(value, sign, bound);
  return typeof value === "string" && typeof bound === "string" && compares(value, sign, bound);
}

function compares<Value extends number | string>(value: Value, sign: Sign, bound: Value): boolean {
  if (sign === "<") return value < bound;
  if (sign === "<=") return value <= bound;
  return sign === ">" ? value > bound : value >= bound;
}

function apart(one: Range, other: Range): boolean {
  if (one.orNaN && other.orNaN) return false;
  if (typeof one.value !== typeof other.value) return true;
  const oneBelow = one.sign.startsWith("<");
  if (oneBelow === other.sign.startsWith("<")) return false;
  const [upper, lower] = oneBelow ? [one, other] : [other, one];
  if (upper.value === lower.value) return upper.sign === "<" || lower.sign === ">";
  return upper.value < lower.value;
}
