import type { JsonObject } from "@/workflows/graph/json";

const secret = /pass(word|phrase|code)|secret|token$|api_?key|credential|private_?key|^pin$/i;

/** Values as they may be kept in a browser: what goes by the name of a secret is left out, at any depth. */
export function withoutSecrets(values: JsonObject): JsonObject {
  const kept = Object.entries(values).filter(([name]) => !secret.test(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      typeof value === "object" && value !== null && !Array.isArray(value) ? withoutSecrets(value) : value,
    ]),
  );
}
