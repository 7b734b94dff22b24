import { z } from "zod";
import { field } from "../field";
import { modelField, optionalChannelField } from "../fields";
import { personalRulesSchema } from "../personal-field";

/** Headings under which the settings beyond model, instructions and tools are folded away. */
const limits = "Limits";
const length = "Long conversations";
const planning = "Planning and choice of tools";
const privacy = "Personal data";

const ownModel = {
  control: "model",
  placeholder: "The agent's own",
} as const;

/** Bounds on calls in one visit. */
export const limitFields = {
  maxModelCalls: field(z.int().min(1).max(100).default(10), {
    label: "Most model calls",
    control: "number",
    help: "In one visit of this node. Past it the node fails.",
    group: limits,
  }),
  maxToolCalls: field(z.int().min(1).max(500).optional(), {
    label: "Most tool calls",
    control: "number",
    help: "In one visit of this node. Past it the model is told to answer with what it has. A tool may have a limit of its own.",
    group: limits,
  }),
};

/** What becomes of a conversation that grows beyond what the model should read. The channel keeps all of it. */
export const lengthFields = {
  summarise: field(z.boolean().default(false), {
    label: "Summarise what is old",
    control: "toggle",
    help: "The model then reads a summary in place of old messages. The conversation itself stays whole.",
    group: length,
  }),
  summariseOver: field(z.int().min(100).max(2_000_000).default(8_000), {
    label: "When it is longer than (tokens)",
    control: "number",
    help: "Counted roughly, four letters a token.",
    group: length,
    showWhen: { field: "summarise", in: [true] },
  }),
  summariseKeep: field(z.int().min(1).max(200).default(10), {
    label: "Keep the last messages",
    control: "number",
    help: "Calls of tools keep their answers.",
    group: length,
    showWhen: { field: "summarise", in: [true] },
  }),
  summaryModel: field(modelField.optional(), {
    label: "Model that summarises",
    ...ownModel,
    group: length,
    showWhen: { field: "summarise", in: [true] },
  }),
  clearResults: field(z.boolean().default(false), {
    label: "Leave out old results of tools",
    control: "toggle",
    help: "The model reads [cleared] in their place. It can call the tool again.",
    group: length,
  }),
  clearOver: field(z.int().min(100).max(2_000_000).default(20_000), {
    label: "When the conversation is longer than (tokens)",
    control: "number",
    group: length,
    showWhen: { field: "clearResults", in: [true] },
  }),
  clearKeep: field(z.int().min(0).max(100).default(3), {
    label: "Keep the last results",
    control: "number",
    group: length,
    showWhen: { field: "clearResults", in: [true] },
  }),
};

/** How the agent keeps to a plan, and how it finds its tools among many. */
export const planningFields = {
  todoList: field(z.boolean().default(false), {
    label: "To-do list",
    control: "toggle",
    help: "Gives the model a list of its own to plan long tasks with, and tells it when to use one.",
    group: planning,
  }),
  todosChannel: optionalChannelField({
    label: "Write the list to",
    help: "As a list of objects with content and status.",
    group: planning,
    showWhen: { field: "todoList", in: [true] },
  }),
  chooseTools: field(z.boolean().default(false), {
    label: "Let a model choose the tools",
    control: "toggle",
    help: "For agents with many tools: one more call picks those that fit the task, once a visit.",
    group: planning,
  }),
  chooseMost: field(z.int().min(1).max(50).default(5), {
    label: "Most tools",
    control: "number",
    help: "With so few tools, or fewer, nothing is asked.",
    group: planning,
    showWhen: { field: "chooseTools", in: [true] },
  }),
  chooseModel: field(modelField.optional(), {
    label: "Model that chooses",
    ...ownModel,
    group: planning,
    showWhen: { field: "chooseTools", in: [true] },
  }),
};

/** What the model never sees. */
export const privacyFields = {
  personal: field(personalRulesSchema, {
    label: "Hidden kinds",
    help: "What the model does not see in instructions, messages and results of tools. mask: a tag takes its place. hash: one that is the same for the same value. block: the node fails.",
    group: privacy,
  }),
  personalAnswers: field(z.boolean().default(false), {
    label: "Also in its answers",
    control: "toggle",
    help: "In what is written to channels. The trace shows what the model said.",
    group: privacy,
  }),
};
