import type { CreateInput } from "../provider";
import { OfflineChatModel } from "./offline-chat-model";

/** Slow enough to be seen streaming, fast enough not to be waited for: about 60 words a second. */
export const defaultMsPerToken = 15;

export function createOffline(
  { settings, metadata }: CreateInput,
  msPerToken: number = defaultMsPerToken,
): OfflineChatModel {
  return new OfflineChatModel({ msPerToken, maxTokens: settings.maxTokens, metadata });
}
