import { isBaseMessage } from "@langchain/core/messages";
import { sameValue } from "./same-value";

/**
 * The messages that are new or were changed; undefined where some were taken away or put elsewhere, which no write to
 * the channel could express.
 */
export function changedMessages(before: unknown, after: unknown): unknown[] | undefined {
  const [old, now] = [list(before), list(after)];
  const stays = old.every((message, index) => {
    const found = now[index];
    return sameValue(message, found) || (idOf(message) !== undefined && idOf(message) === idOf(found));
  });
  if (!stays) return undefined;
  return now.filter((message, index) => index >= old.length || !sameValue(old[index], message));
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function idOf(message: unknown): string | undefined {
  return isBaseMessage(message) ? message.id : undefined;
}
