import { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { expressionField, missing, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import type { ChannelRead, ChannelWrite } from "../definition";
import { field } from "../field";
import { optionalChannelField } from "../fields";
import { outPort } from "../ports";
import { expressionReads, templateReads } from "../reads";
import { fileForms } from "./content";
import { fileFace } from "./face";

export const fileConfig = z.strictObject({
  action: field(z.enum(["write", "read", "list", "delete"]).default("write"), {
    label: "Do",
    control: "select",
  }),
  scope: field(z.enum(["run", "thread", "agent"]).default("run"), {
    label: "Kept with",
    control: "select",
    help: "run: goes with the run. thread: with the conversation, seen by its later runs. agent: with the agent, seen by all its runs.",
  }),
  name: field(z.string().max(10_000).default(""), {
    label: "Name",
    control: "template",
    placeholder: "reports/{{ orderId }}.md",
    help: "Letters, digits and signs; folders with /. Its ending says what kind of file it is.",
    showWhen: { field: "action", in: ["write", "read", "delete"] },
  }),
  form: field(z.enum(fileForms).default("text"), {
    label: "Content is",
    control: "select",
    help: "text: a text in UTF-8. json: any value. base64: bytes, written as base64.",
    showWhen: { field: "action", in: ["write", "read"] },
  }),
  content: field(expressionField({ label: "Content" }), {
    label: "Content",
    control: "expression",
    placeholder: "report",
    showWhen: { field: "action", in: ["write"] },
  }),
  prefix: field(z.string().max(10_000).default(""), {
    label: "Names that begin with",
    control: "template",
    placeholder: "reports/",
    help: "Empty: all.",
    showWhen: { field: "action", in: ["list"] },
  }),
  output: optionalChannelField({
    label: "Write the result to",
    help: "read: what is in it. list: a list of {name, contentType, bytes}. delete: whether there was one.",
    showWhen: { field: "action", in: ["read", "list", "delete"] },
  }),
});
export type FileConfig = z.output<typeof fileConfig>;

export const fileDefinition = defineNode({
  type: "file",
  typeVersion: 1,
  ...fileFace,
  summary: "Writes, reads, lists or deletes files of the run, thread or agent.",
  synonyms: ["save", "download", "document", "csv", "attachment", "s3", "storage", "report", "export"],
  config: fileConfig,
  initial: { action: "write", scope: "run", name: "" },
  ports: () => [outPort],
  reads,
  writes,
  leavesFiles: true,
  // Changes are noted by the call's key.
  idempotent: () => true,
  describe: ({ action, name, prefix }) => `${action} ${action === "list" ? `${prefix}…` : name || "…"}`,
  check,
  sample: {
    config: {
      action: "write",
      scope: "run",
      name: "orders/{{ orderId }}.json",
      form: "json",
      content: "{'id': orderId}",
      prefix: "",
    },
    state: { orderId: "A-42" },
  },
});

function reads({ action, name, content, prefix }: FileConfig): ChannelRead[] {
  if (action === "list") return templateReads("prefix", prefix);
  const inContent = action === "write" && content ? expressionReads("content", content) : [];
  return [...templateReads("name", name), ...inContent];
}

function writes({ action, form, output }: FileConfig): ChannelWrite[] {
  if (action === "write") return [];
  const ofRead = form === "json" ? undefined : ("string" as const);
  return writesTo(
    "output",
    output,
    { read: ofRead, list: "array" as const, delete: "boolean" as const }[action],
  );
}

function check(config: FileConfig): Issue[] {
  const { action } = config;
  const goesNowhere = "The result goes nowhere: choose the channel to write it to.";
  return [
    ...(action === "list" ? [] : missing(config, { name: "Write the file's name." })),
    ...(action === "write" ? missing(config, { content: "Say what is written." }) : []),
    ...(action === "read" || action === "list" ? missing(config, { output: goesNowhere }) : []),
  ];
}
