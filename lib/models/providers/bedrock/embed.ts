import { z } from "zod";
import { sameNumber } from "../embed-openai-wire";
import type { Embedded, Embeddings, EmbedInput } from "../text-call";
import { invokeModel } from "./invoke";

const titan = z.looseObject({
  embedding: z.array(z.number()),
  inputTextTokenCount: z.int().min(0).optional(),
});
const cohere = z.looseObject({
  embeddings: z.union([
    z.array(z.array(z.number())),
    z.looseObject({ float: z.array(z.array(z.number())) }).transform(({ float }) => float),
  ]),
});

/**
 * Cohere's models take many texts, Amazon's one a request.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 */
export const bedrockEmbeddings: Embeddings = {
  batch: 96,
  embed: async (input) => (/(^|\.)cohere\./.test(input.model) ? cohereVectors(input) : titanVectors(input)),
};

async function cohereVectors(input: EmbedInput): Promise<Embedded> {
  const { texts, purpose, dimensions } = input;
  const body = {
    texts,
    input_type: purpose === "query" ? "search_query" : "search_document",
    embedding_types: ["float"],
    ...(dimensions === undefined ? {} : { output_dimension: dimensions }),
  };
  const { embeddings } = cohere.parse(await invokeModel(input, body));
  return { vectors: sameNumber(embeddings, texts), inputTokens: null };
}

async function titanVectors(input: EmbedInput): Promise<Embedded> {
  const { texts, dimensions } = input;
  const vectors: number[][] = [];
  let inputTokens = 0;
  for (const inputText of texts) {
    const body = { inputText, ...(dimensions === undefined ? {} : { dimensions }) };
    const { embedding, inputTextTokenCount = 0 } = titan.parse(await invokeModel(input, body));
    vectors.push(embedding);
    inputTokens += inputTextTokenCount;
  }
  return { vectors, inputTokens };
}
