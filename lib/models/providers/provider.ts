import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { providerTypes } from "@/lib/api/contract/models";
import type { Fetch } from "@/lib/egress/guarded-fetch";
import type { ModelSettings } from "@/workflows/runtime/ports";

export type ProviderType = (typeof providerTypes)[number];

/** What people see of a provider and what its connections need. */
export interface ProviderDefinition {
  type: ProviderType;
  title: string;
  /** One sentence for the settings. */
  summary: string;
  key: "required" | "optional" | "none";
  /** `fixed`: the provider has one address and takes no other. */
  baseUrl: "required" | "optional" | "fixed";
  /** Where the key is made, for the hint under the field. */
  keyPage?: string;
  /** Offered when a connection is added; anything else can be typed in. */
  defaultModels: readonly string[];
  capabilities: { tools: boolean; structuredOutput: boolean };
}

export interface CreateInput {
  model: string;
  key: string | null;
  baseUrl: string | null;
  settings: ModelSettings;
  /** Every call of the SDK goes through it. */
  fetch: Fetch;
  /** Reaches every callback of the model's calls. */
  metadata: Record<string, string>;
}

export type CreateModel = (input: CreateInput) => BaseChatModel;

export interface Provider {
  definition: ProviderDefinition;
  create: CreateModel;
}
