import { createAnthropic } from "./anthropic/create";
import { anthropicDefinition } from "./anthropic/definition";
import { listAnthropic } from "./anthropic/list";
import { createAzure } from "./azure/create";
import { azureDefinition } from "./azure/definition";
import { azureEmbeddings } from "./azure/embed";
import { createBedrock } from "./bedrock/create";
import { bedrockDefinition } from "./bedrock/definition";
import { bedrockEmbeddings } from "./bedrock/embed";
import { bedrockRank } from "./bedrock/rank";
import { openAiEmbeddings } from "./embed-openai-wire";
import { createGoogle } from "./google/create";
import { googleDefinition } from "./google/definition";
import { googleEmbeddings } from "./google/embed";
import { listGoogle } from "./google/list";
import { createGroq } from "./groq/create";
import { groqDefinition } from "./groq/definition";
import { listOpenAiWire } from "./list-openai-wire";
import { createLiteLlm } from "./litellm/create";
import { litellmDefinition } from "./litellm/definition";
import { createLlamaStack } from "./llama-stack/create";
import { llamaStackDefinition } from "./llama-stack/definition";
import { createMistral } from "./mistral/create";
import { mistralDefinition } from "./mistral/definition";
import { createOffline } from "./offline/create";
import { offlineDefinition } from "./offline/definition";
import { offlineEmbeddings, offlineRank } from "./offline/texts";
import { createOllama } from "./ollama/create";
import { ollamaDefinition } from "./ollama/definition";
import { ollamaEmbeddings } from "./ollama/embed";
import { listOllama } from "./ollama/list";
import { createOpenAi } from "./openai/create";
import { openaiDefinition } from "./openai/definition";
import { createOpenAiCompatible } from "./openai-compatible/create";
import { openaiCompatibleDefinition } from "./openai-compatible/definition";
import type { Provider, ProviderType } from "./provider";
import { cohereRank, llamaStackRank } from "./rank-cohere-wire";
import { createTogether } from "./together/create";
import { togetherDefinition } from "./together/definition";
import { createVertex } from "./vertex/create";
import { vertexDefinition } from "./vertex/definition";
import { vertexEmbeddings } from "./vertex/embed";
import { vertexKeyPreview, vertexKeyProblem } from "./vertex/service-account";
import { createVllm } from "./vllm/create";
import { vllmDefinition } from "./vllm/definition";

/** Every provider, in the order in which people are offered them; one more is a folder and a line here. */
export const providers = {
  offline: {
    definition: offlineDefinition,
    create: (input) => createOffline(input),
    embeddings: offlineEmbeddings,
    rank: offlineRank,
  },
  openai: {
    definition: openaiDefinition,
    create: createOpenAi,
    list: listOpenAiWire("https://api.openai.com/v1"),
    embeddings: openAiEmbeddings("https://api.openai.com/v1"),
  },
  anthropic: { definition: anthropicDefinition, create: createAnthropic, list: listAnthropic },
  google: {
    definition: googleDefinition,
    create: createGoogle,
    list: listGoogle,
    embeddings: googleEmbeddings,
  },
  azure: { definition: azureDefinition, create: createAzure, embeddings: azureEmbeddings },
  bedrock: {
    definition: bedrockDefinition,
    create: createBedrock,
    embeddings: bedrockEmbeddings,
    rank: bedrockRank,
  },
  vertex: {
    definition: vertexDefinition,
    embeddings: vertexEmbeddings,
    create: createVertex,
    keyProblem: vertexKeyProblem,
    keyPreview: vertexKeyPreview,
  },
  mistral: {
    definition: mistralDefinition,
    create: createMistral,
    list: listOpenAiWire("https://api.mistral.ai/v1"),
    embeddings: openAiEmbeddings("https://api.mistral.ai/v1", 64, "output_dimension"),
  },
  groq: {
    definition: groqDefinition,
    create: createGroq,
    list: listOpenAiWire("https://api.groq.com/openai/v1"),
  },
  together: {
    definition: togetherDefinition,
    create: createTogether,
    list: listOpenAiWire("https://api.together.ai/v1"),
    embeddings: openAiEmbeddings("https://api.together.ai/v1"),
    rank: cohereRank("https://api.together.ai/v1"),
  },
  ollama: {
    definition: ollamaDefinition,
    create: createOllama,
    list: listOllama,
    embeddings: ollamaEmbeddings,
  },
  vllm: {
    definition: vllmDefinition,
    create: createVllm,
    list: listOpenAiWire("http://localhost:8000/v1"),
    embeddings: openAiEmbeddings("http://localhost:8000/v1"),
    rank: cohereRank("http://localhost:8000/v1"),
  },
  "llama-stack": {
    definition: llamaStackDefinition,
    create: createLlamaStack,
    list: listOpenAiWire("http://localhost:8321/v1"),
    embeddings: openAiEmbeddings("http://localhost:8321/v1"),
    rank: llamaStackRank("http://localhost:8321/v1"),
  },
  litellm: {
    definition: litellmDefinition,
    create: createLiteLlm,
    list: listOpenAiWire("http://localhost:4000/v1"),
    embeddings: openAiEmbeddings("http://localhost:4000/v1"),
    rank: cohereRank("http://localhost:4000/v1"),
  },
  "openai-compatible": {
    definition: openaiCompatibleDefinition,
    create: createOpenAiCompatible,
    list: listOpenAiWire("https://api.openai.com/v1"),
    embeddings: openAiEmbeddings("https://api.openai.com/v1"),
    rank: cohereRank("https://api.openai.com/v1"),
  },
} satisfies Record<ProviderType, Provider>;

export function providerOf(type: ProviderType): Provider {
  return providers[type];
}
