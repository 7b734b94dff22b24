/**
 * How Vitest is called for the faults of e2e/faults.
 * @param {readonly string[]} [names] of scenarios; without one, all of them
 */
export function faultArguments(names = []) {
  const only = names.length > 0 ? ["-t", ` (${names.join("|")}): `] : [];
  return ["run", "--config", "e2e/faults/vitest.config.ts", "--reporter=verbose", ...only];
}
