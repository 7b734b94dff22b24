import $RefParser from "@apidevtools/json-schema-ref-parser";

/** Long enough for the largest descriptions, short enough that a malicious one holds nobody up. */
const patienceMs = 10_000;

/**
 * With references inside it replaced by what they stand for; where they go round in circles, so do the objects.
 * References to other files and addresses are left as they are: nothing is fetched around the egress guard.
 * The value given is changed. @throws Error where a reference leads nowhere
 */
export function dereferenced(value: object): Promise<unknown> {
  return $RefParser.dereference(value, {
    resolve: { external: false },
    dereference: { circular: true },
    timeoutMs: patienceMs,
  });
}
