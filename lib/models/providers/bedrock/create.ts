import type { CreateInput } from "../provider";
import { CachingBedrock } from "./caching-bedrock";
import { bedrockClient } from "./client";
import { bedrockSettings } from "./definition";
import { bedrockThinking } from "./thinking";

/**
 * The Converse API.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference.html
 */
export function createBedrock(input: CreateInput): CachingBedrock {
  const { model, settings, metadata } = input;
  const { region, accessKeyId } = bedrockSettings.parse(input.account);
  return new CachingBedrock({
    model,
    region,
    credentials: { accessKeyId: accessKeyId ?? "none", secretAccessKey: input.key ?? "none" },
    client: bedrockClient(input),
    ...bedrockThinking(model, settings),
    cachePrompt: settings.cachePrompt ?? false,
    streamUsage: true,
    // Silence is bounded where bytes come in (lib/egress/connector.ts).
    streamIdleTimeout: 0,
    maxRetries: 0,
    metadata,
  });
}
