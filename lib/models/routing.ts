import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { modelSlots } from "@/drizzle/schema";
import { slotModelSchema } from "@/lib/api/contract/model-slots";
import type { Queryable } from "@/lib/db/database";
import { unitPrices } from "@/lib/usage/price-call";
import { listPriceOverrides, toOverrideMap } from "@/lib/usage/price-overrides";
import { type AskingRun, refusalOf } from "@/workflows/catalogue/refusal";
import { AppError } from "@/workflows/errors/app-error";
import { slotReference } from "@/workflows/graph/model-slot";
import { type SlotRule, slotRuleSchema } from "@/workflows/routing/registry";
import { routeSlot } from "@/workflows/routing/route";
import type { Candidate } from "@/workflows/routing/rule-kind";
import type { ModelLadderOf, ModelVisit } from "@/workflows/runtime/ports";
import { type CatalogueModel, readCatalogue } from "./catalogue/catalogue";
import { readLatencies } from "./latency/read-latencies";

interface SlotModel {
  reference: string;
  weight?: number | undefined;
}

interface Asked {
  workspaceId: string;
  name: string;
  visit: ModelVisit | undefined;
  /** On whose behalf; absent where no run asks. */
  run: AskingRun | undefined;
}

/**
 * The models of a slot in the order in which they are asked this time, without those that the run may not ask.
 * @throws AppError model_not_configured; model_not_allowed where none is left
 */
export async function ladderOf(db: Queryable, asked: Asked): Promise<ModelLadderOf> {
  const { workspaceId, name, visit, run } = asked;
  const slot = await readSlot(db, workspaceId, name);
  const { allowed, refused } = judged(await candidatesOf(db, workspaceId, slot), run);
  const route = routeSlot(allowed, slot.rules, {
    needs: visit?.needs ?? [],
    promptTokens: visit?.promptTokens,
    answerTokens: visit?.answerTokens,
    lot: Math.random(),
  });
  const left = [...refused, ...route.left.map(({ name: model, why }) => `${model} ${why}`)];
  if (route.references.length === 0) throw noneLeft(name, left);
  const { references, because, escalate } = route;
  return { references, because, ...(left.length > 0 && { left }), ...(escalate && { escalate }) };
}

function judged(models: readonly Candidate[], run: AskingRun | undefined) {
  const seen = models.map((model) => ({ model, why: run && refusedTo(model, run) }));
  return {
    allowed: seen.filter(({ why }) => why === undefined).map(({ model }) => model),
    refused: seen.flatMap(({ model, why }) => (why === undefined ? [] : [`${model.name} ${why}`])),
  };
}

/** Nothing leaves this process for the offline model, so it may see everything. */
function refusedTo({ reference, facts }: Candidate, run: AskingRun): string | undefined {
  return reference === "offline/offline" ? undefined : refusalOf(facts, run);
}

async function readSlot(db: Queryable, workspaceId: string, name: string) {
  const [row] = await db
    .select()
    .from(modelSlots)
    .where(and(eq(modelSlots.workspaceId, workspaceId), eq(modelSlots.name, name)));
  if (row) {
    const models = z.array(slotModelSchema).parse(row.models);
    return { models, rules: z.array(slotRuleSchema).parse(row.rules) };
  }
  throw new AppError("model_not_configured", `This workspace has no slot “${name}” for models.`, {
    field: "model",
    hint: `Add “${name}” in Settings → Models, or choose another model (${slotReference(name)}).`,
  });
}

/** With what the slot's rules look at, and nothing more. */
async function candidatesOf(
  db: Queryable,
  workspaceId: string,
  { models, rules }: { models: readonly SlotModel[]; rules: readonly SlotRule[] },
): Promise<Candidate[]> {
  const looksAt = (kind: SlotRule["kind"]) => rules.some((rule) => rule.kind === kind);
  const [catalogue, overrides, latencyOf] = await Promise.all([
    readCatalogue(db, { workspaceId }),
    looksAt("cost") ? listPriceOverrides(db, { workspaceId }).then(toOverrideMap) : new Map(),
    looksAt("latency") ? readLatencies(db, { workspaceId }) : (): null => null,
  ]);
  return models.map(({ reference, weight }) => {
    const known = catalogue.find((each) => each.reference === reference);
    const prices = known && looksAt("cost") ? unitPrices(pricedAs(known), overrides) : unknownPrices;
    return {
      reference,
      weight,
      name: known?.model ?? reference.slice(reference.indexOf("/") + 1),
      facts: known?.facts ?? {},
      ...prices,
      latencyMs: latencyOf(reference),
    };
  });
}

const unknownPrices = { inputPrice: null, outputPrice: null };

export function pricedAs({ model, connection: { provider, baseUrl } }: CatalogueModel) {
  return { provider, model, baseUrl };
}

function noneLeft(slot: string, left: readonly string[]): AppError {
  return new AppError(
    "model_not_allowed",
    `No model of the slot “${slot}” may be asked: ${left.join("; ")}.`,
    {
      field: "model",
      hint: "Change the slot, its rules or what is known of its models in Settings → Models.",
    },
  );
}
