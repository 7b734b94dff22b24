import { templateCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { literal, quoted } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import { declareSecrets } from "@/workflows/code/write/secrets";
import type { NotifyConfig } from "./definition";

export const writeNotify: WriteNode<NotifyConfig> = (config, scope) => {
  const message = [
    `title: ${templateCode(config.title, scope)}`,
    `text: ${templateCode(config.text, scope)}`,
  ];
  return config.by === "email" ? mailCode(config, message, scope) : postCode(config, message, scope);
};

function mailCode(config: NotifyConfig, message: string[], scope: NodeScope): string[] {
  scope.use("./lib/mail", "sendMail");
  scope.env("SMTP_URL", "The mail server, e.g. smtps://user:password@mail.example.com.");
  scope.env("MAIL_FROM", "The address that e-mails come from.");
  return [
    `await sendMail(${block("{", [`to: ${templateCode(config.to, scope)}`, ...message], "}")});`,
    "return {};",
  ];
}

function postCode(config: NotifyConfig, message: string[], scope: NodeScope): string[] {
  scope.use("./lib/notify", "notify");
  scope.use("./lib/http/render-url", "renderUrl");
  const isWebhook = config.by === "webhook";
  const secrets = declareSecrets([config.url, ...(isWebhook ? [config.signedWith] : [])], scope);
  const call = [
    `by: ${quoted(config.by)}`,
    `url: renderUrl(${quoted(config.url)}, ${secrets.values})`,
    ...message,
    // LangGraph keeps a task's id over retries and resumes.
    'id: config.executionInfo?.taskId ?? ""',
    ...(isWebhook && config.signedWith.trim()
      ? [`secret: ${templateCode(config.signedWith, scope, secrets.values)}`]
      : []),
    ...(isWebhook ? [`data: ${dataCode(config.data, scope)}`] : []),
    "signal: config.signal",
  ];
  return [...secrets.lines, `await notify(${block("{", call, "}")});`, "return {};"];
}

function dataCode(names: string[], scope: NodeScope): string {
  if (names.length === 0) return "{}";
  scope.use("./lib/plain", "pick");
  return `pick(state, ${literal(names)})`;
}
