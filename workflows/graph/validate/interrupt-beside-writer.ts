import type { Issue } from "@/workflows/graph/issue";
import { own } from "@/workflows/graph/record";
import { type Rule, type Subject, type SubjectNode, titleOf, titlesOf } from "./subject";

/**
 * Nobody is asked about a channel while a parallel branch writes it: the person decides on a value that is old by
 * the time they answer. Where writes are combined, nothing that was shown is taken back.
 */
export const interruptBesideWriter: Rule = (subject) => {
  const pausing = subject.nodes.filter(({ id, interrupts }) => interrupts && subject.reachable.has(id));
  if (pausing.length === 0) return [];
  const writers = writersByChannel(subject);
  const asked = pausing.flatMap((node) => questionsOf(subject, node));
  const beside = new Map(
    [...Map.groupBy(asked, ({ channel }) => channel)].map(([channel, questions]) => {
      const ids = questions.map(({ node }) => node.id);
      return [channel, subject.concurrency().beside("parallel", ids, writers.get(channel) ?? [])];
    }),
  );
  return asked.flatMap((question) => {
    const others = beside.get(question.channel)?.get(question.node.id);
    return others ? [issueOf(subject, question, others)] : [];
  });
};

interface Question {
  node: SubjectNode;
  channel: string;
  field: string;
}

/** Channels a person is shown or asked for, each once. */
function questionsOf({ document }: Subject, node: SubjectNode): Question[] {
  const used = new Map([...node.writes, ...node.reads].map(({ channel, field }) => [channel, field]));
  const keepingOne = [...used].filter(([channel]) => own(document.channels, channel)?.reducer === "replace");
  return keepingOne.map(([channel, field]) => ({ node, channel, field }));
}

function issueOf(subject: Subject, { node, channel, field }: Question, others: readonly string[]): Issue {
  return {
    code: "interrupt_beside_writer",
    severity: "warning",
    path: { nodeId: node.id, field, channel },
    message: `${titleOf(subject, node.id)} asks a person about “${channel}” while ${titlesOf(subject, others)} may write it on a parallel branch, so they may decide on an old value. Put the question after the branches have joined.`,
  };
}

function writersByChannel({ nodes, reachable }: Subject): Map<string, string[]> {
  const writers = new Map<string, string[]>();
  for (const { id, definition, writes } of nodes) {
    if (!reachable.has(id) || definition?.role === "start") continue;
    for (const channel of new Set(writes.map((write) => write.channel))) {
      const known = writers.get(channel);
      if (known) known.push(id);
      else writers.set(channel, [id]);
    }
  }
  return writers;
}
