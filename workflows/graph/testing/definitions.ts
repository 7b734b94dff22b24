import "@/workflows/graph/inner-schema";
import { z } from "zod";
import { channelTypes } from "@/workflows/graph/channel";
import { emptyDocument, graphDocumentSchema } from "@/workflows/graph/document";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { field } from "@/workflows/nodes/field";
import { outPort } from "@/workflows/nodes/ports";

const accessSchema = z.strictObject({
  channel: z.string(),
  type: z.enum(channelTypes).optional(),
  optional: z.boolean().optional(),
});

/** A node whose config says everything that a validator can ask of a type. */
const stepConfig = z.strictObject({
  ports: z.array(z.string()).default(["out"]),
  optionalPorts: z.array(z.string()).default([]),
  reads: z.array(accessSchema).default([]),
  writes: z.array(accessSchema).default([]),
  when: field(z.string().optional(), { label: "When", control: "expression", expects: "boolean" }),
  text: field(z.string().optional(), { label: "Text", control: "template" }),
  hidden: field(z.string().optional(), {
    label: "Hidden",
    control: "expression",
    showWhen: { field: "effect", in: [true] },
  }),
  address: field(z.string().optional(), { label: "Address", control: "template", names: ["secrets"] }),
  rules: z.array(z.strictObject({ when: z.string() })).default([]),
  size: field(z.int().min(1).optional(), { label: "Size" }),
  code: z.string().optional(),
  effect: z.boolean().default(false),
  pause: z.boolean().default(false),
  refuse: z.boolean().default(false),
});
type StepConfig = z.output<typeof stepConfig>;

function definition<Config>(
  part: Partial<NodeDefinition<Config>> & Pick<NodeDefinition<Config>, "type" | "config" | "sample">,
) {
  return {
    typeVersion: 1,
    title: part.type,
    summary: part.type,
    icon: "box",
    category: "flow" as const,
    synonyms: [],
    initial: {},
    ports: () => [outPort],
    reads: () => [],
    writes: () => [],
    idempotent: () => true,
    describe: () => "",
    ...part,
  };
}

const channelsConfig = z.strictObject({ channels: z.array(z.string()).default([]) });
type ChannelsConfig = z.output<typeof channelsConfig>;

const step: NodeDefinition<StepConfig> = definition({
  type: "step",
  typeVersion: 2,
  config: stepConfig,
  migrations: { 1: ({ channel, ...config }) => ({ ...config, writes: channel ? [{ channel }] : [] }) },
  ports: ({ ports, optionalPorts }: StepConfig) => [
    ...ports.map((name) => ({ name, label: name, meaning: "next" as const })),
    ...optionalPorts.map((name) => ({ name, label: name, meaning: "next" as const, optional: true })),
  ],
  reads: ({ reads, code }: StepConfig) => [
    ...reads.map(({ channel, type, optional }, index) => ({
      channel,
      field: `reads.${index}`,
      ...(type ? { types: [type] } : {}),
      ...(optional ? { optional } : {}),
    })),
    ...(code ? [{ channel: code.replace("state.", ""), field: "code", optional: true }] : []),
  ],
  writes: ({ writes }: StepConfig) =>
    writes.map(({ channel, type }, index) => ({
      channel,
      field: `writes.${index}`,
      ...(type ? { type } : {}),
    })),
  choices: ({ rules, ports }: StepConfig) =>
    rules.map(({ when }, index) => {
      const port = ports[index] ?? `p${index}`;
      return { label: port, port, when, field: `rules.${index}.when` };
    }),
  idempotent: ({ effect }: StepConfig) => !effect,
  interrupts: ({ pause }: StepConfig) => pause,
  check: ({ refuse }: StepConfig) =>
    refuse
      ? [{ code: "config_invalid", severity: "error", path: { field: "refuse" }, message: "Refused." }]
      : [],
  sample: { config: stepConfig.parse({}), state: {} },
});

const start: NodeDefinition<ChannelsConfig> = definition({
  type: "start",
  role: "start",
  config: channelsConfig,
  writes: ({ channels }: ChannelsConfig) => channels.map((channel) => ({ channel, field: "channels" })),
  inputs: ({ channels }: ChannelsConfig) => channels.map((channel) => ({ channel, required: true })),
  withInput: ({ channels }, channel) => ({
    channels: [...(Array.isArray(channels) ? channels : []), channel],
  }),
  sample: { config: { channels: [] }, state: {} },
});

const end: NodeDefinition<ChannelsConfig> = definition({
  type: "end",
  role: "end",
  config: channelsConfig,
  ports: () => [],
  reads: ({ channels }: ChannelsConfig) =>
    channels.map((channel) => ({ channel, field: "channels", optional: true })),
  outputs: ({ channels }: ChannelsConfig) => channels,
  sample: { config: { channels: [] }, state: {} },
});

const pairs = z.array(z.strictObject({ from: z.string(), to: z.string() })).default([]);
const subConfig = z.strictObject({
  graph: z.unknown().pipe(graphDocumentSchema),
  inputs: pairs,
  outputs: pairs,
});
type SubConfig = z.output<typeof subConfig>;

const sub: NodeDefinition<SubConfig> = definition({
  type: "sub",
  config: subConfig,
  subgraph: (config: SubConfig) => config,
  reads: ({ inputs }: SubConfig) =>
    inputs.map(({ from }, index) => ({ channel: from, field: `inputs.${index}.from` })),
  writes: ({ outputs }: SubConfig) =>
    outputs.map(({ to }, index) => ({ channel: to, field: `outputs.${index}.to` })),
  sample: { config: { graph: emptyDocument(), inputs: [], outputs: [] }, state: {} },
});

/** Node types for tests of the graph core, which must not lean on the real ones. */
export const testDefinitions = { start, end, step, sub };
