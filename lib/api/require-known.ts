import type { Talker } from "@/lib/chat/conversation";
import { AppError } from "@/workflows/errors/app-error";

/** Answers tell tokens and costs, which are no business of visitors; they have the chat page. */
export function requireKnown(caller: Talker): Talker {
  if (caller.actor.kind !== "visitor") return caller;
  throw new AppError("unauthenticated", "Calling an agent from a program needs an API key.", {
    hint: "Send it as `Authorization: Bearer …`.",
  });
}
