import { z } from "zod";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Choice } from "@/workflows/graph/merge/conflict";
import { type Merge, resolve } from "@/workflows/graph/merge/merge3";
import { withText } from "@/workflows/graph/merge/with-text";

/** What a person decided about one conflict: a side, or a text of their own made of both. */
export const decisionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["mine", "theirs"]) }),
  z.object({ kind: z.literal("both"), text: z.string() }),
]);
export type Decision = z.infer<typeof decisionSchema>;

/** Decisions by the ids of their conflicts. */
export const decisionsSchema = z.record(z.string(), decisionSchema);
export type Decisions = Readonly<Record<string, Decision>>;

/** The merged document as decided. */
export function decided(merge: Merge, decisions: Decisions): GraphDocument {
  const sides = Object.entries(decisions).map(([id, { kind }]): [string, Choice] => [
    id,
    kind === "theirs" ? "theirs" : "mine",
  ]);
  return merge.conflicts.reduce(
    (document, conflict) => {
      const decision = Object.hasOwn(decisions, conflict.id) ? decisions[conflict.id] : undefined;
      return decision?.kind === "both" ? withText(document, conflict, decision.text) : document;
    },
    resolve(merge, Object.fromEntries(sides)),
  );
}
