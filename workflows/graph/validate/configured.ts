import { didYouMean } from "@/workflows/expressions/similar";
import type { Configured, ToolState } from "@/workflows/graph/configured";
import type { Issue } from "@/workflows/graph/issue";
import { isCallable } from "@/workflows/graph/known-agent";
import { slotOf, slotReference } from "@/workflows/graph/model-slot";
import { principalNames } from "@/workflows/graph/principal";
import type { Need, PickedTool } from "@/workflows/nodes/need";
import { usesIn } from "@/workflows/prompts/prompt-use";
import { useProblems } from "@/workflows/prompts/use-problems";
import { lackWords } from "@/workflows/routing/capable";
import { type Renaming, replaceNameFix, wholly } from "./replace-name";
import { type Rule, type Subject, type SubjectNode, titleOf } from "./subject";

/** What nodes need of the workspace is set up there. Nothing is said where that is not known. */
export const configured: Rule = (subject) => {
  const { configured: there, nodes } = subject;
  if (!there) return [];
  return [...ofSettings(subject, there), ...ofNodes(subject, there, nodes)];
};

/** The model that compares questions is the only thing that the agent's own settings need. */
function ofSettings({ document }: Subject, there: Configured): Issue[] {
  const embedding = document.settings.answers?.embedding;
  const lack = embedding === undefined ? undefined : ofModel(embedding, there);
  if (!lack) return [];
  const { what, slip: _slip, ...issue } = lack;
  return [{ ...issue, path: {}, message: `Kept answers: ${what}` }];
}

function ofNodes(subject: Subject, there: Configured, nodes: readonly SubjectNode[]): Issue[] {
  return nodes.flatMap((node) => [
    ...node.needs.flatMap((need) => {
      const lack = lackOf(need, there);
      return lack ? [issueOf(node, need, titleOf(subject, node.id), lack)] : [];
    }),
    ...ofPrompts(node, titleOf(subject, node.id), there),
  ]);
}

function ofPrompts({ id, node }: SubjectNode, title: string, { prompts }: Configured): Issue[] {
  if (!prompts) return [];
  return usesIn(node.config).flatMap((placed) =>
    useProblems(placed, prompts).map(({ field, what, ...issue }) => {
      return { ...issue, severity: "error", path: { nodeId: id, field }, message: `${title}: ${what}` };
    }),
  );
}

type Lack = Pick<Issue, "code" | "severity" | "settings"> & {
  what: string;
  /** A name that may be a slip of the pen, those it may stand for, and how it is told in a setting. */
  slip?: { name: string; known: readonly string[]; rename: Renaming };
};

function issueOf(node: SubjectNode, { field }: Need, title: string, { what, slip, ...lack }: Lack): Issue {
  const fix = slip && replaceNameFix(node, field, slip.name, slip.known, slip.rename);
  return { ...lack, path: { nodeId: node.id, field }, message: `${title}: ${what}`, ...(fix ? { fix } : {}) };
}

const inSecrets: Renaming = (text, from, to) =>
  text.replace(new RegExp(`\\b(secrets\\s*\\.\\s*)${from}\\b`, "g"), `$1${to}`);

function lackOf(need: Need, there: Configured): Lack | undefined {
  if (need.kind === "model") return ofModel(need.reference, there) ?? ofAbilities(need, there);
  if (need.kind === "tool") return ofTool(need.tool, there);
  return need.kind === "agent" ? ofAgent(need, there) : ofSecret(need.name, there);
}

function ofModel(reference: string, { connections, slots }: Configured): Lack | undefined {
  const slot = slotOf(reference);
  if (slot !== undefined) return slots.includes(slot) ? undefined : noSlot(slot, slots);
  const [id] = reference.split("/");
  const connection = connections.find((known) => known.id === id);
  if (connection?.ready) return undefined;
  const what = connection
    ? `the connection “${connection.name}” has no key yet. Enter it in the settings.`
    : `this workspace has no connection for the model “${reference}”. Choose another model, or add the connection in the settings.`;
  return { code: "model_not_configured", severity: "error", settings: "models", what };
}

