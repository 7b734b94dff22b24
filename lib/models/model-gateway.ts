import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { Queryable } from "@/lib/db/database";
import type { Egress } from "@/lib/egress/egress";
import type { RulesOf } from "@/lib/egress/settings";
import type { BreakerPlace, Breakers } from "@/lib/resilience/breakers";
import { shared } from "@/lib/resilience/share";
import type { Vault } from "@/lib/secrets/vault";
import { type AskingRun, refusalOf } from "@/workflows/catalogue/refusal";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { AnswersOfAgent } from "@/workflows/graph/kept-answers";
import { slotOf } from "@/workflows/graph/model-slot";
import { roughTokens } from "@/workflows/nodes/shorten.server";
import {
  type ModelGateway,
  type ModelSettings,
  type ModelVisit,
  modelMetadataKeys,
} from "@/workflows/runtime/ports";
import { type AnswerKeeper, keptModel } from "./cache/keeper";
import { factsOf } from "./catalogue/facts-of";
import type { ModelConnection, OpenConnection } from "./connection";
import { openConnection } from "./connections";
import { demandsOfRuns } from "./governance/demands-of-run";
import { guardModel } from "./guard-model";
import type { Latencies } from "./latency/latencies";
import { type CallGuard, type CallLimits, defaultLimits } from "./model-call";
import { runHints } from "./model-error";
import { createOffline } from "./providers/offline/create";
import { providerOf } from "./providers/registry";
import type { KeyQueue, Turn } from "./queue/key-queue";
import { refuseUntakable } from "./refuse-untakable";
import { ladderOf } from "./routing";
import { type ModelsWayOut, modelsWayOut } from "./way-out";

export const offlineReference = "offline/offline";

export interface ModelGatewayParts {
  db: Queryable;
  vault: Vault;
  egress: Egress;
  rulesOf: RulesOf;
  breakers?: Breakers;
  limits?: CallLimits;
  /** Keeps answers for agents that want it. */
  keeper?: AnswerKeeper;
  /** Absent: limits of keys are not kept to. */
  queue?: KeyQueue;
  latencies?: Latencies;
  /** Pace of the offline model's stream. */
  offlineMsPerToken?: number;
}

/** Models of a workspace, ready to be called: guarded addresses, clear errors, usage in streams. */
export function modelGateways(
  parts: ModelGatewayParts,
): (workspaceId: string, answers?: AnswersOfAgent) => ModelGateway {
  const open = shared(
    ({ workspaceId, id }: { workspaceId: string; id: string }) =>
      openConnection(parts.db, parts.vault, { workspaceId }, id),
    ({ workspaceId, id }) => `${workspaceId} ${id}`,
  );
  const demandsOf = demandsOfRuns(parts.db);
  const runOf = async (workspaceId: string, visit: ModelVisit | undefined) =>
    visit && { onBehalfOf: visit.onBehalfOf, demands: await demandsOf(workspaceId, visit.runId) };
  const ladder = async (workspaceId: string, reference: string, visit: ModelVisit | undefined) => {
    const name = slotOf(reference);
    if (name === undefined) return undefined;
    return ladderOf(parts.db, { workspaceId, name, visit, run: await runOf(workspaceId, visit) });
  };
  return (workspaceId, answers) => ({
    ladder: (reference, visit) => ladder(workspaceId, reference, visit),
    async resolve(name, settings, visit) {
      const kept = (
        model: BaseChatModel,
        called: { reference: string; version: string },
        asked: ModelSettings,
      ) =>
        parts.keeper && answers
          ? keptModel(parts.keeper, model, called, { workspaceId, visit, ...answers }, asked)
          : model;
      const reference = (await ladder(workspaceId, name, visit))?.references[0] ?? name;
      const { connectionId, model } = parseReference(reference);
      if (reference === offlineReference) {
        refuseUntakable(providerOf("offline").definition, settings);
        return kept(offline(parts, settings), { reference, version: "" }, settings);
      }
      const [connection, run] = await Promise.all([
        known(reference, () => open({ workspaceId, id: connectionId })),
        runOf(workspaceId, visit),
      ]);
      if (run) refuseRun(connection, model, run);
      const breaker = parts.breakers?.of(providerPlace(workspaceId, connection, model));
      const { limits } = parts;
      const chat = createModel(modelsWayOut(parts, workspaceId), connection, model, settings, {
        breaker,
        limits,
        queue: queueOf(parts.queue, connection, settings, visit),
        onAnswered: parts.latencies && ((ms) => parts.latencies?.note(connection.id, model, ms)),
      });
      return kept(chat, { reference, version: connection.updatedAt }, settings);
    },
  });
}

