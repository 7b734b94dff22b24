import { z } from "zod";
import { answerChoiceSchema } from "@/workflows/events/event";
import { quorumRules } from "@/workflows/events/interrupt";
import { units } from "../duration";
import { field } from "../field";
import { channelsField, optionalChannelField, portIdSchema, templateField, uniqueBy } from "../fields";
import { drawnFieldSchema } from "./drawn-form";
import { assigneeConfig } from "./people";

const answerSchema = z.strictObject({
  id: portIdSchema,
  label: field(z.string().min(1, "Give the answer a name").max(60), { label: "Label", control: "text" }),
  tone: field(answerChoiceSchema.shape.tone.default("neutral"), { label: "Tone", control: "select" }),
});

const amount = (label: string, shown: string, usual: number) =>
  field(z.number().min(0).max(100_000_000).default(usual), {
    label,
    control: "number",
    showWhen: { field: shown, in: [true] },
  });
const unit = (shown: string) =>
  field(z.enum(units).default("hours"), {
    label: "Unit",
    control: "select",
    showWhen: { field: shown, in: [true] },
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
  form: field(
    z
      .array(drawnFieldSchema)
      .max(30)
      .default([])
      .refine(...uniqueBy((entry: { name: string }) => entry.name, "Two fields have the same name")),
    {
      label: "Form fields",
      help: "What the person fills in. An answer of the tone danger needs none of it.",
    },
  ),
  formChannel: optionalChannelField({
    label: "Write the form to",
    help: "As an object with a value for each field.",
  }),
  assignees: field(z.array(assigneeConfig).max(30).default([]), {
    label: "Assignees",
    help: "Only they and administrators may answer. Without any: everybody who may answer approvals.",
  }),
  several: field(z.boolean().default(false), {
    label: "Several people answer",
    control: "toggle",
    help: "The run goes on when enough have answered.",
  }),
  people: field(z.int().min(2).max(50).default(2), {
    label: "How many",
    control: "number",
    showWhen: { field: "several", in: [true] },
  }),
  rule: field(z.enum(quorumRules).default("same"), {
    label: "They decide by",
    control: "select",
    help: "same: all choose the same. majority: more than half do. veto: the first answer of the tone danger ends it, else the majority.",
    showWhen: { field: "several", in: [true] },
  }),
  tell: field(z.enum(["nobody", "email", "slack", "teams", "discord"]).default("nobody"), {
    label: "Tell people by",
    control: "select",
    help: "Sends the question with links that answer it, without an account. It stands in the inbox either way.",
  }),
  tellTo: field(templateField({ label: "To" }), {
    label: "To",
    control: "template",
    placeholder: "{{ order.owner }}, office@example.com",
    help: "Addresses, with commas between them.",
    showWhen: { field: "tell", in: ["email"] },
  }),
  tellSecret: field(z.string().trim().max(100).default(""), {
    label: "Secret with the chat's address",
    control: "text",
    placeholder: "TEAM_CHAT",
    help: "Name of the workspace's secret that holds the address of the chat's webhook.",
    showWhen: { field: "tell", in: ["slack", "teams", "discord"] },
  }),
  remind: field(z.boolean().default(false), {
    label: "Remind",
    control: "toggle",
    help: "Tells them again while nobody has answered, up to ten times.",
    showWhen: { field: "tell", in: ["email", "slack", "teams", "discord"] },
  }),
  remindAfter: amount("Every", "remind", 24),
  remindUnit: unit("remind"),
  record: optionalChannelField({
    label: "Write who answered to",
    help: "A list of {by, at, answer, text, form}, one for each answer given.",
    advanced: true,
  }),
  deadline: field(z.boolean().default(false), {
    label: "Deadline",
    control: "toggle",
    help: "Goes on by a port of its own where nobody has answered in time.",
  }),
  deadlineAfter: amount("Answer within", "deadline", 24),
  deadlineUnit: unit("deadline"),
  escalate: field(z.boolean().default(false), {
    label: "Ask others later",
    control: "toggle",
    help: "Adds assignees where nobody has answered for a while.",
  }),
  escalateAfter: amount("After", "escalate", 4),
  escalateUnit: unit("escalate"),
  escalateTo: field(z.array(assigneeConfig).max(30).default([]), {
    label: "Further assignees",
    showWhen: { field: "escalate", in: [true] },
  }),
});
export type HumanConfig = z.output<typeof humanConfig>;
