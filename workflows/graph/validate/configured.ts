import { didYouMean } from "@/workflows/expressions/similar";
import type { Configured } from "@/workflows/graph/configured";
import type { Issue } from "@/workflows/graph/issue";
import type { Need } from "@/workflows/nodes/need";
import { type Renaming, replaceNameFix, wholly } from "./replace-name";
import { type Rule, type SubjectNode, titleOf } from "./subject";

/** What nodes need of the workspace is set up there. Nothing is said where that is not known. */
export const configured: Rule = (subject) => {
  const { configured: there, nodes } = subject;
  if (!there) return [];
  return nodes.flatMap((node) =>
    node.needs.flatMap((need) => {
      const lack = lackOf(need, there);
      return lack ? [issueOf(node, need, titleOf(subject, node.id), lack)] : [];
    }),
  );
};

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
  if (need.kind === "model") return ofModel(need.reference, there);
  return need.kind === "agent" ? ofAgent(need, there) : ofSecret(need.name, there);
}

function ofModel(reference: string, { connections }: Configured): Lack | undefined {
  const [id] = reference.split("/");
  const connection = connections.find((known) => known.id === id);
  if (connection?.ready) return undefined;
  const what = connection
    ? `the connection “${connection.name}” has no key yet. Enter it in the settings.`
    : `this workspace has no connection for the model “${reference}”. Choose another model, or add the connection in the settings.`;
  return { code: "model_not_configured", severity: "error", settings: "models", what };
}

/** For a tool a warning: the model is told that the agent cannot be asked, and goes on. */
function ofAgent({ slug, call }: Extract<Need, { kind: "agent" }>, { agents }: Configured): Lack | undefined {
  if (agents.includes(slug)) return undefined;
  const what = `no published agent has the short name “${slug}”.${didYouMean(slug, agents) || " Publish it, or name another."}`;
  const slip = { name: slug, known: agents, rename: wholly };
  return { code: "agent_not_published", severity: call ? "error" : "warning", what, slip };
}

function ofSecret(name: string, { secrets }: Configured): Lack | undefined {
  if (secrets.includes(name)) return undefined;
  const what = `no secret named “${name}” is stored.${didYouMean(name, secrets) || " Add it in the settings."}`;
  const slip = { name, known: secrets, rename: inSecrets };
  return { code: "secret_not_stored", severity: "error", settings: "secrets", what, slip };
}
