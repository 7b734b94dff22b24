import { createAnthropic } from "./anthropic/create";
import { anthropicDefinition } from "./anthropic/definition";
import { createGoogle } from "./google/create";
import { googleDefinition } from "./google/definition";
import { createOffline } from "./offline/create";
import { offlineDefinition } from "./offline/definition";
import { createOpenAi } from "./openai/create";
import { openaiDefinition } from "./openai/definition";
import { createOpenAiCompatible } from "./openai-compatible/create";
import { openaiCompatibleDefinition } from "./openai-compatible/definition";
import type { Provider, ProviderType } from "./provider";

/** Every provider; one more is a folder and a line here. */
export const providers = {
  offline: { definition: offlineDefinition, create: (input) => createOffline(input) },
  openai: { definition: openaiDefinition, create: createOpenAi },
  "openai-compatible": { definition: openaiCompatibleDefinition, create: createOpenAiCompatible },
  anthropic: { definition: anthropicDefinition, create: createAnthropic },
  google: { definition: googleDefinition, create: createGoogle },
} satisfies Record<ProviderType, Provider>;

export function providerOf(type: ProviderType): Provider {
  return providers[type];
}
