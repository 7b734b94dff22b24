import { renameInExpression, renameInTemplate } from "@/workflows/expressions/rename";
import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";
import { batchOf } from "./apply";
import type { GraphDocument } from "./document";
import type { Json } from "./json";
import type { Node } from "./node";
import type { Operation, SingleOperation } from "./operation";
import { own } from "./record";
import { allFieldValues, type FieldValue } from "./schema-walk";
import { type ConfigEdit, configureWith } from "./text/edit-config";

/**
 * The operation that gives a channel another name and rewrites everything that uses it: expressions, prompts, fields
 * that name channels, code that mentions `state.name`, and pins. `apply` refuses it where the new name is taken or the
 * old one is not there.
 */
export function renameChannel(
  document: GraphDocument,
  from: string,
  to: string,
  definitions: NodeDefinitions,
): Operation {
  if (from === to) return batchOf([]);
  const channel = own(document.channels, from) ?? { type: "any", reducer: "replace" };
  return batchOf(
    [
      { op: "channel.add", name: to, channel },
      ...inConfigs(document, from, to, definitions),
      ...inPins(document, from, to),
      { op: "channel.remove", name: from },
    ],
    `Rename “${from}” to “${to}”`.slice(0, 120),
  );
}

/** A setting of a node that uses a channel. */
export interface ChannelPlace {
  nodeId: string;
  /** Dotted path inside the node's config, as issues name it. */
  field: string;
  /** What the form calls the setting. */
  label: string;
}

/** Every setting that uses the channel, node by node: what renaming it would change, and deleting it would break. */
export function channelPlaces(
  document: GraphDocument,
  name: string,
  definitions: NodeDefinitions,
): ChannelPlace[] {
  return Object.entries(document.nodes).flatMap(([nodeId, node]) =>
    fieldsNaming(node, name, `${name}_`, definitions).map(({ path, hints }) => {
      return { nodeId, field: path, label: hints?.label ?? path };
    }),
  );
}

function inConfigs(
  document: GraphDocument,
  from: string,
  to: string,
  definitions: NodeDefinitions,
): SingleOperation[] {
  return Object.entries(document.nodes).flatMap(([id, node]) =>
    configureWith(id, node.config, fieldsNaming(node, from, to, definitions)),
  );
}

/** The fields of a node that name a channel, each with what it holds once the channel is called otherwise. */
function fieldsNaming(
  node: Node,
  from: string,
  to: string,
  definitions: NodeDefinitions,
): (FieldValue & ConfigEdit)[] {
  const definition = definitionIn(definitions, node.type);
  if (!definition) return [];
  return allFieldValues(definition.config, node.config).flatMap((field) => {
    const value = renamed(field, from, to);
    return value === undefined || value === field.value ? [] : [{ ...field, value }];
  });
}

/** What the field holds afterwards; undefined for one that cannot name a channel. */
function renamed({ value, hints, keys }: FieldValue, from: string, to: string): Json | undefined {
  if (hints?.control === "channels" && Array.isArray(value) && value.includes(from)) {
    return value.map((name) => (name === from ? to : name));
  }
  // Most texts do not have the word in them at all, and need not be parsed.
  if (typeof value !== "string" || !value.includes(from)) return undefined;
  switch (hints?.control) {
    case "channel":
      return value === from ? to : value;
    case "expression":
      return hints.names?.includes(from) ? value : renameInExpression(value, from, to);
    case "template":
      return hints.names?.includes(from) ? value : renameInTemplate(value, from, to);
    case "javascript":
      // Only a node's own code sees the state; that of a tool sees its arguments.
      return keys.length === 1 ? renameInCode(value, from, to) : undefined;
    default:
      return undefined;
  }
}

function renameInCode(code: string, from: string, to: string): string {
  const mention = new RegExp(
    `(\\bstate\\s*(?:\\?\\.|\\.)\\s*)${from}\\b|(\\bstate\\s*\\[\\s*)(["'])${from}\\3(?=\\s*\\])`,
    "g",
  );
  return code.replace(
    mention,
    (_, dotted: string | undefined, bracket: string | undefined, quote: string | undefined) =>
      dotted === undefined ? `${bracket}${quote}${to}${quote}` : `${dotted}${to}`,
  );
}

function inPins(document: GraphDocument, from: string, to: string): SingleOperation[] {
  return Object.entries(document.pins)
    .filter(([, pin]) => own(pin.update, from) !== undefined)
    .map(([id, pin]) => {
      const update = Object.entries(pin.update).map(([name, value]) => [name === from ? to : name, value]);
      return { op: "node.pin", id, pin: { ...pin, update: Object.fromEntries(update) } };
    });
}
