import type { Fetch } from "@/lib/egress/guarded-fetch";

/** What every call about plain texts has, whatever it asks for. */
export interface TextInput {
  model: string;
  key: string | null;
  baseUrl: string | null;
  /** The connection's own settings, to be read by the schema of the provider's definition. */
  account: Readonly<Record<string, string>>;
  /** Goes through the egress guard. */
  fetch: Fetch;
  signal: AbortSignal;
}

export interface EmbedInput extends TextInput {
  texts: readonly string[];
  /** What the vectors are for: some models put questions and what answers them near each other. */
  purpose: "document" | "query";
  /** How many numbers a vector has, where the model lets one choose. */
  dimensions: number | undefined;
}

/** One vector a text, in the same order; `inputTokens` null where the provider does not say. */
export interface Embedded {
  vectors: number[][];
  inputTokens: number | null;
}

export interface Embeddings {
  /** The most texts that one request may hold. */
  batch: number;
  embed: (input: EmbedInput) => Promise<Embedded>;
}

export interface RankInput extends TextInput {
  query: string;
  texts: readonly string[];
}

/** One score a text, in the same order: the higher, the better it answers. */
export interface Ranked {
  scores: number[];
  inputTokens: number | null;
}

export type Rank = (input: RankInput) => Promise<Ranked>;
