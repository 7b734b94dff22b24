import type { Environment } from "@marcbachmann/cel-js";

type Number_ = number | bigint;

const arithmetic: Record<string, (left: number, right: number) => number> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": (left, right) => left % right,
};

/**
 * CEL keeps whole numbers and fractions apart and refuses `count + 1` where `count` is a fraction. JSON knows only
 * numbers, so every mixed pair gets the operators too and gives a fraction.
 */
export function registerNumbers(environment: Environment): Environment {
  for (const [sign, compute] of Object.entries(arithmetic)) {
    const handler = (left: Number_, right: Number_) => compute(Number(left), Number(right));
    environment.registerOperator(`int ${sign} double: double`, handler);
    environment.registerOperator(`double ${sign} int: double`, handler);
  }
  environment.registerOperator("double % double: double", (left: number, right: number) => left % right);

  // CEL adds the mirrored pair by itself.
  const equal = (left: Number_, right: Number_) => Number(left) === Number(right);
  environment.registerOperator("int == double: bool", equal);
  return environment;
}
