import { z } from "zod";
import { sameNumber } from "../embed-openai-wire";
import { postJson } from "../post-json";
import type { Embedded, Embeddings, EmbedInput } from "../text-call";
import { accessToken } from "./access-token";
import { vertexSettings } from "./definition";
import { readServiceAccount } from "./service-account";

const answer = z.looseObject({
  predictions: z.array(
    z.looseObject({
      embeddings: z.looseObject({
        values: z.array(z.number()),
        statistics: z.looseObject({ token_count: z.number().min(0).optional() }).optional(),
      }),
    }),
  ),
});

/**
 * Models of Gemini take one text a request, those before them many.
 * @see https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/text-embeddings-api
 */
export const vertexEmbeddings: Embeddings = {
  batch: 100,
  embed: async (input) => {
    const groups = input.model.startsWith("gemini-") ? input.texts.map((text) => [text]) : [input.texts];
    const all: Embedded[] = [];
    for (const texts of groups) all.push(await predict(input, texts));
    return {
      vectors: all.flatMap(({ vectors }) => vectors),
      inputTokens: all.some(({ inputTokens }) => inputTokens === null)
        ? null
        : all.reduce((sum, { inputTokens }) => sum + (inputTokens ?? 0), 0),
    };
  },
};

async function predict(input: EmbedInput, texts: readonly string[]): Promise<Embedded> {
  const { purpose, dimensions } = input;
  const body = {
    instances: texts.map((content) => ({
      content,
      task_type: purpose === "query" ? "RETRIEVAL_QUERY" : "RETRIEVAL_DOCUMENT",
    })),
    ...(dimensions === undefined ? {} : { parameters: { outputDimensionality: dimensions } }),
  };
  const { url, headers } = await placeOf(input);
  const { predictions } = await postJson(input, url, headers, body, answer);
  const counts = predictions.map(({ embeddings }) => embeddings.statistics?.token_count);
  const vectors = predictions.map(({ embeddings }) => embeddings.values);
  const known = counts.every((count) => count !== undefined);
  return {
    vectors: sameNumber(vectors, texts),
    inputTokens: known ? counts.reduce((sum, count) => sum + count, 0) : null,
  };
}

/** With a service account the project's own endpoint; with an API key the one of express mode. */
async function placeOf(input: EmbedInput): Promise<{ url: string; headers: Record<string, string> }> {
  const key = input.key ?? "none";
  const { location, project } = vertexSettings.parse(input.account);
  const account = readServiceAccount(key);
  const host = location === "global" ? "aiplatform" : `${location}-aiplatform`;
  const base = (input.baseUrl ?? `https://${host}.googleapis.com`).replace(/\/+$/, "");
  const model = `publishers/google/models/${encodeURIComponent(input.model)}:predict`;
  if (!account) return { url: `${base}/v1/${model}`, headers: { "x-goog-api-key": key } };
  const token = await accessToken(account, input.fetch, input.signal);
  const place = `projects/${project ?? account.project_id}/locations/${location}`;
  return { url: `${base}/v1/${place}/${model}`, headers: { authorization: `Bearer ${token}` } };
}
