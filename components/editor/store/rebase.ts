import { apply, batchOf, stepsOf } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";
import { sharesAny, touched } from "./touched";

export interface Skipped {
  operation: SingleOperation;
  /** Why it no longer applies. */
  reason: string;
}

export interface Rebased {
  document: GraphDocument;
  /** What could be applied, in order. */
  applied: Operation[];
  skipped: Skipped[];
}

/** Applies operations on top of a document they were not made for; what no longer fits is left out and said. */
export function rebase(document: GraphDocument, operations: readonly Operation[]): Rebased {
  let current = document;
  const applied: Operation[] = [];
  const skipped: Skipped[] = [];
  for (const operation of operations) {
    const kept: SingleOperation[] = [];
    for (const step of stepsOf(operation)) {
      const next = apply(current, step);
      if (next.ok) {
        current = next.value;
        kept.push(step);
      } else {
        skipped.push({ operation: step, reason: next.problem.message });
      }
    }
    if (kept.length > 0) applied.push(batchOf(kept, operation.op === "batch" ? operation.label : undefined));
  }
  return { document: current, applied, skipped };
}

/**
 * `mine` on top of somebody else's operations, where the two are about different things; `null` where a person
 * has to decide.
 */
export function mergeQuietly(
  base: GraphDocument,
  theirs: readonly Operation[],
  mine: readonly Operation[],
): { base: GraphDocument; document: GraphDocument } | null {
  if (sharesAny(touched(theirs), touched(mine))) return null;
  const onBase = rebase(base, theirs);
  const onTop = rebase(onBase.document, mine);
  // The other way round too: what I deleted must not silently take along what they did to it.
  const underneath = rebase(rebase(base, mine).document, theirs);
  const skipped = [onBase, onTop, underneath].some((each) => each.skipped.length > 0);
  return skipped ? null : { base: onBase.document, document: onTop.document };
}
