import { z } from "zod";
import { bearerOf, postJson } from "./post-json";
import type { Embedded, Embeddings, EmbedInput } from "./text-call";

export const openAiVectors = z.looseObject({
  data: z.array(z.looseObject({ index: z.int().optional(), embedding: z.array(z.number()) })),
  usage: z.looseObject({ prompt_tokens: z.int().min(0).optional() }).nullish(),
});

/**
 * POST {base}/embeddings, as OpenAI has it and those have who speak its protocol. LangChain's clients lose what the
 * provider says of usage.
 * @param batch the most texts that one request may hold
 * @see https://platform.openai.com/docs/api-reference/embeddings/create
 */
export function openAiEmbeddings(
  publicAddress: string,
  batch = 256,
  dimensionsName = "dimensions",
): Embeddings {
  return {
    batch,
    embed: async (input) => {
      const base = (input.baseUrl ?? publicAddress).replace(/\/+$/, "");
      const body = openAiBody(input, dimensionsName);
      return inOrder(
        await postJson(input, `${base}/embeddings`, bearerOf(input.key), body, openAiVectors),
        input,
      );
    },
  };
}

export function openAiBody({ model, texts, dimensions }: EmbedInput, dimensionsName = "dimensions"): object {
  return {
    model,
    input: texts,
    encoding_format: "float",
    ...(dimensions === undefined ? {} : { [dimensionsName]: dimensions }),
  };
}

export function inOrder({ data, usage }: z.infer<typeof openAiVectors>, { texts }: EmbedInput): Embedded {
  const placed = data.map(({ index, embedding }, at) => ({ place: index ?? at, embedding }));
  placed.sort((one, other) => one.place - other.place);
  return {
    vectors: sameNumber(
      placed.map(({ embedding }) => embedding),
      texts,
    ),
    inputTokens: usage?.prompt_tokens ?? null,
  };
}

/** A vector too few would give every text behind it the vector of another. */
export function sameNumber(vectors: number[][], texts: readonly string[]): number[][] {
  if (vectors.length === texts.length) return vectors;
  throw new Error(`${texts.length} texts were sent and ${vectors.length} vectors came back.`);
}
