import { z } from "zod";
import { aloneField } from "@/workflows/http/alone";
import { httpMethods, isUnsafe, unsafeMethods } from "@/workflows/http/methods";
import { pairSchema } from "@/workflows/http/pair";
import { defineNode } from "../define-node";
import type { ChannelRead } from "../definition";
import { field } from "../field";
import { optionalChannelField, templateField } from "../fields";
import { secretNeeds } from "../need";
import { outPort } from "../ports";
import { templateReads } from "../reads";
import { httpFace } from "./face";
import { httpIssues } from "./issues";

export const httpConfig = z.strictObject({
  method: field(z.enum(httpMethods).default("GET"), { label: "Method", control: "select" }),
  url: field(z.string().min(1, "Write the address").max(4_000), {
    label: "URL",
    control: "template",
    names: ["secrets"],
    placeholder: "https://api.example.com/orders/{{ orderId }}",
    help: "Secrets go here, in the query or in headers as {{ secrets.NAME }}.",
  }),
  query: field(z.array(pairSchema).max(50).default([]), { label: "Query", control: "key-values" }),
  headers: field(z.array(pairSchema).max(50).default([]), { label: "Headers", control: "key-values" }),
  body: field(z.enum(["none", "json", "text"]).default("none"), { label: "Body", control: "select" }),
  content: field(templateField({ label: "Content" }), {
    label: "Content",
    control: "template",
    showWhen: { field: "body", in: ["json", "text"] },
    placeholder: '{"id": {{ orderId }}}',
  }),
  parse: field(z.enum(["auto", "json", "text"]).default("auto"), {
    label: "Read the response as",
    control: "select",
    help: "auto: JSON if the server says so, else text.",
  }),
  output: optionalChannelField({ label: "Write the response to" }),
  statusChannel: optionalChannelField({ label: "Write the status to", advanced: true }),
  failOnStatus: field(z.boolean().default(true), {
    label: "Status 400 and above fails",
    control: "toggle",
    help: "Off: the response is written whatever its status.",
  }),
  repeatable: field(z.boolean().default(false), {
    label: "May be sent twice",
    control: "toggle",
    advanced: true,
    showWhen: { field: "method", in: unsafeMethods },
    help: "On if the server acts once for all calls with the same Idempotency-Key, which is sent along. Off: where a server was lost in the middle of the call, a person decides whether it is sent again.",
  }),
  alone: aloneField,
  timeoutMs: field(z.int().min(100).max(300_000).default(30_000), {
    label: "Time limit (ms)",
    control: "duration",
    advanced: true,
  }),
  maxBytes: field(z.int().min(1).max(20_000_000).default(1_000_000), {
    label: "Largest response (bytes)",
    control: "number",
    advanced: true,
  }),
});
export type HttpConfig = z.output<typeof httpConfig>;

export const httpDefinition = defineNode({
  type: "http",
  typeVersion: 1,
  ...httpFace,
  summary: "Calls a web address and writes the response to a channel.",
  synonyms: ["api", "rest", "webhook", "fetch", "get", "post", "request", "url"],
  config: httpConfig,
  initial: { method: "GET", url: "" },
  ports: () => [outPort],
  reads: httpReads,
  needs: (config) => [
    ...secretNeeds("url", config.url),
    ...config.query.flatMap((pair, index) => secretNeeds(`query.${index}.value`, pair.value)),
    ...config.headers.flatMap((pair, index) => secretNeeds(`headers.${index}.value`, pair.value)),
  ],
  writes: (config) => [
    ...(config.output
      ? [
          {
            channel: config.output,
            field: "output",
            ...(config.parse === "text" ? { type: "string" as const } : {}),
          },
        ]
      : []),
    ...(config.statusChannel
      ? [{ channel: config.statusChannel, field: "statusChannel", type: "number" as const }]
      : []),
  ],
  idempotent: (config) => config.repeatable || !isUnsafe(config.method),
  describe: (config) => `${config.method} ${config.url.replace(/^https?:\/\//, "")}`,
  check: httpIssues,
  sample: {
    config: {
      method: "GET",
      url: "https://api.example.com/orders/{{ orderId }}",
      query: [],
      headers: [{ name: "authorization", value: "Bearer {{ secrets.TOKEN }}" }],
      body: "none",
      content: "",
      parse: "json",
      output: "order",
      failOnStatus: true,
      repeatable: false,
      alone: false,
      timeoutMs: 5_000,
      maxBytes: 10_000,
    },
    state: { orderId: "42" },
  },
});

function httpReads(config: HttpConfig): ChannelRead[] {
  return [
    ...templateReads("url", config.url),
    ...config.query.flatMap((pair, index) => templateReads(`query.${index}.value`, pair.value)),
    ...config.headers.flatMap((pair, index) => templateReads(`headers.${index}.value`, pair.value)),
    ...(config.body === "none" ? [] : templateReads("content", config.content)),
  ];
}
