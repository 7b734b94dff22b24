import type { getChat } from "@/lib/api/contract/chat";
import type { CallOutput } from "@/lib/api/contract/endpoint";

/** The published agent a chat page is about. */
export type Chat = CallOutput<typeof getChat>;
