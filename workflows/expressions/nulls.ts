import type { Environment } from "@marcbachmann/cel-js";

/** A channel without a value is null, so every type may be compared with null; CEL alone refuses that. */
export function registerNulls(environment: Environment): Environment {
  for (const type of ["string", "int", "double", "bool", "list", "map"]) {
    environment.registerOperator(`${type} == null: bool`, (value: unknown) => value === null);
  }
  return environment;
}
