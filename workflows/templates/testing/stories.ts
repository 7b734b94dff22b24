import type { AIMessage } from "@langchain/core/messages";
import type { InterruptAnswer } from "@/workflows/events/event";
import type { JsonObject } from "@/workflows/graph/json";
import { approval } from "../approval";
import { chatAgent } from "../chat-agent";
import { crew } from "../crew";
import { evaluatorOptimiser } from "../evaluator-optimiser";
import { groupChat } from "../group-chat";
import { loop } from "../loop";
import { planAndExecute } from "../plan-and-execute";
import { reflect } from "../reflect";
import { supervisor } from "../supervisor";
import { swarm } from "../swarm";
import type { Template } from "../template";
import { handOver } from "./scripted";

/** One run after another on a thread: what the model says, what people answer, what is given from the second run on. */
export interface Story {
  said: (object | string | AIMessage)[];
  answers?: InterruptAnswer[];
  next?: JsonObject[];
  /** The ports it leaves by, in order, Start and End left out. */
  way: string[];
}

export const no = { accepted: false, critique: "Longer." };
export const score = (value: number) => ({ score: value, advice: "Shorter." });
const repeated = <Value>(count: number, ...values: Value[]) =>
  Array.from({ length: count }, () => values).flat();
const pass = (to: string) => handOver(to, "Please.");

export const stories: [string, Template, Story[]][] = [
  ["chat-agent", chatAgent, [{ said: ["Hi."], way: ["assistant.out"] }]],
  [
    "approval",
    approval,
    [
      { said: ["One"], answers: [{ answer: "approve" }], way: ["write.out", "review.approve", "accept.out"] },
      {
        said: ["One", "Two"],
        answers: [{ answer: "changes", text: "Nicer" }, { answer: "approve" }],
        way: ["write.out", "review.changes", "revise.out", "review.approve", "accept.out"],
      },
      {
        said: ["0", "1", "2", "3"],
        answers: repeated(4, { answer: "changes" }),
        way: ["write.out", ...repeated(3, "review.changes", "revise.out"), "review.limit"],
      },
    ],
  ],
  [
    "loop",
    loop,
    [
      { said: ["x".repeat(400)], way: ["work.out", "count.out", "check.done", "accept.out"] },
      {
        said: ["1", "2", "3", "4", "5"],
        way: [...repeated(4, "work.out", "count.out", "check.else"), "work.out", "count.out", "check.limit"],
      },
    ],
  ],
  ["crew", crew, [{ said: ["a", "b", "c"], way: ["researcher.out", "writer.out", "editor.out"] }]],
  [
    "supervisor",
    supervisor,
    [
      { said: ["Done."], way: ["lead.out"] },
      {
        said: [pass("researcher"), "Facts.", "Done."],
        way: ["lead.researcher", "researcher.out", "lead.out"],
      },
      {
        said: repeated<string | AIMessage>(4, pass("writer"), "Text."),
        way: [...repeated(3, "lead.writer", "writer.out"), "lead.limit"],
      },
    ],
  ],
  [
    "swarm",
    swarm,
    [
      { said: ["Hi."], way: ["whose.else", "desk.out"] },
      {
        said: [pass("billing"), pass("support"), pass("front_desk"), "Hi."],
        way: ["whose.else", "desk.billing", "billing.support", "support.desk", "desk.out"],
      },
      {
        said: [pass("support"), pass("billing"), pass("front_desk"), "Hi."],
        way: ["whose.else", "desk.support", "support.billing", "billing.desk", "desk.out"],
      },
      {
        said: [pass("billing"), "Which?", "That one."],
        next: [{ messages: "Number 7." }],
        way: ["whose.else", "desk.billing", "billing.out", "whose.billing", "billing.out"],
      },
      {
        said: [pass("support"), "What?", "Oh."],
        next: [{ messages: "The lift." }],
        way: ["whose.else", "desk.support", "support.out", "whose.support", "support.out"],
      },
      {
        said: repeated(4, pass("billing"), pass("front_desk")),
        way: ["whose.else", ...repeated(3, "desk.billing", "billing.desk"), "desk.limit"],
      },
      {
        said: [pass("support"), ...repeated(3, pass("billing"), pass("support")), pass("billing")],
        way: [
          "whose.else",
          "desk.support",
          ...repeated(3, "support.billing", "billing.support"),
          "support.limit",
        ],
      },
      {
        said: [pass("billing"), ...repeated(3, pass("support"), pass("billing")), pass("support")],
        way: [
          "whose.else",
          "desk.billing",
          ...repeated(3, "billing.support", "support.billing"),
          "billing.limit",
        ],
      },
    ],
  ],
  [
    "group-chat",
    groupChat,
    [
      {
        said: [
          { label: "Optimist" },
          "Yes.",
          { label: "Critic" },
          "No.",
          { label: "Expert" },
          "Perhaps.",
          { label: "Done" },
          "So.",
        ],
        way: [
          "begin.out",
          ...["optimist", "critic", "expert"].flatMap((who) => [
            "left.yes",
            `choose.${who}`,
            `${who}.out`,
            "count.out",
          ]),
          "left.yes",
          "choose.done",
          "sum.out",
        ],
      },
      { said: [{ label: "The cat" }, "So."], way: ["begin.out", "left.yes", "choose.else", "sum.out"] },
      {
        said: [...repeated<object | string>(6, { label: "Expert" }, "More."), "So."],
        way: [
          "begin.out",
          ...repeated(6, "left.yes", "choose.expert", "expert.out", "count.out"),
          "left.else",
          "sum.out",
        ],
      },
    ],
  ],
  [
    "plan-and-execute",
    planAndExecute,
    [
      { said: [{ steps: [] }, "Nothing to do."], way: ["plan.out", "left.else", "answer.out"] },
      {
        said: [{ steps: ["a"] }, "1", { steps: [] }, "Done."],
        way: ["plan.out", "left.yes", "work.out", "note.out", "again.out", "left.else", "answer.out"],
      },
      {
        said: [{ steps: ["a"] }, ...repeated<object | string>(6, "1", { steps: ["a"] }), "Enough."],
        way: [
          "plan.out",
          ...repeated(5, "left.yes", "work.out", "note.out", "again.out"),
          "left.yes",
          "work.out",
          "note.out",
          "again.limit",
          "answer.out",
        ],
      },
    ],
  ],
  [
    "reflect",
    reflect,
    [
      { said: ["a", { accepted: true, critique: "" }], way: ["write.out", "critique.out", "accepted.yes"] },
      {
        said: ["0", ...repeated<object | string>(3, no, "x"), no],
        way: [
          "write.out",
          ...repeated(3, "critique.out", "accepted.else", "revise.out"),
          "critique.out",
          "accepted.limit",
        ],
      },
    ],
  ],
  [
    "evaluator-optimiser",
    evaluatorOptimiser,
    [
      { said: ["a", score(8)], way: ["make.out", "evaluate.out", "keep.out", "enough.yes"] },
      {
        said: repeated<object | string>(5, "a", score(7.9)),
        way: [
          ...repeated(4, "make.out", "evaluate.out", "keep.out", "enough.else"),
          "make.out",
          "evaluate.out",
          "keep.out",
          "enough.limit",
        ],
      },
    ],
  ],
];
