import type { ModelProfile } from "@langchain/core/language_models/profile";
import { LRUCache } from "lru-cache";
import type { ModelConnection } from "@/lib/models/connection";
import { providerOf } from "@/lib/models/providers/registry";
import { listedContext } from "@/lib/usage/price-list";
import { type Facts, factsSchema } from "@/workflows/catalogue/facts";

type Asked = Pick<ModelConnection, "provider" | "baseUrl" | "settings">;

const kept = new LRUCache<string, Facts>({ max: 5_000 });

/**
 * What lists that come with the product say of a model: the profiles of LangChain's clients, and the context sizes of
 * the price list. Both go by names, so an own server that serves another model under a known name is to be corrected.
 */
export function knownFacts(connection: Asked, model: string): Facts {
  const key = JSON.stringify([connection.provider, connection.baseUrl, connection.settings, model]);
  const found = kept.get(key);
  if (found) return found;
  const profile = profileOf(connection, model);
  const facts = factsSchema.parse({
    tools: profile.toolCalling,
    // Where there is no format for it, an object is asked for as the arguments of a tool.
    json: either(profile.structuredOutput, profile.toolCalling),
    images: profile.imageInputs,
    files: profile.pdfInputs,
    reasoning: profile.reasoningOutput,
    contextTokens: profile.maxInputTokens || listedContext({ ...connection, model }),
    outputTokens: profile.maxOutputTokens || undefined,
  });
  kept.set(key, facts);
  return facts;
}

/** What our client for this kind of provider cannot do, whatever the model could. */
export function clientFacts({ provider }: Pick<ModelConnection, "provider">): Facts {
  const { tools, structuredOutput, images, files, reasoning } = providerOf(provider).definition.capabilities;
  return {
    ...(!tools && { tools }),
    ...(!structuredOutput && { json: structuredOutput }),
    ...(!images && { images }),
    ...(!files && { files }),
    ...(!reasoning && { reasoning }),
  };
}

/** LangChain hangs its profiles on chat models, so one is made that nobody calls. */
function profileOf({ provider, baseUrl, settings }: Asked, model: string): ModelProfile {
  try {
    const chat = providerOf(provider).create({
      model,
      key: "none",
      baseUrl,
      account: settings,
      settings: {},
      fetch: () => Promise.reject(new Error("This model is not to be called.")),
      metadata: {},
    });
    return chat.profile;
  } catch {
    // Without its real key or settings it cannot be made: then nothing is known.
    return {};
  }
}

function either(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  return a || b || (a ?? b);
}
