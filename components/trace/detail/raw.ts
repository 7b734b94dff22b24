import type { Span } from "@/workflows/events/run-view";

/** What was sent, as one object: settings, tools and messages. */
export function rawRequest({ provider, name, request, messages }: Span): Record<string, unknown> {
  return {
    ...(provider && { provider }),
    model: name,
    ...request?.settings,
    ...(request?.tools && { tools: request.tools }),
    messages: messages ?? [],
  };
}

/** What came back; nothing before it has. */
export function rawResponse({
  message,
  finishReason,
  usage,
  response,
}: Span): Record<string, unknown> | null {
  if (!message) return null;
  return {
    message,
    ...(finishReason && { finish_reason: finishReason }),
    ...(usage !== undefined && { usage }),
    ...(response && { provider_says: response }),
  };
}
