import { z } from "zod";
import { answerChoiceSchema } from "@/workflows/events/event";
import { defineNode } from "../define-node";
import { field } from "../field";
import { channelsField, optionalChannelField, portIdSchema, templateField, uniqueBy } from "../fields";
import { templateReads } from "../reads";

const answerSchema = z.strictObject({
  id: portIdSchema,
  label: field(z.string().min(1, "Give the answer a name").max(60), { label: "Label", control: "text" }),
  tone: field(answerChoiceSchema.shape.tone.default("neutral"), { label: "Tone", control: "select" }),
});

export const humanConfig = z.strictObject({
  message: templateField({
    label: "Message",
    help: "What the person is asked.",
    placeholder: "Is this draft good enough to send?",
  }),
  show: channelsField({ label: "Show", help: "Channels the person sees beside the message." }),
  edit: channelsField({ label: "May edit", help: "Channels the person may change before answering." }),
  answers: field(
    z
      .array(answerSchema)
      .min(1, "Add at least one answer")
      .max(8)
      .refine(...uniqueBy((entry: { id: string }) => entry.id, "Two answers have the same id")),
    { label: "Answers", control: "answers", help: "One button and one port each." },
  ),
  allowText: field(z.boolean().default(false), {
    label: "Free text",
    control: "toggle",
    help: "Lets the person add a text to the answer.",
  }),
  textChannel: optionalChannelField({
    label: "Write the text to",
    showWhen: { field: "allowText", in: [true] },
  }),
});

export const humanDefinition = defineNode({
  type: "human",
  typeVersion: 1,
  title: "Human",
  summary: "Pauses the run until a person answers.",
  icon: "user-check",
  category: "human",
  synonyms: ["approval", "approve", "review", "interrupt", "pause", "ask", "form", "human in the loop"],
  config: humanConfig,
  initial: {
    message: "",
    answers: [
      { id: "approve", label: "Approve", tone: "primary" },
      { id: "reject", label: "Reject", tone: "danger" },
    ],
  },
  ports: (config) => config.answers.map(({ id, label }) => ({ name: id, label, meaning: "answer" as const })),
  reads: (config) => [
    ...templateReads("message", config.message),
    ...config.show.map((channel, index) => ({ channel, field: `show.${index}` })),
    ...config.edit.map((channel, index) => ({ channel, field: `edit.${index}` })),
  ],
  writes: (config) => [
    ...config.edit.map((channel, index) => ({ channel, field: `edit.${index}` })),
    ...(config.textChannel
      ? [{ channel: config.textChannel, field: "textChannel", type: "string" as const }]
      : []),
  ],
  idempotent: () => true,
  interrupts: () => true,
  describe: (config) => config.answers.map((answer) => answer.label).join(", "),
  sample: {
    config: {
      message: "Send this to {{ name }}?",
      show: ["name"],
      edit: ["draft"],
      answers: [
        { id: "send", label: "Send", tone: "primary" },
        { id: "drop", label: "Drop", tone: "danger" },
      ],
      allowText: true,
      textChannel: "feedback",
    },
    state: { name: "Ada", draft: "Dear Ada" },
  },
});
