import { secretNames } from "@/workflows/http/secret-names";
import { quoted } from "./literal";
import type { NodeScope } from "./scope";

/** Secrets of some templates, taken from the environment: the lines that read them, and the values to fill in. */
export function declareSecrets(
  templates: readonly string[],
  scope: NodeScope,
  values = "state",
): { lines: string[]; values: string } {
  const names = [...new Set(templates.flatMap(secretNames))];
  if (names.length === 0) return { lines: [], values };
  scope.use("./lib/env", "secretsOf");
  for (const name of names) scope.env(`SECRET_${name}`, `The secret ${name} of “${scope.title}”.`);
  return {
    lines: [`const secrets = secretsOf(${names.map(quoted).join(", ")});`],
    values: `{ ...${values}, secrets }`,
  };
}
