import { z } from "zod";
import { bearerOf, postJson } from "./post-json";
import type { Rank, Ranked } from "./text-call";

const tokenCount = z.number().min(0).optional();
const answer = z.looseObject({
  results: z.array(z.looseObject({ index: z.int().min(0), relevance_score: z.number() })),
  // The same fact by the names of vLLM and Jina, Together, and Cohere behind LiteLLM.
  usage: z.looseObject({ total_tokens: tokenCount, prompt_tokens: tokenCount }).nullish(),
  meta: z.looseObject({ tokens: z.looseObject({ input_tokens: tokenCount }).nullish() }).nullish(),
});

/**
 * POST {base}/rerank in Cohere's form, which LiteLLM, vLLM, Together, Jina and others speak.
 * @see https://docs.cohere.com/reference/rerank
 */
export function cohereRank(publicAddress: string): Rank {
  return async (input) => {
    const base = (input.baseUrl ?? publicAddress).replace(/\/+$/, "");
    const { model, query, texts } = input;
    const body = { model, query, documents: texts, top_n: texts.length, return_documents: false };
    const { results, usage, meta } = await postJson(
      input,
      `${base}/rerank`,
      bearerOf(input.key),
      body,
      answer,
    );
    const tokens = usage?.prompt_tokens ?? usage?.total_tokens ?? meta?.tokens?.input_tokens;
    return { scores: scoresOf(results, texts), inputTokens: tokens ?? null };
  };
}

const stackAnswer = z.looseObject({
  data: z.array(z.looseObject({ index: z.int().min(0), relevance_score: z.number() })),
});

/** POST {base}/alpha/inference/rerank: https://llamastack.github.io/docs/api */
export function llamaStackRank(publicAddress: string): Rank {
  return async (input) => {
    const base = (input.baseUrl ?? publicAddress).replace(/\/+$/, "").replace(/\/v1\/openai\/v1$/, "/v1");
    const { model, query, texts } = input;
    const body = { model, query, items: texts };
    const url = `${base}/alpha/inference/rerank`;
    const { data } = await postJson(input, url, bearerOf(input.key), body, stackAnswer);
    return { scores: scoresOf(data, texts), inputTokens: null };
  };
}

/** What was left out, or stands twice, would be taken for a bad answer: it is said instead. */
export function scoresOf(
  results: readonly { index: number; relevance_score: number }[],
  texts: readonly string[],
): Ranked["scores"] {
  const byIndex = new Map(results.map(({ index, relevance_score }) => [index, relevance_score]));
  return texts.map((_, index) => {
    const score = byIndex.get(index);
    if (score === undefined)
      throw new Error(`Text ${index + 1} of ${texts.length} came back without a score.`);
    return score;
  });
}
