import { Embeddings } from "@langchain/core/embeddings";
import { cosine } from "@/workflows/data/cosine";
import { hashedVector } from "@/workflows/data/hashed-vector";
import type { TextRanker } from "./reranker.server";

/** Stands in for an embedding model where no key is there yet: it counts words and knows no meaning. */
export class OfflineEmbeddings extends Embeddings {
  constructor(private readonly dimensions?: number) {
    super({});
  }

  override async embedQuery(text: string): Promise<number[]> {
    return hashedVector(text, this.dimensions);
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => hashedVector(text, this.dimensions));
  }
}

/** Stands in for a reranker in the same way. */
export class OfflineReranker implements TextRanker {
  async rank(query: string, texts: string[]): Promise<number[]> {
    const asked = hashedVector(query);
    return texts.map((text) => cosine(asked, hashedVector(text)));
  }
}
