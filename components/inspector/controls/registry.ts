import type { ComponentType } from "react";
import type { ControlKind } from "../schema/form-fields";
import { AgentControl } from "./agent/agent-control";
import { AgentInputsControl, AgentOutputsControl } from "./agent/mapping-control";
import { AgentVersionControl } from "./agent/version-control";
import { ChannelControl, ChannelsControl } from "./channel";
import { JavaScriptControl, JsonControl } from "./code";
import type { ControlProps } from "./control-props";
import { GraphControl, InnerChannelControl } from "./graph";
import { LibraryPromptControl } from "./library-prompt/library-prompt-control";
import { ListControl } from "./list";
import { ModelControl } from "./model";
import { MultilineControl, NumberControl, SelectControl, TextControl, ToggleControl } from "./simple";
import { SourceToolControl } from "./source-tool/source-tool-control";
import { ArgumentsControl, ExpressionControl, TemplateControl } from "./template";
import { ToolsControl } from "./tools";

interface ControlEntry {
  component: ComponentType<ControlProps>;
  /** One input that a label can point at, or a group of several with a heading. */
  kind: "input" | "group";
}

/** How each kind of field is edited. A hint without an entry here does not compile. */
export const controlRegistry: Record<ControlKind, ControlEntry> = {
  text: { component: TextControl, kind: "input" },
  multiline: { component: MultilineControl, kind: "input" },
  template: { component: TemplateControl, kind: "input" },
  "argument-template": { component: ArgumentsControl, kind: "input" },
  expression: { component: ExpressionControl, kind: "input" },
  javascript: { component: JavaScriptControl, kind: "group" },
  json: { component: JsonControl, kind: "group" },
  "json-schema": { component: JsonControl, kind: "group" },
  channel: { component: ChannelControl, kind: "input" },
  channels: { component: ChannelsControl, kind: "group" },
  model: { component: ModelControl, kind: "input" },
  tools: { component: ToolsControl, kind: "group" },
  "source-tool": { component: SourceToolControl, kind: "input" },
  conditions: { component: ListControl, kind: "group" },
  assignments: { component: ListControl, kind: "group" },
  answers: { component: ListControl, kind: "group" },
  "key-values": { component: ListControl, kind: "group" },
  list: { component: ListControl, kind: "group" },
  graph: { component: GraphControl, kind: "group" },
  "inner-channel": { component: InnerChannelControl, kind: "input" },
  agent: { component: AgentControl, kind: "input" },
  "agent-version": { component: AgentVersionControl, kind: "input" },
  "agent-inputs": { component: AgentInputsControl, kind: "group" },
  "agent-outputs": { component: AgentOutputsControl, kind: "group" },
  "library-prompt": { component: LibraryPromptControl, kind: "group" },
  number: { component: NumberControl, kind: "input" },
  duration: { component: NumberControl, kind: "input" },
  toggle: { component: ToggleControl, kind: "input" },
  select: { component: SelectControl, kind: "input" },
};
