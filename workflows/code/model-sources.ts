/** What is known of a model connection besides its key. */
export interface CodeConnection {
  provider: string;
  name: string;
  baseUrl: string | null;
}

/** How the models of a provider are made in exported code. */
export interface ModelSource {
  package: string;
  className: string;
  /** The environment variable of its key, and whether it works without one. */
  key: string;
  keyIsOptional?: boolean;
  /** The option that takes another address. */
  address: (url: string) => string;
  /** The option for the longest answer where it is not `maxTokens`. */
  maxTokens?: string;
}

const openAiAddress = (url: string) => `configuration: { baseURL: ${url} }`;

/** By provider. Another one is called as what speaks OpenAI's protocol. */
export const modelSources: Readonly<Record<string, ModelSource>> = {
  openai: {
    package: "@langchain/openai",
    className: "ChatOpenAI",
    key: "OPENAI_API_KEY",
    address: openAiAddress,
  },
  "openai-compatible": {
    package: "@langchain/openai",
    className: "ChatOpenAI",
    key: "MODEL_API_KEY",
    keyIsOptional: true,
    address: openAiAddress,
  },
  anthropic: {
    package: "@langchain/anthropic",
    className: "ChatAnthropic",
    key: "ANTHROPIC_API_KEY",
    address: (url) => `anthropicApiUrl: ${url}`,
  },
  google: {
    package: "@langchain/google",
    className: "ChatGoogle",
    key: "GOOGLE_API_KEY",
    address: (url) => `endpoint: ${url}`,
    maxTokens: "maxOutputTokens",
  },
};
