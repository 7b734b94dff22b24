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
}

/** A connection with its key, for calling the provider; must not leave the server. */
export interface OpenConnection extends ModelConnection {
  key: string | null;
}
