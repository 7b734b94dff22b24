/** What is known of a model connection besides its key. */
export interface CodeConnection {
  provider: string;
  name: string;
  baseUrl: string | null;
  /** The provider's own settings, such as a region. */
  settings?: Readonly<Record<string, string>>;
}

/** How the models of a provider are made in exported code. All texts given are code: a literal or an expression. */
export interface ModelSource {
  package: string;
  className: string;
  /** The environment variable of its key, and whether it works without one. */
  key: string;
  keyIsOptional?: boolean;
  /** The options that take the key, where it is not `apiKey`. */
  keyOptions?: (key: string, settings: CodeSettings) => string[];
  /** The option that takes another address. */
  address: (url: string) => string;
  /** The address of a service that the package does not know by itself. */
  usualAddress?: string;
  /** Options that follow from the connection's settings or from the model's name. */
  more?: (settings: CodeSettings, model: string) => string[];
  /** The option for the longest answer where it is not `maxTokens`. */
  maxTokens?: string;
  /** How its models that embed are made, where it has some; package and address are the same unless it says so. */
  embeddings?: EmbeddingSource;
  /** Its rerankers speak Cohere's form at `/rerank` below its address. */
  ranks?: true;
}

interface EmbeddingSource {
  package?: string;
  className: string;
  address?: (url: string) => string;
  usualAddress?: string;
  /** Options after key and address. */
  options?: readonly string[];
}

/** Settings of a connection as literals, by name; one that was not set is missing. */
export type CodeSettings = Readonly<Partial<Record<string, string>>>;

const openAiAddress = (url: string) => `configuration: { baseURL: ${url} }`;

const openAiEmbeddings: EmbeddingSource = {
  className: "OpenAIEmbeddings",
  options: ['encodingFormat: "float"', "maxRetries: 0"],
};

/** Chat completions of OpenAI's, as other services have them. */
const openAiWire = {
  package: "@langchain/openai",
  className: "ChatOpenAICompletions",
  address: openAiAddress,
  embeddings: openAiEmbeddings,
};

/** By provider. Another one is called as what speaks OpenAI's protocol. */
export const modelSources: Readonly<Record<string, ModelSource>> = {
  openai: {
    package: "@langchain/openai",
    className: "ChatOpenAI",
    key: "OPENAI_API_KEY",
    address: openAiAddress,
    embeddings: openAiEmbeddings,
  },
  "openai-compatible": {
    package: "@langchain/openai",
    className: "ChatOpenAI",
    key: "MODEL_API_KEY",
    keyIsOptional: true,
    address: openAiAddress,
    embeddings: openAiEmbeddings,
    ranks: true,
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
    // Its models embed by OpenAI's protocol, too.
    embeddings: {
      ...openAiEmbeddings,
      package: "@langchain/openai",
      address: (url) => `configuration: { baseURL: new URL("/v1beta/openai/", ${url}).href }`,
      usualAddress: "https://generativelanguage.googleapis.com",
    },
  },
  azure: {
    package: "@langchain/openai",
    className: "AzureChatOpenAICompletions",
    key: "AZURE_OPENAI_API_KEY",
    keyOptions: (key) => [`azureOpenAIApiKey: ${key}`],
    address: (url) => `azureOpenAIEndpoint: ${url}`,
    embeddings: { ...openAiEmbeddings, className: "AzureOpenAIEmbeddings" },
    more: ({ apiVersion = '"2024-10-21"' }, model) => [
      `azureOpenAIApiDeploymentName: ${model}`,
      `azureOpenAIApiVersion: ${apiVersion}`,
    ],
  },
  bedrock: {
    package: "@langchain/aws",
    className: "ChatBedrockConverse",
    key: "BEDROCK_KEY",
    keyOptions: (key, { accessKeyId }) =>
      accessKeyId
        ? [`credentials: { accessKeyId: ${accessKeyId}, secretAccessKey: ${key} }`]
        : [`bedrockBearerToken: ${key}`],
    address: (url) => `endpointHost: new URL(${url}).host`,
    embeddings: {
      className: "BedrockEmbeddings",
      address: (url) => `clientOptions: { endpoint: ${url} }`,
      options: ["maxRetries: 0"],
    },
    more: ({ region = '"us-east-1"' }) => [`region: ${region}`],
  },
  vertex: {
    package: "@langchain/google",
    className: "ChatGoogle",
    key: "VERTEX_KEY",
    // The file of a service account, or a key of express mode.
    keyOptions: (key) => [`...(${key}.startsWith("{") ? { credentials: ${key} } : { apiKey: ${key} })`],
    address: (url) => `endpoint: new URL(${url}).host`,
    more: ({ location = '"global"' }) => ['platformType: "gcp"', `location: ${location}`],
    maxTokens: "maxOutputTokens",
  },
  mistral: { ...openAiWire, key: "MISTRAL_API_KEY", usualAddress: "https://api.mistral.ai/v1" },
  groq: { ...openAiWire, key: "GROQ_API_KEY", usualAddress: "https://api.groq.com/openai/v1" },
  together: {
    ...openAiWire,
    key: "TOGETHER_API_KEY",
    usualAddress: "https://api.together.ai/v1",
    ranks: true,
  },
  vllm: { ...openAiWire, key: "VLLM_API_KEY", keyIsOptional: true, ranks: true },
  "llama-stack": { ...openAiWire, key: "LLAMA_STACK_API_KEY", keyIsOptional: true },
  litellm: { ...openAiWire, key: "LITELLM_API_KEY", keyIsOptional: true, ranks: true },
  ollama: {
    package: "@langchain/ollama",
    className: "ChatOllama",
    key: "OLLAMA_API_KEY",
    keyIsOptional: true,
    keyOptions: (key) => [`headers: { authorization: \`Bearer \${${key}}\` }`],
    address: (url) => `baseUrl: ${url}`,
    embeddings: { className: "OllamaEmbeddings", options: ["maxRetries: 0"] },
    more: ({ contextTokens }) => (contextTokens ? [`numCtx: Number(${contextTokens})`] : []),
    maxTokens: "numPredict",
  },
};
