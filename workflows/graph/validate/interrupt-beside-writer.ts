import type { Issue } from "@/workflows/graph/issue";
import { own } from "@/workflows/graph/record";
import { type Rule, type Subject, type SubjectNode, titleOf, titlesOf } from "./subject";

/**
 * Nobody is asked about a channel while a parallel branch writes it: the person decides on a value that is old by
 * the time they answer.
 */
export const interruptBesideWriter: Rule = (subject) => {
  const pausing = subject.nodes.filter(({ id, interrupts }) => interrupts && subject.reachable.has(id));
  if (pausing.length === 0) return [];
  const writers = writersByChannel(subject);
  return pausing.flatMap((node) => ofNode(subject, node, writers));
};

type Writers = ReadonlyMap<string, readonly SubjectNode[]>;

function ofNode(subject: Subject, node: SubjectNode, writers: Writers): Issue[] {
  const used = [...node.reads, ...node.writes.filter(({ channel }) => keepsOneValue(subject, channel))];
  const channels = new Map(used.map(({ channel, field }) => [channel, field]));
  return [...channels].flatMap(([channel, field]): Issue[] => {
    const beside = (writers.get(channel) ?? []).filter(
      ({ id }) => id !== node.id && subject.concurrency().parallel(node.id, id),
    );
    if (beside.length === 0) return [];
    const others = titlesOf(
      subject,
      beside.map(({ id }) => id),
    );
    return [
      {
        code: "interrupt_beside_writer",
        severity: "warning",
        path: { nodeId: node.id, field, channel },
        message: `${titleOf(subject, node.id)} asks a person about “${channel}” while ${others} may write it on a parallel branch, so they may decide on an old value. Put the question after the branches have joined.`,
      },
    ];
  });
}

/** Where every write is kept, an answer takes nothing away from the others. */
function keepsOneValue({ document }: Subject, channel: string): boolean {
  return own(document.channels, channel)?.reducer === "replace";
}

function writersByChannel({ nodes, reachable }: Subject): Writers {
  const writes = nodes
    .filter(({ id, definition }) => reachable.has(id) && definition?.role !== "start")
    .flatMap((node) =>
      [...new Set(node.writes.map(({ channel }) => channel))].map((channel) => ({ channel, node })),
    );
  return new Map(
    [...Map.groupBy(writes, ({ channel }) => channel)].map(([channel, found]) => [
      channel,
      found.map(({ node }) => node),
    ]),
  );
}
