import { findPublished } from "@/lib/agents/published";
import type { Actor } from "@/lib/auth/actor";
import { readCookies } from "@/lib/auth/cookies";
import { type Visitors, visitorCookieName } from "@/lib/auth/visitor";
import type { Api, ApiContext } from "./api";
import { type ChatCaller, chatCaller, type Visitor } from "./chat-caller";

/** The agent at the request's address, and who talks to it. @throws AppError like `chatCaller` */
export async function resolveChat(api: Api, context: ApiContext, actor: Actor | null): Promise<ChatCaller> {
  const { db, visitors } = api.services;
  const agent = await findPublished(db, context.req.param("slug") ?? "");
  return chatCaller(agent, actor, () => visitorOf(visitors, context));
}

/** The returning visitor of this browser, else a new one that the answer's cookie makes return. */
function visitorOf(visitors: Visitors, context: ApiContext): Visitor {
  const cookie = readCookies(context.req.raw.headers)[visitorCookieName];
  const known = cookie ? visitors.read(cookie) : null;
  if (known) return { kind: "visitor", visitorId: known };
  const { visitorId, setCookie } = visitors.create();
  context.set("setCookie", setCookie);
  return { kind: "visitor", visitorId };
}
