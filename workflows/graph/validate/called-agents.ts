import { didYouMean } from "@/workflows/expressions/similar";
import type { Issue } from "@/workflows/graph/issue";
import { type AgentSignature, isCallable, type KnownAgent, signatureOf } from "@/workflows/graph/known-agent";
import { own } from "@/workflows/graph/record";
import type { AgentCallNeed, CalledChannel } from "@/workflows/nodes/need";
import { accepts, words } from "./fitting";
import { replaceNameFix, wholly } from "./replace-name";
import { type Rule, type Subject, type SubjectNode, titleOf } from "./subject";

/** What a call hands to a published agent is what that one takes, and what it wants back is what that one gives. */
export const calledAgents: Rule = (subject) =>
  subject.nodes.flatMap((node) =>
    node.needs.flatMap((need) => {
      if (need.kind !== "agent" || !need.call) return [];
      const agent = subject.configured?.agents.find(({ slug }) => slug === need.slug);
      return agent && isCallable(agent) ? ofCall({ subject, node, agent, call: need.call }) : [];
    }),
  );

interface Call {
  subject: Subject;
  node: SubjectNode;
  agent: KnownAgent;
  call: AgentCallNeed;
}

function ofCall(given: Call): Issue[] {
  const { agent, call } = given;
  if (call.version !== undefined && call.version > agent.newestVersion) {
    const what = `“${agent.name}” has no version ${call.version}; its newest is ${agent.newestVersion}.`;
    return [issue(given, "version", what)];
  }
  const signature = signatureOf(agent, call.version);
  if (!signature) return [];
  return [...ins(given, signature), ...missing(given, signature), ...outs(given, signature)];
}

function ins(given: Call, { inputs }: AgentSignature): Issue[] {
  return given.call.inputs.flatMap((pair): Issue[] => {
    const input = inputs.find(({ channel }) => channel === pair.there);
    if (!input) return [unknown(given, pair, "takes no input", inputs)];
    const channel = own(given.subject.document.channels, pair.here);
    if (!channel || channel.type === "any" || accepts(input, channel.type)) return [];
    const what = `“${pair.there}” of “${given.agent.name}” takes ${words[input.type]}, but “${pair.here}” holds ${words[channel.type]}.`;
    return [issue(given, pair.field, what)];
  });
}

function missing(given: Call, { inputs }: AgentSignature): Issue[] {
  const filled = new Set(given.call.inputs.map(({ there }) => there));
  return inputs
    .filter(({ channel, required }) => required && !filled.has(channel))
    .map(({ channel }) =>
      issue(
        given,
        "inputs",
        `“${given.agent.name}” needs “${channel}”. Choose the channel that it is given.`,
      ),
    );
}

function outs(given: Call, { outputs }: AgentSignature): Issue[] {
  return given.call.outputs.flatMap((pair): Issue[] => {
    const output = outputs.find(({ channel }) => channel === pair.there);
    if (!output) return [unknown(given, pair, "gives no output", outputs)];
    const channel = own(given.subject.document.channels, pair.here);
    if (!channel || accepts(channel, output.type)) return [];
    const what = `“${pair.there}” of “${given.agent.name}” gives ${words[output.type]}, but “${pair.here}” holds ${words[channel.type]}.`;
    return [issue(given, pair.field, what)];
  });
}

function unknown(
  given: Call,
  { there, field }: CalledChannel,
  lack: string,
  known: readonly { channel: string }[],
): Issue {
  const names = known.map(({ channel }) => channel);
  const hint = didYouMean(there, names) || " Take it out, or choose another.";
  const found = issue(given, field, `“${given.agent.name}” ${lack} “${there}”.${hint}`);
  const fix = replaceNameFix(given.node, field, there, names, wholly);
  return fix ? { ...found, fix } : found;
}

function issue({ subject, node }: Call, field: string, what: string): Issue {
  return {
    code: "agent_mapping",
    severity: "error",
    path: { nodeId: node.id, field },
    message: `${titleOf(subject, node.id)}: ${what}`,
  };
}
