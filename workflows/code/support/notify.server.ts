import type { JsonObject } from "@/workflows/graph/json";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import { type Chat, chatBodies } from "@/workflows/notify/message";
import { signedHeaders } from "@/workflows/notify/sign.server";
import { request } from "./request.server";

export interface Notice {
  by: Chat | "webhook";
  url: string;
  title: string;
  text: string;
  /** The same for every repetition of the call. */
  id: string;
  secret?: string;
  data?: JsonObject;
  signal?: AbortSignal | undefined;
}

/** Tells a chat or a program of something. @throws AppError http_failed */
export async function notify({ by, url, id, secret, data = {}, signal, ...given }: Notice): Promise<void> {
  const message = { title: given.title.trim(), text: given.text.trim() };
  const body = JSON.stringify(
    by === "webhook" ? { type: "signalbox.notify", id, ...message, data } : chatBodies[by](message),
  );
  const headers = {
    "content-type": "application/json",
    "idempotency-key": id,
    ...(secret && signedHeaders({ id, body, secret }, Date.now())),
  };
  const call = { method: "POST", url, headers, body, timeoutMs: 30_000, maxBytes: 100_000, signal };
  refuseBadStatus(await request(call));
}
