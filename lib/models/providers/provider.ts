import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { z } from "zod";
import type { providerTypes } from "@/lib/api/contract/models";
import type { Fetch } from "@/lib/egress/guarded-fetch";
import type { ModelSettings } from "@/workflows/runtime/ports";
import type { ListModels } from "./found-model";
import type { Embeddings, Rank } from "./text-call";

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
  /** What the key is where it is not just one text from that page. */
  keyHelp?: string;
  baseUrlHelp?: string;
  /** Where a service of this kind usually is, for a form to start from. */
  usualBaseUrl?: string;
  /** Offered when a connection is added; anything else can be typed in. */
  defaultModels: readonly string[];
  capabilities: {
    tools: boolean;
    structuredOutput: boolean;
    reasoning: boolean;
    images: boolean;
    files: boolean;
  };
  /** What is asked for beside address and key: reads texts by name, each with the hints of `field`. Never a secret. */
  settings?: z.ZodObject<Record<string, z.ZodType>>;
  /** The one of its settings that says where its models run. */
  regionSetting?: string;
  /** Whom the price list knows it as; `by-address` where that is told by the base URL. Else prices are unknown. */
  prices?: "by-address" | (string & {});
}

export interface CreateInput {
  model: string;
  key: string | null;
  baseUrl: string | null;
  /** The connection's own settings, to be read by the schema of the definition. */
  account: Readonly<Record<string, string>>;
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
  /** The models that the provider says it has; none where it has no list that a key opens. */
  list?: ListModels;
  /** Vectors of texts; none where it has no such models. */
  embeddings?: Embeddings;
  /** Scores texts by how well they answer a question; none where it has no such models. */
  rank?: Rank;
  /** What is wrong with a key that nobody can use, in words for its field. */
  keyProblem?: (key: string) => string | undefined;
  /** What people may see of a key; undefined: its last letters. */
  keyPreview?: (key: string) => string | undefined;
}
