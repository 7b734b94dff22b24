import { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { defineNode } from "../define-node";
import type { ChannelWrite } from "../definition";
import { field } from "../field";
import { optionalChannelField, templateField, uniqueBy } from "../fields";
import { configIssue } from "../issues";
import { schemaIssues } from "../misfits";
import { modelFields, modelNeeds } from "../model-fields";
import { scorable, unscorable } from "../moderation-question";
import { keptPersonalField } from "../personal-field";
import type { Port } from "../port";
import { templateReads } from "../reads";
import { abuse, judgedCategories } from "./categories";
import { guardrailFace } from "./face";

const patternSchema = z.strictObject({
  name: field(z.string().min(1, "Give the pattern a name").max(60), { label: "Name", control: "text" }),
  pattern: field(z.string().min(1, "Write a regular expression").max(1_000), {
    label: "Regular expression",
    control: "text",
    placeholder: "(?i)project falcon",
  }),
  rule: field(z.enum(["refuse", "require"]).default("refuse"), { label: "Rule", control: "select" }),
});

const topicSchema = z.strictObject({
  label: field(z.string().min(1, "Give the topic a name").max(60).refine(scorable, unscorable), {
    label: "Topic",
    control: "text",
  }),
  description: field(z.string().min(1, "Say what belongs to it").max(2_000), {
    label: "What belongs to it",
    control: "multiline",
  }),
});

export const guardrailConfig = z.strictObject({
  text: templateField({
    label: "Text",
    help: "What is checked: what a person wrote, or what a model answered.",
    placeholder: "{{ last(messages).content }}",
  }),
  target: optionalChannelField({
    label: "Write the checked text to",
    help: "With a tag such as [email] in place of what is masked.",
  }),
  personal: keptPersonalField,
  reveal: field(z.boolean().default(false), {
    label: "Put back what was kept",
    control: "toggle",
    help: "Tags of personal data that a Guardrail of this run kept for later get their values back, once all checks have passed.",
  }),
  injection: field(z.enum(["off", "usual", "strict"]).default("off"), {
    label: "Prompt injection",
    control: "select",
    help: "Refuses texts that give orders to the model. Strict also refuses mere hints, and more that is harmless.",
  }),
  urls: field(z.enum(["any", "none", "listed"]).default("any"), {
    label: "Web addresses",
    control: "select",
  }),
  hosts: field(z.string().max(10_000).default(""), {
    label: "Allowed hosts",
    control: "multiline",
    placeholder: "example.com, docs.example.org",
    help: "With all that belongs to them.",
    showWhen: { field: "urls", in: ["listed"] },
  }),
  code: field(z.enum(["any", "refuse"]).default("any"), {
    label: "Code",
    control: "select",
    help: "Program code, commands and active markup.",
  }),
  patterns: field(z.array(patternSchema).max(30).default([]), {
    label: "Patterns",
    help: "Must not, or must, be found in the text. Without looking ahead or behind.",
    advanced: true,
  }),
  schema: field(jsonObjectSchema.optional(), {
    label: "JSON schema",
    control: "json-schema",
    help: "The text has to be JSON of this shape.",
    advanced: true,
  }),
  toxicity: field(z.boolean().default(false), {
    label: "Refuse abuse and threats",
    control: "toggle",
    help: "Judged by the model, once everything else has passed.",
  }),
  topics: field(
    z
      .array(topicSchema)
      .max(20)
      .default([])
      .refine(...uniqueBy((entry: { label: string }) => entry.label, "Two topics have the same name")),
    { label: "Topics", help: "Refused where the model finds the text to be about them." },
  ),
  threshold: field(z.number().min(0.05).max(1).default(0.5), {
    label: "Refused from",
    control: "number",
    help: "The model's score, from 0 to 1. The lower, the stricter.",
    advanced: true,
  }),
  model: modelFields.model.default("offline/offline"),
  fallbacks: modelFields.fallbacks,
  findings: optionalChannelField({
    label: "Write the findings to",
    help: "As a list of {check, detail, blocks}.",
  }),
});
export type GuardrailConfig = z.output<typeof guardrailConfig>;

export const passedPort: Port = { name: "passed", label: "Passed", meaning: "next" };
export const blockedPort: Port = { name: "blocked", label: "Blocked", meaning: "branch" };

export const guardrailDefinition = defineNode({
  type: "guardrail",
  typeVersion: 1,
  ...guardrailFace,
  summary: "Masks or refuses what must not come in or go out, and says why.",
  synonyms: ["pii", "personal data", "prompt injection", "jailbreak", "filter", "redact", "policy"],
  config: guardrailConfig,
  initial: { text: "", injection: "usual", personal: [] },
  ports: () => [passedPort, blockedPort],
  reads: ({ text }) => templateReads("text", text),
  needs: (config) => (judgedCategories(config).length > 0 ? modelNeeds(config, ["json"]) : []),
  writes: ({ target, findings }): ChannelWrite[] => [
    ...(target ? [{ channel: target, field: "target", type: "string" as const }] : []),
    ...(findings ? [{ channel: findings, field: "findings", type: "array" as const }] : []),
  ],
  idempotent: () => true,
  describe: (config) => checksOf(config).join(", ") || "no checks yet",
  check: problems,
  sample: {
    config: {
      text: "{{ question }}",
      target: "checked",
      personal: [
        { kind: "email", action: "mask" },
        { kind: "card", action: "block" },
      ],
      reveal: false,
      injection: "usual",
      urls: "listed",
      hosts: "example.com",
      code: "refuse",
      patterns: [{ name: "Project", pattern: "(?i)falcon", rule: "refuse" }],
      toxicity: false,
      topics: [],
      threshold: 0.5,
      model: "offline/offline",
      fallbacks: [],
      findings: "findings",
    },
    state: { question: "Please write to robin@example.com about order 42." },
  },
});

/** The checks that are made, in a few words. */
function checksOf(config: GuardrailConfig): string[] {
  return [
    ...(config.reveal ? ["puts back"] : []),
    ...(config.personal.length > 0 ? [config.personal.map(({ kind }) => kind).join(", ")] : []),
    ...(config.injection === "off" ? [] : ["injection"]),
    ...(config.urls === "any" ? [] : ["addresses"]),
    ...(config.code === "any" ? [] : ["code"]),
    ...(config.patterns.length > 0 ? ["patterns"] : []),
    ...(config.schema ? ["schema"] : []),
    ...judgedCategories(config).map(({ label }) => label),
  ];
}

function problems(config: GuardrailConfig): Issue[] {
  const hides = config.personal.some(({ action }) => action !== "block");
  return [
    ...(config.text.trim() ? [] : [configIssue("text", "Say which text is checked.")]),
    ...(checksOf(config).length > 0
      ? []
      : [configIssue("injection", "Nothing is checked yet: choose a check.")]),
    ...(hides && !config.target
      ? [configIssue("target", "What is masked goes nowhere: choose the channel for the checked text.")]
      : []),
    ...(config.reveal && !config.target
      ? [configIssue("target", "What is put back goes nowhere: choose the channel for the text.")]
      : []),
    ...schemaIssues(config.schema),
    ...twiceAbuse(config),
    ...(config.urls === "listed" && !config.hosts.trim()
      ? [configIssue("hosts", "List the hosts that are allowed, or refuse all addresses.")]
      : []),
  ];
}

/** The check for abuse is a topic of that name: the model could tell no two of them apart. */
function twiceAbuse({ toxicity, topics }: GuardrailConfig): Issue[] {
  const index = toxicity ? topics.findIndex(({ label }) => label.trim().toLowerCase() === abuse.label) : -1;
  if (index === -1) return [];
  const message = "Abuse is checked already: give this topic another name, or turn the check off.";
  return [configIssue(`topics.${index}.label`, message)];
}
