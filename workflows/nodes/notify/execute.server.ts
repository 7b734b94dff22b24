import { AppError } from "@/workflows/errors/app-error";
import { toPlainValue } from "@/workflows/events/plain-message.server";
import { renderTemplate } from "@/workflows/expressions/template";
import { jsonSchema } from "@/workflows/graph/json";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import { revealSecrets } from "@/workflows/http/secrets.server";
import { sendRequest } from "@/workflows/http/send.server";
import { chatBodies, type Message, plainText } from "@/workflows/notify/message";
import { signedHeaders } from "@/workflows/notify/sign.server";
import type { NodeServices } from "@/workflows/runtime/ports";
import type { NodeContext, NodeExecute, State } from "../execute";
import type { NotifyConfig } from "./definition";

const timeoutMs = 30_000;
const maxBytes = 100_000;

export const executeNotify: NodeExecute<NotifyConfig> = (config, services) => async (state, context) => {
  const message = {
    title: renderTemplate(config.title, state).trim(),
    text: renderTemplate(config.text, state).trim(),
  };
  if (config.by === "email") await mail(config, message, { state, services, context });
  else await post(config, message, { state, services, context });
  return {};
};

interface Around {
  state: State;
  services: NodeServices;
  context: NodeContext;
}

async function mail(config: NotifyConfig, message: Message, { state, services, context }: Around) {
  const to = renderTemplate(config.to, state)
    .split(",")
    .flatMap((address) => address.trim() || []);
  if (to.length === 0) {
    throw new AppError("node_failed", "No address was left to send the e-mail to.", { field: "to" });
  }
  const subject = message.title || message.text.slice(0, 80);
  const callKey = context.callKey("mail");
  await services.mail.send({ to, subject, text: plainText(message), callKey, signal: context.signal });
}

async function post(config: NotifyConfig, message: Message, { state, services, context }: Around) {
  const callKey = context.callKey("notify");
  const text = JSON.stringify(bodyOf(config, message, state, callKey));
  const headers = await signature(config, { id: callKey, body: text }, state, services);
  const answer = await sendRequest(
    {
      method: "POST",
      url: config.url,
      query: [],
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      body: { text, type: "application/json" },
      timeoutMs,
      maxBytes,
      callKey,
    },
    state,
    services,
    context.signal,
    context.config,
  );
  refuseBadStatus(answer);
}

function bodyOf(config: NotifyConfig, message: Message, state: State, id: string) {
  if (config.by === "slack" || config.by === "teams" || config.by === "discord")
    return chatBodies[config.by](message);
  const data = config.data.map((name) => [name, jsonSchema.parse(toPlainValue(state[name]) ?? null)]);
  return { type: "signalbox.notify", id, ...message, data: Object.fromEntries(data) };
}

/** What a template would make of it stays out: the signature holds no braces. */
async function signature(
  config: NotifyConfig,
  call: { id: string; body: string },
  state: State,
  services: NodeServices,
): Promise<Record<string, string>> {
  if (config.by !== "webhook" || !config.signedWith.trim()) return {};
  const secrets = await revealSecrets([config.signedWith], services.secrets);
  const secret = renderTemplate(config.signedWith, { ...state, secrets });
  return signedHeaders({ ...call, secret }, Date.now());
}
