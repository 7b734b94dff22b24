import { z } from "zod";
import type {
  Embedder,
  ModelGateway,
  ModelSettings,
  Reranker,
  TextModelGateway,
} from "@/workflows/runtime/ports";
import { currentVisit } from "./current-visit.server";
import { PlayedModel } from "./played-model.server";
import { recorded } from "./recorded.server";
import { recordModel } from "./recorded-model.server";

const ladderSchema = z
  .object({
    references: z.array(z.string()),
    because: z.string(),
    left: z.array(z.string()).optional(),
    escalate: z.object({ below: z.number().optional() }).optional(),
  })
  .nullable();

/** Chat models, with a recording in between. */
export function recordedModels(models: ModelGateway): ModelGateway {
  const ladder = models.ladder?.bind(models);
  return {
    async resolve(reference, settings, visit) {
      const model = await models.resolve(reference, settings, visit).catch((error: unknown) => {
        // The recording knows what a model said that is not there any more.
        if (currentVisit()?.isSealed) return new PlayedModel(reference);
        throw error;
      });
      return recordModel(model, { reference, settings: askedWith(settings) });
    },
    ...(ladder && {
      ladder: (reference, visit) =>
        recorded(
          { kind: "ladder", target: reference, request: { reference } },
          async () => ladder(reference, visit),
          {
            write: (found) => found ?? null,
            read: (json) => ladderSchema.parse(json) ?? undefined,
          },
        ),
    }),
  };
}

function askedWith({ temperature, maxTokens, topP, reasoning }: ModelSettings) {
  return { temperature, maxTokens, topP, reasoning };
}

/** Models that do not chat, with a recording in between. */
export function recordedTexts(texts: TextModelGateway): TextModelGateway {
  return {
    async embedder(reference, visit) {
      let open: Embedder | undefined;
      const opened = async () => {
        open ??= await texts.embedder(reference, visit);
        return open;
      };
      const facts = await recorded({ kind: "embedder", target: reference, request: null }, async () => {
        const { provider, model, batch } = await opened();
        return { provider, model, batch };
      });
      return {
        ...facts,
        embed: (call) => {
          const { texts: given, purpose, dimensions } = call;
          const request = { texts: given, purpose, dimensions };
          return recorded({ kind: "embed", target: reference, request }, async () =>
            (await opened()).embed(call),
          );
        },
      };
    },
    async reranker(reference, visit) {
      let open: Reranker | undefined;
      const opened = async () => {
        open ??= await texts.reranker(reference, visit);
        return open;
      };
      const facts = await recorded({ kind: "reranker", target: reference, request: null }, async () => {
        const { provider, model } = await opened();
        return { provider, model };
      });
      return {
        ...facts,
        rank: (call) => {
          const { query, texts: given } = call;
          return recorded({ kind: "rank", target: reference, request: { query, texts: given } }, async () =>
            (await opened()).rank(call),
          );
        },
      };
    },
  };
}
