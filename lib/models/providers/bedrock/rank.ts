import { z } from "zod";
import { scoresOf } from "../rank-cohere-wire";
import type { Rank } from "../text-call";
import { invokeModel } from "./invoke";

const answer = z.looseObject({
  results: z.array(z.looseObject({ index: z.int().min(0), relevance_score: z.number() })),
});

/**
 * Cohere's and Amazon's rankers, which take the same question.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-use.html
 */
export const bedrockRank: Rank = async (input) => {
  const { model, query, texts } = input;
  const body = {
    query,
    documents: texts,
    top_n: texts.length,
    ...(/(^|\.)cohere\./.test(model) ? { api_version: 2 } : {}),
  };
  const { results } = answer.parse(await invokeModel(input, body));
  return { scores: scoresOf(results, texts), inputTokens: null };
};
