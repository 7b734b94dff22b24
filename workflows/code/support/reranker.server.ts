import { z } from "zod";

const answer = z.object({
  results: z.array(z.object({ index: z.number(), relevance_score: z.number() })),
});

export interface TextRanker {
  /** One score a text, in the same order. */
  rank(query: string, texts: string[]): Promise<number[]>;
}

/** A reranker that speaks Cohere's form, as LiteLLM, vLLM, Together and others do. */
export class Reranker implements TextRanker {
  constructor(private readonly options: { url: string; key: string; model: string }) {}

  async rank(query: string, documents: string[]): Promise<number[]> {
    const { url, key, model } = this.options;
    const response = await fetch(`${url.replace(/\/+$/, "")}/rerank`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify({ model, query, documents, top_n: documents.length, return_documents: false }),
    });
    if (!response.ok) throw new Error(`${model} could not rank: ${response.status} ${await response.text()}`);
    const { results } = answer.parse(await response.json());
    const scores = new Map(results.map(({ index, relevance_score }) => [index, relevance_score]));
    return documents.map((_, index) => scores.get(index) ?? 0);
  }
}
