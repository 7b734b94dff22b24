import { formJsonSchema } from "@/workflows/form/form-json-schema";
import { defineNode } from "../define-node";
import type { ChannelWrite } from "../definition";
import { templateReads } from "../reads";
import { humanIssues, outcomePorts } from "./checks";
import { type HumanConfig, humanConfig } from "./config";
import { formFieldOf } from "./drawn-form";
import { humanFace } from "./face";
import { assigneeReads } from "./people";

export const humanDefinition = defineNode({
  type: "human",
  typeVersion: 1,
  ...humanFace,
  summary: "Pauses the run until a person answers.",
  synonyms: [
    "approval",
    "approve",
    "review",
    "interrupt",
    "pause",
    "ask",
    "form",
    "human in the loop",
    "assign",
    "vote",
    "quorum",
    "escalate",
    "deadline",
  ],
  config: humanConfig,
  initial: {
    message: "",
    answers: [
      { id: "approve", label: "Approve", tone: "primary" },
      { id: "reject", label: "Reject", tone: "danger" },
    ],
  },
  ports: (config) => [
    ...config.answers.map(({ id, label }) => ({ name: id, label, meaning: "answer" as const })),
    ...outcomePorts(config),
  ],
  reads: (config) => [
    ...templateReads("message", config.message),
    ...config.show.map((channel, index) => ({ channel, field: `show.${index}` })),
    ...config.edit.map((channel, index) => ({ channel, field: `edit.${index}` })),
    ...assigneeReads("assignees", config.assignees),
    ...(config.tell === "email" ? templateReads("tellTo", config.tellTo) : []),
    ...(config.escalate ? assigneeReads("escalateTo", config.escalateTo) : []),
  ],
  writes: writesOf,
  needs: ({ tell, tellSecret }) =>
    tell !== "nobody" && tell !== "email" && tellSecret
      ? [{ kind: "secret", field: "tellSecret", name: tellSecret }]
      : [],
  idempotent: () => true,
  interrupts: () => true,
  describe: (config) => config.answers.map((answer) => answer.label).join(", "),
  check: humanIssues,
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
      form: [
        {
          name: "postage",
          label: "Postage",
          kind: "choice",
          required: false,
          options: "letter\nparcel",
          help: "How it goes out.",
        },
      ],
      formChannel: "details",
      assignees: [{ kind: "role", role: "analyst", email: "" }],
      tell: "email",
      tellTo: "office@example.com",
      tellSecret: "",
      remind: true,
      remindAfter: 1,
      remindUnit: "days",
      several: false,
      people: 2,
      rule: "same",
      deadline: true,
      deadlineAfter: 2,
      deadlineUnit: "days",
      escalate: false,
      escalateAfter: 4,
      escalateUnit: "hours",
      escalateTo: [],
    },
    state: { name: "Ada", draft: "Dear Ada" },
  },
});

function writesOf(config: HumanConfig): ChannelWrite[] {
  const { edit, textChannel, form, formChannel, record } = config;
  return [
    ...edit.map((channel, index) => ({ channel, field: `edit.${index}` })),
    ...(textChannel ? [{ channel: textChannel, field: "textChannel", type: "string" as const }] : []),
    ...(formChannel
      ? [
          {
            channel: formChannel,
            field: "formChannel",
            type: "object" as const,
            schema: formJsonSchema(form.map(formFieldOf)),
          },
        ]
      : []),
    ...(record ? [{ channel: record, field: "record", type: "array" as const }] : []),
  ];
}
