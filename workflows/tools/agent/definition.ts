import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { defineTool } from "../definition";
import { agentSlugSchema } from "./slug";

export const agentToolDefinition = defineTool({
  type: "agent",
  title: "Another agent",
  summary: "Asks another published agent of this workspace.",
  icon: "bot",
  synonyms: ["subagent", "delegate", "handoff", "specialist"],
  config: z.strictObject({
    slug: field(agentSlugSchema, {
      label: "Agent",
      control: "agent",
      help: "A published agent of this workspace.",
    }),
    purpose: field(z.string().min(1, "Say what it is good for").max(1_000), {
      label: "Purpose",
      control: "multiline",
      help: "Tells the model when to ask it.",
    }),
  }),
  initial: { slug: "", purpose: "" },
  // The longest name that providers take.
  name: (config) => `ask_${config.slug.replaceAll("-", "_")}`.slice(0, 64),
  description: (config) => config.purpose,
  pauses: "run",
  needs: ({ slug }) => [{ kind: "agent", field: "slug", slug }],
  sample: {
    config: { slug: "order-help", purpose: "Knows everything about orders." },
    args: { message: "Where is order 42?" },
  },
});
