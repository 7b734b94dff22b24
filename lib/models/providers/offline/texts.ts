import { cosine } from "@/workflows/data/cosine";
import { hashedVector } from "@/workflows/data/hashed-vector";
import type { Embeddings, Rank } from "../text-call";

/** For trying things out without a key: nearness of words, not of meaning. */
export const offlineEmbeddings: Embeddings = {
  batch: 256,
  embed: async ({ texts, dimensions }) => ({
    vectors: texts.map((text) => hashedVector(text, dimensions)),
    inputTokens: 0,
  }),
};

export const offlineRank: Rank = async ({ query, texts }) => {
  const asked = hashedVector(query);
  return { scores: texts.map((text) => cosine(asked, hashedVector(text))), inputTokens: 0 };
};
