import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { HumanMessage } from "@langchain/core/messages";
import { usageRecords } from "@/drizzle/schema";
import type { CaseOutcome, PromptAnswer } from "@/lib/api/contract/prompts";
import { principalOf, type WorkspaceActor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { createPriceGateway } from "@/lib/usage/price-gateway";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { usageOf } from "@/workflows/events/trace/usage.server";
import { renderTemplate } from "@/workflows/expressions/template";
import type { JsonObject } from "@/workflows/graph/json";
import type { PromptCase } from "@/workflows/prompts/case";
import { caseProblem } from "@/workflows/prompts/case-problem";
import { variablesOf } from "@/workflows/prompts/variables";
import { type ModelGateway, type ModelVisit, modelMetadataKeys } from "@/workflows/runtime/ports";

export interface Trying {
  db: Database;
  modelsOf: (workspaceId: string) => ModelGateway;
}

/** The text with its variables filled. @throws AppError invalid_input (a variable has no value), expression_failed */
export function fillValues(text: string, values: JsonObject): string {
  const missing = variablesOf(text).find((name) => !Object.hasOwn(values, name));
  if (missing === undefined) return renderTemplate(text, values);
  const message = `The prompt asks for “${missing}”. Say what it stands for.`;
  throw new AppError("invalid_input", message, { field: `values.${missing}` });
}

/** One call under the rules of the workspace and the limits of its keys, counted as what it costs. @throws AppError model_… */
export async function askModel(
  { db, modelsOf }: Trying,
  actor: WorkspaceActor,
  reference: string,
  text: string,
  signal: AbortSignal,
): Promise<PromptAnswer> {
  const { workspaceId } = actor;
  const runId = newId("try");
  const visit: ModelVisit = { runId, onBehalfOf: principalOf(actor), needs: [], log: () => {} };
  const model = await modelsOf(workspaceId).resolve(reference, { fresh: true }, visit);
  const start = performance.now();
  const message = await model.invoke([new HumanMessage(text)], { signal });
  const durationMs = Math.round(performance.now() - start);
  const usage = usageOf(message);
  const provider = told(model, modelMetadataKeys.provider) ?? "";
  const name = told(model, modelMetadataKeys.model) ?? reference;
  const prices = await createPriceGateway(db, workspaceId);
  const costMicros = usage ? prices.price(provider, name, usage) : null;
  await db.insert(usageRecords).values({
    runId,
    seq: 1,
    workspaceId,
    agentId: "",
    provider,
    model: name,
    inputTokens: usage?.input ?? 0,
    outputTokens: usage?.output ?? 0,
    cachedTokens: usage?.cached ?? 0,
    costMicros,
  });
  const tokens = { inputTokens: usage?.input ?? null, outputTokens: usage?.output ?? null };
  return { model: name, text: message.text, ...tokens, costMicros, durationMs };
}

function told({ metadata }: BaseChatModel, key: string): string | undefined {
  const value = metadata?.[key];
  return typeof value === "string" ? value : undefined;
}

/** Asks the cases one after the other; a model that fails fails the case. */
export async function testCases(
  trying: Trying,
  actor: WorkspaceActor,
  asked: { text: string; model: string; cases: readonly PromptCase[] },
  signal: AbortSignal,
): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = [];
  for (const each of asked.cases) outcomes.push(await testCase(trying, actor, { ...asked, each }, signal));
  return outcomes;
}

async function testCase(
  trying: Trying,
  actor: WorkspaceActor,
  { text, model, each }: { text: string; model: string; each: PromptCase },
  signal: AbortSignal,
): Promise<CaseOutcome> {
  const { name, values, expect } = each;
  let filled: string | null = null;
  try {
    filled = fillValues(text, values);
    const answer = await askModel(trying, actor, model, filled, signal);
    const problem = caseProblem(expect, answer.text) ?? null;
    return { name, passed: problem === null, problem, filled, answer };
  } catch (error) {
    if (!isAppError(error) || signal.aborted) throw error;
    return { name, passed: false, problem: error.message, filled, answer: null };
  }
}
