import { z } from "zod";
import { defineNode } from "../define-node";
import { field } from "../field";
import { optionalChannelField, uniqueBy } from "../fields";
import { judgeFields, judgeIssues, judgeReads } from "../judge-fields";
import { modelNeeds } from "../model-fields";
import { scorable, unscorable } from "../moderation-question";
import type { Port } from "../port";
import { moderateFace } from "./face";

const categorySchema = z.strictObject({
  label: field(z.string().min(1, "Give the category a name").max(60).refine(scorable, unscorable), {
    label: "Category",
    control: "text",
  }),
  description: field(z.string().min(1, "Say what belongs to it").max(2_000), {
    label: "What belongs to it",
    control: "multiline",
  }),
});

/** What most houses refuse, in the words of the common moderation services. */
export const usualCategories = [
  {
    label: "hate",
    description:
      "Attacks or degrades people for what they are: origin, religion, sex, disability and the like.",
  },
  { label: "harassment", description: "Insults, threatens or bullies somebody." },
  { label: "self-harm", description: "Encourages or explains how to hurt oneself." },
  {
    label: "sexual",
    description: "Sexually explicit content; anything sexual about minors without exception.",
  },
  { label: "violence", description: "Calls for violence, threatens with it, or glorifies it." },
  {
    label: "illicit",
    description: "Explains how to commit a crime, make weapons or drugs, or break into systems.",
  },
];

export const moderateConfig = z.strictObject({
  ...judgeFields,
  categories: field(
    z
      .array(categorySchema)
      .min(1, "Add at least one category")
      .max(30)
      .refine(...uniqueBy((entry: { label: string }) => entry.label, "Two categories have the same name"))
      .default(usualCategories),
    { label: "Categories" },
  ),
  threshold: field(z.number().min(0.05).max(1).default(0.5), {
    label: "Blocked from",
    control: "number",
    help: "A score from 0 to 1. The lower, the stricter.",
  }),
  output: optionalChannelField({
    label: "Write the verdict to",
    help: "As {blocked, categories, scores, reason}.",
  }),
});
export type ModerateConfig = z.output<typeof moderateConfig>;

export const allowedPort: Port = { name: "allowed", label: "Allowed", meaning: "next" };
export const blockedPort: Port = { name: "blocked", label: "Blocked", meaning: "branch" };

export const moderateDefinition = defineNode({
  type: "moderate",
  typeVersion: 1,
  ...moderateFace,
  summary: "Lets a model score a text by categories and blocks what is over a threshold.",
  synonyms: ["moderation", "toxicity", "abuse", "hate", "content policy", "safe"],
  config: moderateConfig,
  initial: { model: "offline/offline", text: "", categories: usualCategories },
  ports: () => [allowedPort, blockedPort],
  reads: judgeReads,
  needs: (config) => modelNeeds(config, ["json"]),
  writes: ({ output }) => (output ? [{ channel: output, field: "output", type: "object" as const }] : []),
  idempotent: () => true,
  describe: ({ categories }) => categories.map(({ label }) => label).join(", "),
  check: judgeIssues,
  sample: {
    config: {
      model: "offline/offline",
      fallbacks: [],
      text: "{{ comment }}",
      instructions: "",
      categories: usualCategories.slice(0, 2),
      threshold: 0.5,
      output: "verdict",
    },
    state: { comment: "Thank you, that was quick!" },
  },
});
