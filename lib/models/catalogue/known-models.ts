import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { abilities, type Facts } from "@/workflows/catalogue/facts";
import type { KnownModel } from "@/workflows/graph/configured";
import { slotReference } from "@/workflows/graph/model-slot";
import { readCatalogue } from "./catalogue";

interface Slot {
  name: string;
  models: readonly { reference: string }[];
}

/** What graphs can know of the models and the slots that they name. */
export async function knownModels(
  db: Queryable,
  scope: Pick<WorkspaceActor, "workspaceId">,
  slots: readonly Slot[],
): Promise<KnownModel[]> {
  const models = (await readCatalogue(db, scope)).map(({ reference, model: name, facts }) => ({
    reference,
    name,
    facts,
  }));
  const factsOf = new Map(models.map(({ reference, facts }) => [reference, facts]));
  const named = slots.map((slot) => ({
    reference: slotReference(slot.name),
    name: slot.name,
    facts: sharedFacts(slot.models.map(({ reference }) => factsOf.get(reference) ?? {})),
  }));
  return [...models, ...named];
}

/** What none of them can do, and the longest answer that one gives: any of them may be asked. */
export function sharedFacts(all: readonly Facts[]): Facts {
  const lacking = abilities.filter((name) => all.every((facts) => facts[name] === false));
  const sizes = all.map(({ outputTokens }) => outputTokens ?? Infinity);
  const outputTokens = Math.max(...sizes, 0);
  return {
    ...Object.fromEntries(lacking.map((name) => [name, false])),
    ...(Number.isFinite(outputTokens) && outputTokens > 0 && { outputTokens }),
  };
}
