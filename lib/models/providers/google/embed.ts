import { z } from "zod";
import { sameNumber } from "../embed-openai-wire";
import { postJson } from "../post-json";
import type { Embeddings } from "../text-call";

const answer = z.looseObject({
  embeddings: z.array(z.looseObject({ values: z.array(z.number()) })),
  usageMetadata: z.looseObject({ promptTokenCount: z.int().min(0).optional() }).optional(),
});

/** @see https://ai.google.dev/api/embeddings#method:-models.batchembedcontents */
export const googleEmbeddings: Embeddings = {
  batch: 100,
  embed: async (input) => {
    const { texts, purpose, dimensions } = input;
    const base = (input.baseUrl ?? "https://generativelanguage.googleapis.com").replace(/\/+$/, "");
    const model = `models/${input.model}`;
    const requests = texts.map((text) => ({
      model,
      content: { parts: [{ text }] },
      taskType: purpose === "query" ? "RETRIEVAL_QUERY" : "RETRIEVAL_DOCUMENT",
      ...(dimensions === undefined ? {} : { outputDimensionality: dimensions }),
    }));
    const url = `${base}/v1beta/models/${encodeURIComponent(input.model)}:batchEmbedContents`;
    const headers = { "x-goog-api-key": input.key ?? "none" };
    const { embeddings, usageMetadata } = await postJson(input, url, headers, { requests }, answer);
    return {
      vectors: sameNumber(
        embeddings.map(({ values }) => values),
        texts,
      ),
      inputTokens: usageMetadata?.promptTokenCount ?? null,
    };
  },
};
