import { z } from "zod";
import type { ChannelType } from "@/workflows/graph/channel";
import { expressionField, missing, noOutput, outputField, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { parseFace } from "./face";

const during = (...formats: string[]) => ({ field: "format", in: formats });

export const parseConfig = z.strictObject({
  text: expressionField({ label: "Text", expects: "string", placeholder: "response" }),
  format: field(z.enum(["json", "csv", "xml", "html", "markdown"]).default("json"), {
    label: "Read it as",
    control: "select",
    help: "csv gives a list of rows, markdown a list of sections with level, title and text.",
  }),
  fenced: field(z.boolean().default(true), {
    label: "Look into code fences",
    control: "toggle",
    help: "Models like to put JSON between ``` lines; the first such block is taken.",
    showWhen: during("json"),
  }),
  header: field(z.boolean().default(true), {
    label: "First row names the columns",
    control: "toggle",
    help: "Rows are then objects, else lists.",
    showWhen: during("csv"),
  }),
  delimiter: field(z.enum(["comma", "semicolon", "tab", "bar"]).default("comma"), {
    label: "Between cells",
    control: "select",
    showWhen: during("csv"),
  }),
  attributes: field(z.boolean().default(true), {
    label: "Attributes",
    control: "toggle",
    help: "As keys that begin with @.",
    showWhen: during("xml"),
  }),
  typed: field(z.boolean().default(false), {
    label: "Read numbers, true and false",
    control: "toggle",
    help: "Off: every value stays a text, with leading zeros and all.",
    showWhen: during("csv", "xml"),
  }),
  take: field(z.enum(["markdown", "text", "links", "tables"]).default("markdown"), {
    label: "Take from it",
    control: "select",
    help: "links: a list of href and text. tables: a list of tables, each a list of rows.",
    showWhen: during("html"),
  }),
  base: field(z.string().max(2_000).default(""), {
    label: "Address of the page",
    control: "text",
    placeholder: "https://example.com/news/",
    help: "Links that name no server are completed with it.",
    showWhen: during("html"),
    advanced: true,
  }),
  output: outputField,
  most: field(z.int().min(1).max(2_000_000).default(1_000_000), {
    label: "Longest text (characters)",
    control: "number",
    help: "A longer one fails the node.",
    advanced: true,
  }),
});
export type ParseConfig = z.output<typeof parseConfig>;

export const parseDefinition = defineNode({
  type: "parse",
  typeVersion: 1,
  ...parseFace,
  summary: "Reads JSON, CSV, XML, HTML or Markdown out of a text.",
  synonyms: ["json", "csv", "xml", "html", "markdown", "read", "extract", "scrape", "links", "tables"],
  config: parseConfig,
  initial: { text: "", format: "json" },
  ports: () => [outPort],
  reads: ({ text }) => expressionReads("text", text),
  writes: (config) => writesTo("output", config.output, typeOf(config)),
  local: true,
  idempotent: () => true,
  describe: ({ text, format, take }) =>
    `${text || "a text"} as ${format === "html" ? `HTML, its ${take}` : format}`,
  check: (config) => [
    ...missing(config, { text: "Say which text is read.", output: noOutput }),
    ...(config.base === "" || URL.canParse(config.base)
      ? []
      : [configIssue("base", "This is no address. Begin it with https://.")]),
  ],
  sample: {
    config: {
      text: "sheet",
      format: "csv",
      fenced: true,
      header: true,
      delimiter: "semicolon",
      attributes: true,
      typed: true,
      take: "markdown",
      base: "",
      output: "rows",
      most: 1_000,
    },
    state: { sheet: "name;age\nAda;36\nGrace;85\n" },
  },
});

function typeOf({ format, take }: ParseConfig): ChannelType | undefined {
  if (format === "json") return undefined;
  if (format === "xml") return "object";
  return format === "html" && (take === "text" || take === "markdown") ? "string" : "array";
}
