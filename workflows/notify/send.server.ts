import type { Tell } from "@/workflows/events/interrupt";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import { sendRequest } from "@/workflows/http/send.server";
import type { NodeServices } from "@/workflows/runtime/ports";
import { chatBodies, type Message, plainText } from "./message";

interface Sending {
  services: NodeServices;
  /** Stable over every repetition. */
  callKey: string;
  signal: AbortSignal;
}

/** Sends an e-mail to one address. @throws AppError */
export async function tellByMail(
  to: string,
  message: Message,
  { services, callKey, signal }: Sending,
): Promise<void> {
  await services.mail.send({ to: [to], subject: message.title, text: plainText(message), callKey, signal });
}

/** Sends a message to the chat whose address a secret holds. @throws AppError */
export async function tellChat(
  { by, secret }: { by: Exclude<Tell["by"], "email">; secret: string },
  message: Message,
  { services, callKey, signal }: Sending,
): Promise<void> {
  const body = { text: JSON.stringify(chatBodies[by](message)), type: "application/json" };
  const call = { method: "POST", url: `{{ secrets.${secret} }}`, query: [], headers: [], body, callKey };
  refuseBadStatus(await sendRequest({ ...call, timeoutMs: 30_000, maxBytes: 100_000 }, {}, services, signal));
}
