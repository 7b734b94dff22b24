import type { Fetch } from "@/lib/egress/guarded-fetch";
import type { Facts } from "@/workflows/catalogue/facts";

/** A model that a provider says it has. */
export interface FoundModel {
  /** As calls name it. */
  id: string;
  /** Tokens that fit in, where the provider tells. */
  contextTokens: number | null;
  /** What else the provider's list says of it. */
  facts?: Facts;
}

export interface ListInput {
  key: string | null;
  baseUrl: string | null;
  fetch: Fetch;
}
export type ListModels = (input: ListInput) => Promise<FoundModel[]>;
