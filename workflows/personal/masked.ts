import type { Found, PersonalKind } from "./personal-data";

/** `later`: what is masked is kept for the run, so that it can be put back. */
export type PersonalAction = "mask" | "hash" | "later" | "block";

/** A text with a tag in place of everything found, such as `[email]`, or `[email 3f2a9c]` where it is hashed or kept. */
export function masked(
  text: string,
  found: readonly Found[],
  actionOf: (kind: PersonalKind) => PersonalAction,
  hash: (value: string) => string,
  placeOf: (value: string) => string | undefined = () => undefined,
): string {
  let out = "";
  let from = 0;
  for (const { kind, start, end } of found) {
    const value = text.slice(start, end);
    const action = actionOf(kind);
    const mark = action === "hash" ? hash(value) : action === "later" ? placeOf(value) : undefined;
    out += text.slice(from, start) + (mark === undefined ? `[${kind}]` : `[${kind} ${mark}]`);
    from = end;
  }
  return out + text.slice(from);
}

/** “2 × email, card” */
export function counted(found: readonly Found[]): string {
  const counts = Map.groupBy(found, ({ kind }) => kind);
  return [...counts].map(([kind, all]) => (all.length > 1 ? `${all.length} × ${kind}` : kind)).join(", ");
}

/** Tags that stand for what a run keeps, as `masked` writes them, each with its mark. */
export function keptTags(text: string): { mark: string; start: number; end: number }[] {
  return [...text.matchAll(/\[(?:email|phone|card|iban|ip|secret) (k[a-z0-9]{8})\]/g)].map((match) => ({
    mark: match[1] ?? "",
    start: match.index,
    end: match.index + match[0].length,
  }));
}