/** A chat model of an opened connection. */
export function createModel(
  wayOut: ModelsWayOut,
  connection: OpenConnection,
  model: string,
  settings: ModelSettings,
  {
    breaker,
    limits = defaultLimits,
    queue,
    onAnswered,
  }: Partial<Pick<CallGuard, "breaker" | "queue" | "onAnswered">> & { limits?: CallLimits | undefined } = {},
) {
  const { definition, create } = providerOf(connection.provider);
  refuseUntakable(definition, settings);
  const { key, baseUrl, settings: account } = connection;
  const chat = create({
    model,
    key,
    baseUrl,
    account,
    settings,
    fetch: wayOut.fetchFor(privateHost(connection)),
    metadata: metadata(definition.type, model),
  });
  const context = { label: labelOf(connection, model), key };
  return guardModel(chat, { context, limits: limitsOf(settings, limits), breaker, queue, onAnswered });
}

/** Says before a call that the run may not make it. @throws AppError model_not_allowed */
export function refuseRun(connection: OpenConnection, model: string, run: AskingRun): void {
  const { facts } = factsOf(connection, model, connection.said.get(model));
  const why = refusalOf(facts, run);
  if (why === undefined) return;
  throw new AppError("model_not_allowed", `${labelOf(connection, model)} ${why}.`, {
    field: "model",
    hint: runHints.model_not_allowed,
  });
}

/** Where the key is limited: the line in which its calls of all processes stand. */
function queueOf(
  queue: KeyQueue | undefined,
  connection: OpenConnection,
  { maxTokens = usualAnswer }: ModelSettings,
  visit: ModelVisit | undefined,
): CallGuard["queue"] {
  const line = lineOf(queue, connection, visit);
  return line && ((messages, signal) => line(roughTokens(messages) + maxTokens, signal));
}

/** The same for calls whose tokens are known otherwise. */
export function lineOf(
  queue: KeyQueue | undefined,
  { id, name, limits }: OpenConnection,
  visit: ModelVisit | undefined,
): ((tokens: number, signal: AbortSignal | undefined) => Promise<Turn | undefined>) | undefined {
  if (!queue || (limits.requestsPerMinute === undefined && limits.tokensPerMinute === undefined))
    return undefined;
  return (tokens, signal) =>
    queue.enter(
      { connectionId: id, name, limits },
      { tokens, deadline: visit?.deadline, log: visit?.log, signal },
    );
}

/** What an answer is taken for until its real size is known. */
const usualAnswer = 500;

/** Each model has a breaker of its own: providers limit and lose single ones. */
export function providerPlace(workspaceId: string, connection: ModelConnection, model: string): BreakerPlace {
  const id = `${connection.id}/${model}`;
  return {
    kind: "provider",
    workspaceId,
    id,
    version: connection.updatedAt,
    name: labelOf(connection, model),
  };
}

export function labelOf({ name }: ModelConnection, model: string): string {
  return `${name} · ${model}`;
}

export function limitsOf({ timeoutMs }: ModelSettings, limits: CallLimits): CallLimits {
  return timeoutMs === undefined ? limits : { ...limits, totalMs: timeoutMs };
}

function offline({ egress, offlineMsPerToken }: ModelGatewayParts, settings: ModelSettings) {
  const model = createOffline(
    {
      model: "offline",
      key: null,
      baseUrl: null,
      account: {},
      settings,
      fetch: egress.fetchFor([]),
      metadata: metadata("offline", "offline"),
    },
    offlineMsPerToken,
  );
  const context = { label: "The offline model", key: null };
  return guardModel(model, { context, limits: limitsOf(settings, defaultLimits) });
}

function metadata(provider: string, model: string): Record<string, string> {
  return { [modelMetadataKeys.provider]: provider, [modelMetadataKeys.model]: model };
}

/** The one private host and port that an administrator opened for this connection, if any. */
export function privateHost({
  allowPrivate,
  baseUrl,
}: Pick<OpenConnection, "allowPrivate" | "baseUrl">): string[] {
  const url = allowPrivate && baseUrl ? URL.parse(baseUrl) : null;
  if (!url) return [];
  return [`${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`];
}

export function parseReference(reference: string): { connectionId: string; model: string } {
  const slash = reference.indexOf("/");
  // Model names may hold slashes themselves: `con_1/meta-llama/Llama-3.3`.
  const [connectionId, model] = [reference.slice(0, slash), reference.slice(slash + 1)];
  if (slash < 1 || !model) throw notConfigured(`"${reference}" does not name a model.`);
  return { connectionId, model };
}

export async function known(reference: string, open: () => Promise<OpenConnection>): Promise<OpenConnection> {
  try {
    return await open();
  } catch (error) {
    if (!isAppError(error) || error.code !== "not_found") throw error;
    throw notConfigured(`The model ${reference} belongs to a connection that this workspace does not have.`);
  }
}

export function notConfigured(message: string): AppError {
  return new AppError("model_not_configured", message, {
    field: "model",
    hint: "Choose another model, or add the connection in Settings → Models.",
  });
}
