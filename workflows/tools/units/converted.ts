import { convert, getMeasureKind, type Unit } from "convert";
import { AppError } from "@/workflows/errors/app-error";

/** Ways of writing that people use and the library does not know. */
const others: ReadonlyMap<string, string> = new Map([
  ["mph", "mi/h"],
  ["kmh", "km/h"],
  ["kph", "km/h"],
  ["fps", "ft/s"],
  ["mpg", "mi/gal"],
  ["kn", "nmi/h"],
  ["knot", "nmi/h"],
  ["knots", "nmi/h"],
  ["°", "deg"],
  ["sec", "s"],
  ["secs", "s"],
  ["hr", "h"],
  ["hrs", "h"],
]);

/** Units that the library does not know, in one that it does. */
const inOthers: ReadonlyMap<string, Measure> = new Map([
  ["cal", { unit: "J", times: 4.184 }],
  ["kcal", { unit: "kJ", times: 4.184 }],
  ["btu", { unit: "J", times: 1055.05585262 }],
  ["mmhg", { unit: "Pa", times: 133.322387415 }],
]);

/** Enough to tell amounts apart, few enough that no rounding of the machine shows. */
const digits = 12;

/** An amount in another unit, as a sentence. @throws AppError tool_failed */
export function converted(value: number, from: string, to: string): string {
  const [over, under] = [ratioOf(from), ratioOf(to)];
  if (Boolean(over.below) !== Boolean(under.below)) throw mismatch(from, to);
  const result =
    over.below && under.below
      ? stepsIn(value, over.top, under.top) / stepsIn(1, over.below, under.below)
      : amountIn(value, over.top, under.top);
  if (!Number.isFinite(result)) throw new AppError("tool_failed", `${value} ${from} is too much to convert.`);
  return `${value} ${from} = ${Number(result.toPrecision(digits))} ${to}`;
}

/** A unit, and how many of it there are in the one that was written. */
interface Measure {
  unit: Unit;
  times: number;
}

interface Ratio {
  top: Measure;
  /** What it is counted per: the hour of km/h. */
  below: Measure | undefined;
}

function ratioOf(written: string): Ratio {
  const [top = "", below, ...more] = (others.get(written.trim().toLowerCase()) ?? written).split("/");
  if (more.length > 0) throw unknown(written);
  return { top: measureOf(top), below: below === undefined ? undefined : measureOf(below) };
}

function amountIn(value: number, from: Measure, to: Measure): number {
  if (getMeasureKind(from.unit) !== getMeasureKind(to.unit)) throw mismatch(from.unit, to.unit);
  return convert(value * from.times, from.unit).to(to.unit) / to.times;
}

/** In a ratio, degrees are steps of a scale, wherever its zero is: 1 K is 1.8 °F there. */
function stepsIn(value: number, from: Measure, to: Measure): number {
  return amountIn(value, from, to) - amountIn(0, from, to);
}

function measureOf(written: string): Measure {
  const name = written.trim().toLowerCase();
  return inOthers.get(name) ?? { unit: unitOf(others.get(name) ?? written), times: 1 };
}

/** As written, or in small letters: Kilometres is one, but mB is not MB. */
function unitOf(written: string): Unit {
  const unit = written
    .trim()
    .replaceAll("²", "2")
    .replaceAll("³", "3")
    .replace(/^°|\^(?=[23]$)/g, "");
  const found = [unit, unit.toLowerCase()].find(isUnit);
  if (found === undefined) throw unknown(written);
  return found;
}

const isUnit = (unit: string): unit is Unit => getMeasureKind(unit) !== undefined;

function unknown(written: string): AppError {
  return new AppError("tool_failed", `“${written.trim()}” is no unit that is known.`, {
    hint: "Write it as km, miles, kg, lb, °C, l, kWh, h, MB or km/h.",
  });
}

function mismatch(from: string, to: string): AppError {
  return new AppError("tool_failed", `${from} cannot be turned into ${to}: they measure different things.`);
}