/** A warning: what is known of a model may be wrong, and its provider has the last word. */
function ofAbilities(
  { reference, uses }: Extract<Need, { kind: "model" }>,
  { models = [] }: Configured,
): Lack | undefined {
  const known = models.find((model) => model.reference === reference);
  if (!known || !uses) return undefined;
  const lack = { code: "model_lacks_ability", severity: "warning", settings: "models" } as const;
  const slot = slotOf(reference);
  const who = slot === undefined ? `the model “${known.name}”` : `every model of the slot “${slot}”`;
  const lacking = uses.abilities.find((ability) => known.facts[ability] === false);
  if (lacking) {
    const what = `${who} ${lackWords[lacking]}, as far as the catalogue knows. Choose another, or correct the catalogue in the settings.`;
    return { ...lack, what };
  }
  const most = known.facts.outputTokens;
  if (uses.answerTokens !== undefined && most !== undefined && uses.answerTokens > most) {
    const what = `${who} answers with ${most} tokens at most, and up to ${uses.answerTokens} are asked for.`;
    return { ...lack, what };
  }
  return undefined;
}

function noSlot(slot: string, slots: readonly string[]): Lack {
  const what = `this workspace has no slot “${slot}” for models.${didYouMean(slot, slots) || " Add it in the settings."}`;
  const rename: Renaming = (text, from, to) => (text === slotReference(from) ? slotReference(to) : text);
  const slip = { name: slot, known: slots, rename };
  return { code: "model_not_configured", severity: "error", settings: "models", what, slip };
}

/** For a tool a warning: the model is told that the agent cannot be asked, and goes on. */
function ofAgent({ slug, call }: Extract<Need, { kind: "agent" }>, { agents }: Configured): Lack | undefined {
  const agent = agents.find((known) => known.slug === slug);
  if (agent && isCallable(agent)) return undefined;
  const lack = { code: "agent_not_published", severity: call ? "error" : "warning" } as const;
  if (agent?.isDeleted) {
    return { ...lack, what: `the agent “${agent.name}” was deleted. Choose another, or bring it back.` };
  }
  if (agent)
    return { ...lack, what: `the agent “${agent.name}” is not published. Publish it, or choose another.` };
  const known = agents.filter(isCallable).map((each) => each.slug);
  const what = `no published agent has the short name “${slug}”.${didYouMean(slug, known) || " Choose another."}`;
  return { ...lack, what, slip: { name: slug, known, rename: wholly } };
}

function ofSecret(name: string, { secrets }: Configured): Lack | undefined {
  if (secrets.includes(name)) return undefined;
  const what = `no secret named “${name}” is stored.${didYouMean(name, secrets) || " Add it in the settings."}`;
  const slip = { name, known: secrets, rename: inSecrets };
  return { code: "secret_not_stored", severity: "error", settings: "secrets", what, slip };
}

function ofTool(picked: PickedTool, { tools }: Configured): Lack | undefined {
  const lack = { code: "tool_not_configured", severity: "error", settings: "tools" } as const;
  const tool = tools.find(({ id }) => id === picked.id);
  if (!tool) {
    const what = `this workspace has no tool “${picked.name}” like this one. Choose another, or import it in the settings.`;
    return { ...lack, what };
  }
  if (tool.state !== "ready")
    return { ...lack, what: `the tool “${tool.name}” of ${tool.source} ${lacks[tool.state]}` };
  // What the graph promises of a call that is made twice must still be true.
  const isNewest = picked.version === undefined || picked.version === tool.version;
  if (isNewest && picked.repeatable && !tool.repeatable) {
    return {
      ...lack,
      what: `the tool “${tool.name}” only read when it was chosen, and no longer does. Choose it again.`,
    };
  }
  if (picked.version !== undefined && picked.version > (tool.version ?? 0)) {
    return { ...lack, what: `the tool “${tool.name}” has no version ${picked.version}. Choose another.` };
  }
  if (tool.usableFor) {
    const what = `the tool “${tool.name}” is kept to ${principalNames(tool.usableFor)}. In runs for others its calls are refused.`;
    return { ...lack, severity: "warning", what };
  }
  return undefined;
}

const lacks: Record<Exclude<ToolState, "ready">, string> = {
  changed: "has changed since it was approved. Look at the change in the settings and approve it.",
  gone: "is not offered by its source any more. Choose another.",
  off: "is turned off. Turn it on in the settings, or choose another.",
};
