import type { Queryable } from "@/lib/db/database";
import type { Egress } from "@/lib/egress/egress";
import type { Breaker } from "@/lib/resilience/breaker";
import type { BreakerPlace, Breakers } from "@/lib/resilience/breakers";
import { shared } from "@/lib/resilience/share";
import type { Vault } from "@/lib/secrets/vault";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { type ModelGateway, type ModelSettings, modelMetadataKeys } from "@/workflows/runtime/ports";
import type { ModelConnection, OpenConnection } from "./connection";
import { openConnection } from "./connections";
import { guardModel } from "./guard-model";
import { type CallLimits, defaultLimits } from "./model-call";
import { createOffline } from "./providers/offline/create";
import { providerOf } from "./providers/registry";

export const offlineReference = "offline/offline";

export interface ModelGatewayParts {
  db: Queryable;
  vault: Vault;
  egress: Egress;
  breakers?: Breakers;
  limits?: CallLimits;
  /** Pace of the offline model's stream. */
  offlineMsPerToken?: number;
}

/** Models of a workspace, ready to be called: guarded addresses, clear errors, usage in streams. */
export function modelGateways(parts: ModelGatewayParts): (workspaceId: string) => ModelGateway {
  const open = shared(
    ({ workspaceId, id }: { workspaceId: string; id: string }) =>
      openConnection(parts.db, parts.vault, { workspaceId }, id),
    ({ workspaceId, id }) => `${workspaceId} ${id}`,
  );
  return (workspaceId) => ({
    async resolve(reference, settings) {
      const { connectionId, model } = parseReference(reference);
      if (reference === offlineReference) return offline(parts, settings);
      const connection = await known(reference, () => open({ workspaceId, id: connectionId }));
      const breaker = parts.breakers?.of(providerPlace(workspaceId, connection, model));
      return createModel(parts.egress, connection, model, settings, { breaker, limits: parts.limits });
    },
  });
}

/** A chat model of an opened connection. */
export function createModel(
  egress: Egress,
  connection: OpenConnection,
  model: string,
  settings: ModelSettings,
  {
    breaker,
    limits = defaultLimits,
  }: { breaker?: Breaker | undefined; limits?: CallLimits | undefined } = {},
) {
  const { definition, create } = providerOf(connection.provider);
  const { key, baseUrl } = connection;
  const chat = create({
    model,
    key,
    baseUrl,
    settings,
    fetch: egress.fetchFor(privateHost(connection)),
    metadata: metadata(definition.type, model),
  });
  const context = { label: labelOf(connection, model), key };
  return guardModel(chat, { context, limits: limitsOf(settings, limits), breaker });
}

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

function labelOf({ name }: ModelConnection, model: string): string {
  return `${name} · ${model}`;
}

function limitsOf({ timeoutMs }: ModelSettings, limits: CallLimits): CallLimits {
  return timeoutMs === undefined ? limits : { ...limits, totalMs: timeoutMs };
}

function offline({ egress, offlineMsPerToken }: ModelGatewayParts, settings: ModelSettings) {
  const model = createOffline(
    {
      model: "offline",
      key: null,
      baseUrl: null,
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
function privateHost({ allowPrivate, baseUrl }: OpenConnection): string[] {
  const url = allowPrivate && baseUrl ? URL.parse(baseUrl) : null;
  if (!url) return [];
  return [`${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`];
}

function parseReference(reference: string): { connectionId: string; model: string } {
  const slash = reference.indexOf("/");
  // Model names may hold slashes themselves: `con_1/meta-llama/Llama-3.3`.
  const [connectionId, model] = [reference.slice(0, slash), reference.slice(slash + 1)];
  if (slash < 1 || !model) throw notConfigured(`"${reference}" does not name a model.`);
  return { connectionId, model };
}

async function known(reference: string, open: () => Promise<OpenConnection>): Promise<OpenConnection> {
  try {
    return await open();
  } catch (error) {
    if (!isAppError(error) || error.code !== "not_found") throw error;
    throw notConfigured(`The model ${reference} belongs to a connection that this workspace does not have.`);
  }
}

function notConfigured(message: string): AppError {
  return new AppError("model_not_configured", message, {
    field: "model",
    hint: "Choose another model, or add the connection in Settings → Models.",
  });
}
