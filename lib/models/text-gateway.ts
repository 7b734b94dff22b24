import { HumanMessage } from "@langchain/core/messages";
import type { Breaker } from "@/lib/resilience/breaker";
import { shared } from "@/lib/resilience/share";
import { roughTokens } from "@/workflows/nodes/shorten.server";
import type { ModelVisit, TextModelGateway } from "@/workflows/runtime/ports";
import type { OpenConnection } from "./connection";
import { openConnection } from "./connections";
import { demandsOfRuns } from "./governance/demands-of-run";
import { defaultLimits, ModelCall } from "./model-call";
import {
  known,
  labelOf,
  lineOf,
  type ModelGatewayParts,
  notConfigured,
  offlineReference,
  parseReference,
  privateHost,
  providerPlace,
  refuseRun,
} from "./model-gateway";
import type { Provider } from "./providers/provider";
import { providerOf } from "./providers/registry";
import type { TextInput } from "./providers/text-call";
import { modelsWayOut } from "./way-out";

/** Where calls of one model go, and what guards them. */
interface Way {
  provider: Provider;
  model: string;
  label: string;
  input: Omit<TextInput, "signal">;
  breaker: Breaker | undefined;
  /** Where the key is limited: waits for the call's turn. */
  line: ReturnType<typeof lineOf>;
}

/** Models of a workspace that embed and rank texts: guarded addresses, clear errors, bounded in time. */
export function textModelGateways(
  parts: Omit<ModelGatewayParts, "offlineMsPerToken">,
): (workspaceId: string) => TextModelGateway {
  const open = shared(
    ({ workspaceId, id }: { workspaceId: string; id: string }) =>
      openConnection(parts.db, parts.vault, { workspaceId }, id),
    ({ workspaceId, id }) => `${workspaceId} ${id}`,
  );
  const demandsOf = demandsOfRuns(parts.db);
  const wayTo = async (
    workspaceId: string,
    reference: string,
    visit: ModelVisit | undefined,
  ): Promise<Way> => {
    const { connectionId, model } = parseReference(reference);
    if (reference === offlineReference) return offlineWay(parts);
    const connection = await known(reference, () => open({ workspaceId, id: connectionId }));
    if (visit) {
      const demands = await demandsOf(workspaceId, visit.runId);
      refuseRun(connection, model, { onBehalfOf: visit.onBehalfOf, demands });
    }
    return {
      provider: providerOf(connection.provider),
      model,
      label: labelOf(connection, model),
      input: inputOf(parts, workspaceId, connection, model),
      breaker: parts.breakers?.of(providerPlace(workspaceId, connection, model)),
      line: lineOf(parts.queue, connection, visit),
    };
  };
  const guarded = async <Answer extends { inputTokens: number | null }>(
    { label, input, breaker, line }: Way,
    texts: readonly string[],
    signal: AbortSignal | undefined,
    ask: (input: TextInput) => Promise<Answer>,
  ): Promise<Answer> => {
    const guard = { context: { label, key: input.key }, limits: parts.limits ?? defaultLimits, breaker };
    const turn = await line?.(roughTokens(texts.map((text) => new HumanMessage(text))), signal);
    const call = new ModelCall(guard, signal, false, turn);
    try {
      const answer = await ask({ ...input, signal: call.signal });
      if (answer.inputTokens !== null) call.took(answer.inputTokens);
      call.answered();
      return answer;
    } catch (error) {
      throw call.failed(error);
    }
  };

  return (workspaceId) => ({
    async embedder(reference, visit) {
      const way = await wayTo(workspaceId, reference, visit);
      const { embeddings, definition } = way.provider;
      if (!embeddings) throw cannot(definition.title, "embed");
      return {
        provider: definition.type,
        model: way.model,
        batch: embeddings.batch,
        embed: ({ texts, purpose, dimensions, signal }) =>
          guarded(way, texts, signal, (input) => embeddings.embed({ ...input, texts, purpose, dimensions })),
      };
    },
    async reranker(reference, visit) {
      const way = await wayTo(workspaceId, reference, visit);
      const { rank, definition } = way.provider;
      if (!rank) throw cannot(definition.title, "rank");
      return {
        provider: definition.type,
        model: way.model,
        rank: ({ query, texts, signal }) =>
          guarded(way, [query, ...texts], signal, (input) => rank({ ...input, query, texts })),
      };
    },
  });
}

function offlineWay({ egress }: Pick<ModelGatewayParts, "egress">): Way {
  const input = { model: "offline", key: null, baseUrl: null, account: {}, fetch: egress.fetchFor([]) };
  const provider = providerOf("offline");
  return {
    provider,
    model: "offline",
    label: "The offline model",
    input,
    breaker: undefined,
    line: undefined,
  };
}

function inputOf(
  parts: Pick<ModelGatewayParts, "egress" | "rulesOf">,
  workspaceId: string,
  connection: OpenConnection,
  model: string,
): Way["input"] {
  const { key, baseUrl, settings: account } = connection;
  const fetch = modelsWayOut(parts, workspaceId).fetchFor(privateHost(connection));
  return { model, key, baseUrl, account, fetch };
}

function cannot(title: string, what: "embed" | "rank") {
  const does = what === "embed" ? "turns no texts into vectors" : "has no models that rank texts";
  return notConfigured(`${title} ${does} here.`);
}
