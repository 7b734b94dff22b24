import { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { missing } from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { channelsField, templateField } from "../fields";
import { configIssue } from "../issues";
import { secretNeeds } from "../need";
import { outPort } from "../ports";
import { templateReads } from "../reads";
import { notifyFace } from "./face";

export const notifyWays = ["email", "slack", "teams", "discord", "webhook"] as const;

export const notifyConfig = z.strictObject({
  by: field(z.enum(notifyWays).default("email"), {
    label: "By",
    control: "select",
    help: "E-mail goes out by the workspace's mail server, under Settings → E-mail.",
  }),
  to: field(templateField({ label: "To" }), {
    label: "To",
    control: "template",
    placeholder: "{{ order.customer }}, support@example.com",
    help: "Addresses, with commas between them.",
    showWhen: { field: "by", in: ["email"] },
  }),
  url: field(z.string().max(4_000).default(""), {
    label: "Address",
    control: "template",
    names: ["secrets"],
    placeholder: "{{ secrets.TEAM_CHAT }}",
    help: "The webhook's address. Whoever knows one of a chat may write there, so keep it as a secret.",
    showWhen: { field: "by", in: ["slack", "teams", "discord", "webhook"] },
  }),
  signedWith: field(z.string().max(200).default(""), {
    label: "Signed with",
    control: "template",
    names: ["secrets"],
    placeholder: "{{ secrets.WEBHOOK_KEY }}",
    help: "The receiver checks by it who sent the call, and when (webhook-id, webhook-timestamp, webhook-signature).",
    showWhen: { field: "by", in: ["webhook"] },
  }),
  title: field(templateField({ label: "Title" }), {
    label: "Title",
    control: "template",
    help: "The subject of an e-mail.",
  }),
  text: templateField({ label: "Text" }),
  data: field(channelsField({ label: "Send along" }), {
    label: "Send along",
    control: "channels",
    help: "Channels whose values go with it as data.",
    showWhen: { field: "by", in: ["webhook"] },
  }),
  repeatable: field(z.boolean().default(false), {
    label: "May be sent twice",
    control: "toggle",
    advanced: true,
    help: "On if a second message does no harm, or if the receiver acts once on the same webhook-id. Off: where a server was lost in the middle, a person decides whether it is sent again.",
  }),
});
export type NotifyConfig = z.output<typeof notifyConfig>;

export const notifyDefinition = defineNode({
  type: "notify",
  typeVersion: 1,
  ...notifyFace,
  summary: "Tells people or programs by e-mail, chat or a signed webhook.",
  synonyms: ["email", "mail", "slack", "teams", "discord", "webhook", "message", "alert", "smtp"],
  config: notifyConfig,
  initial: { by: "email", to: "", title: "", text: "" },
  ports: () => [outPort],
  reads: (config) => [
    ...templateReads("title", config.title),
    ...templateReads("text", config.text),
    ...(config.by === "email" ? templateReads("to", config.to) : templateReads("url", config.url)),
    ...(config.by === "webhook"
      ? [
          ...templateReads("signedWith", config.signedWith),
          ...config.data.map((channel, index) => ({ channel, field: `data.${index}` })),
        ]
      : []),
  ],
  needs: (config) => [
    ...(config.by === "email" ? [] : secretNeeds("url", config.url)),
    ...(config.by === "webhook" ? secretNeeds("signedWith", config.signedWith) : []),
  ],
  writes: () => [],
  idempotent: (config) => config.repeatable,
  describe: (config) => (config.by === "email" ? `to ${config.to || "…"}` : config.by),
  check: notifyIssues,
  sample: {
    config: {
      by: "webhook",
      to: "",
      url: "https://hooks.example.com/orders",
      signedWith: "{{ secrets.TOKEN }}",
      title: "Order {{ orderId }}",
      text: "It is on its way.",
      data: ["orderId"],
      repeatable: false,
    },
    state: { orderId: "A-42" },
  },
});

function notifyIssues(config: NotifyConfig): Issue[] {
  const { by, title, text } = config;
  const isMute = by !== "webhook" && (title + text).trim() === "";
  return [
    ...missing(
      config,
      by === "email" ? { to: "Say whom it goes to." } : { url: "Write the webhook's address." },
    ),
    ...(isMute ? [configIssue("text", "Say what they are told.")] : []),
  ];
}
