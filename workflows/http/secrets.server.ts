import type { SecretGateway } from "@/workflows/runtime/ports";
import { secretNames } from "./secret-names";

/** The secrets that some templates ask for, by name. @throws AppError not_found */
export async function revealSecrets(
  templates: readonly string[],
  secrets: SecretGateway,
): Promise<Record<string, string>> {
  const names = [...new Set(templates.flatMap(secretNames))];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await secrets.reveal(name)] as const)),
  );
}

/** A text in which no secret can be read, neither as it is nor encoded as paths and queries are. */
export function redact(text: string, secrets: Record<string, string>): string {
  const values = Object.values(secrets).filter((value) => value !== "");
  return (
    values
      .flatMap((value) => [value, encodeURIComponent(value), queryEncoded(value)])
      // A secret that is part of a longer one must not leave the rest of it behind.
      .sort((one, other) => other.length - one.length)
      .reduce((redacted, value) => redacted.replaceAll(value, "•••"), text)
  );
}

/** As `URLSearchParams` writes it: a space is a plus, and more signs are escaped than in a path. */
function queryEncoded(value: string): string {
  return new URLSearchParams({ value }).toString().slice("value=".length);
}
