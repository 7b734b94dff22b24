import type { KeyLimits } from "@/lib/api/contract/models";
import type { Facts, PlaceFacts } from "@/workflows/catalogue/facts";
import type { ProviderType } from "./providers/provider";

/** A provider account of a workspace as people may see it: never with its key. */
export interface ModelConnection {
  id: string;
  provider: ProviderType;
  name: string;
  baseUrl: string | null;
  keyPreview: string | null;
  models: string[];
  allowPrivate: boolean;
  /** What the provider asks for beside address and key, by the names of its definition's `settings`. */
  settings: Record<string, string>;
  /** What holds for all of its models where nothing is said of one. */
  facts: PlaceFacts;
  /** What its key allows a minute. */
  limits: KeyLimits;
  updatedAt: string;
}

export interface ConnectionInput {
  provider: ProviderType;
  name: string;
  baseUrl?: string;
  /** Left out on update: the stored key stays. */
  key?: string;
  models: string[];
  /** The base URL may be on a private network. Whoever may manage connections decides it. */
  allowPrivate: boolean;
  settings?: Record<string, string>;
}

/** A connection with its key, for calling the provider; must not leave the server. */
export interface OpenConnection extends ModelConnection {
  key: string | null;
  /** What is said of its models beyond what the product knows, by their names. */
  said: ReadonlyMap<string, SaidFacts>;
}

/** What is said of one model, and by whom. */
export interface SaidFacts {
  provider: Facts;
  chosen: Facts;
}
