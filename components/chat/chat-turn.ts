import type { getThread } from "@/lib/api/contract/chat";
import type { CallOutput } from "@/lib/api/contract/endpoint";

/** One exchange of a conversation. */
export type ChatTurn = CallOutput<typeof getThread>["turns"][number];
