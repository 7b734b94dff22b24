import { z } from "zod";
import { channelNameSchema } from "@/workflows/graph/channel";
import { agentSlugSchema } from "@/workflows/tools/agent/slug";
import { defineNode } from "../define-node";
import { field } from "../field";
import { optionalChannelField, uniqueBy } from "../fields";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { callAgentFace } from "./face";

const channelHere = field(channelNameSchema, { label: "Channel here", control: "channel" });
const nameThere = (label: string) =>
  field(z.string().min(1, "Name it as the agent does").max(64), { label, control: "text" });
const longestMinutes = 527_040;

export const callAgentConfig = z.strictObject({
  slug: field(agentSlugSchema, {
    label: "Agent",
    control: "agent",
    help: "A published agent of this workspace.",
  }),
  version: field(z.int().min(1).max(1_000_000).optional(), {
    label: "Version",
    control: "agent-version",
    help: "The live one is the one that is live when the call is made.",
  }),
  inputs: field(
    z
      .array(z.strictObject({ from: channelHere, to: nameThere("Input of the agent") }))
      .max(50)
      .default([])
      .refine(...uniqueBy((pair: { to: string }) => pair.to, "An input may be filled once")),
    {
      label: "Inputs",
      control: "agent-inputs",
      help: "What the agent is given. Channels without a value are left out.",
    },
  ),
  outputs: field(
    z
      .array(z.strictObject({ from: nameThere("Output of the agent"), to: channelHere }))
      .max(50)
      .default([])
      .refine(...uniqueBy((pair: { to: string }) => pair.to, "A channel may be filled once")),
    { label: "Outputs", control: "agent-outputs", help: "Where what it gives back is written." },
  ),
  output: optionalChannelField({
    label: "Write all of it to",
    help: "The whole output as one object.",
    advanced: true,
  }),
  timeoutMinutes: field(z.number().min(0.1).max(longestMinutes).optional(), {
    label: "Time limit (minutes)",
    control: "number",
    help: "Pauses included. Past it the called run is stopped and this node fails. Empty: the agent's own limit alone.",
    advanced: true,
  }),
});
export type CallAgentConfig = z.output<typeof callAgentConfig>;

export const callAgentDefinition = defineNode({
  type: "call-agent",
  typeVersion: 1,
  ...callAgentFace,
  summary: "Runs a published agent as a run of its own and waits for it.",
  synonyms: ["subagent", "child", "delegate", "handoff", "invoke", "workflow", "another agent"],
  config: callAgentConfig,
  initial: { slug: "", inputs: [], outputs: [] },
  ports: () => [outPort],
  reads: ({ inputs, outputs }) =>
    inputs.map(({ from }, index) => ({
      channel: from,
      field: `inputs.${index}.from`,
      // What comes back to it may as well begin with nothing.
      optional: outputs.some(({ to }) => to === from),
    })),
  writes: ({ outputs, output }) => [
    ...outputs.map(({ to }, index) => ({ channel: to, field: `outputs.${index}.to` })),
    ...(output ? [{ channel: output, field: "output", type: "object" as const }] : []),
  ],
  needs: ({ slug, version, inputs, outputs }) => [
    {
      kind: "agent",
      field: "slug",
      slug,
      call: {
        ...(version !== undefined && { version }),
        inputs: inputs.map(({ from, to }, index) => ({ there: to, here: from, field: `inputs.${index}.to` })),
        outputs: outputs.map(({ from, to }, index) => ({
          there: from,
          here: to,
          field: `outputs.${index}.from`,
        })),
      },
    },
  ],
  check: ({ outputs, output }) =>
    output && outputs.some(({ to }) => to === output)
      ? [configIssue("output", `“${output}” is filled by an output already.`)]
      : [],
  // The call's key makes the called run's id: a node that runs again finds the run it had started.
  idempotent: () => true,
  interrupts: () => true,
  describe: ({ slug, version }) => (version === undefined ? slug || "no agent yet" : `${slug} · v${version}`),
  sample: {
    config: {
      slug: "order-help",
      inputs: [{ from: "question", to: "message" }],
      outputs: [{ from: "answer", to: "reply" }],
    },
    state: { question: "Where is order 42?" },
  },
});
