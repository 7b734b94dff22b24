import type { ControlKind } from "@/components/inspector/schema/form-fields";

const kinds: Record<ControlKind, string> = {
  text: "Text",
  multiline: "Text of several lines",
  template: "Template",
  "argument-template": "Template over arguments",
  expression: "Expression",
  javascript: "JavaScript",
  json: "JSON",
  "json-schema": "JSON Schema",
  channel: "Channel",
  channels: "List of channels",
  model: "Model",
  tools: "List of tools",
  "source-tool": "Workspace tool",
  conditions: "List of conditions",
  assignments: "List of assignments",
  answers: "List of answers",
  agent: "Agent",
  "agent-version": "Version of the agent",
  "agent-inputs": "List of the agent's inputs",
  "agent-outputs": "List of the agent's outputs",
  "library-prompt": "Prompt of the library",
  "key-values": "List of names with values",
  graph: "Graph",
  "inner-channel": "Channel inside",
  number: "Number",
  duration: "Milliseconds",
  toggle: "On or off",
  select: "One of",
  list: "List",
};

/** What a setting takes, in a word or two. @param type the JSON Schema type of its value */
export function kindWords(control: ControlKind, type: string | undefined): string {
  return control === "number" && type === "integer" ? "Whole number" : kinds[control];
}
