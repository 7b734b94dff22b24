import { z } from "zod";
import { sameNumber } from "../embed-openai-wire";
import { bearerOf, postJson } from "../post-json";
import type { Embeddings } from "../text-call";
import { ollamaBase } from "./address";

const answer = z.looseObject({
  embeddings: z.array(z.array(z.number())),
  prompt_eval_count: z.int().min(0).optional(),
});

/** @see https://docs.ollama.com/api/embed */
export const ollamaEmbeddings: Embeddings = {
  batch: 64,
  embed: async (input) => {
    const { model, texts, dimensions } = input;
    // A text that is cut off without a word would have the vector of its beginning.
    const body = {
      model,
      input: texts,
      truncate: false,
      ...(dimensions === undefined ? {} : { dimensions }),
    };
    const url = `${ollamaBase(input.baseUrl)}/api/embed`;
    const read = await postJson(input, url, bearerOf(input.key), body, answer);
    return { vectors: sameNumber(read.embeddings, texts), inputTokens: read.prompt_eval_count ?? null };
  },
};
