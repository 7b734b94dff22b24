import { OfflineChatModel } from "@/lib/models/providers/offline/offline-chat-model";
import type { NodeServices } from "@/workflows/runtime/ports";
import { fakeHttp, fakeServices } from "./fake-services";

/**
 * The outside world of the examples in the documentation: the offline model that an agent made from one has too, web
 * addresses that repeat what they were asked, and agents that repeat what they were told.
 */
export function exampleServices(): NodeServices {
  return fakeServices({ models: { resolve: async () => new OfflineChatModel() }, http: echo() });
}

function echo() {
  return fakeHttp(({ url, method, body }) => {
    const { pathname, searchParams } = new URL(url);
    const said = { method, path: pathname, query: Object.fromEntries(searchParams), ...(body && { body }) };
    return { body: JSON.stringify(said) };
  });
}
