import { type WrittenBefore, writtenBefore } from "@/workflows/graph/analysis/written-before";
import type { Issue } from "@/workflows/graph/issue";
import { own } from "@/workflows/graph/record";
import { type Rule, type Subject, type SubjectNode, titleOf } from "./subject";

/**
 * Nothing reads a channel that cannot have a value yet. Inputs and defaults count as written. Where nothing writes
 * the channel at all it is an error; where only a later node does, or only some paths do, a warning, since a
 * thread keeps its channels from one run to the next.
 */
export const readBeforeWrite: Rule = (subject) => {
  if (subject.starts.length === 0) return [];
  const written = writtenBefore(subject, writesOf(subject));
  return subject.nodes
    .filter(({ id }) => subject.reachable.has(id))
    .flatMap((node) => ofNode(subject, node, written));
};

function ofNode(subject: Subject, node: SubjectNode, written: WrittenBefore): Issue[] {
  const seen = new Set<string>();
  return node.reads.flatMap((read): Issue[] => {
    const channel = own(subject.document.channels, read.channel);
    if (!channel || channel.default !== undefined || hasOwnStart(channel.type)) return [];
    if (read.optional || seen.has(read.channel)) return [];
    seen.add(read.channel);
    const reader = titleOf(subject, node.id);
    const path = { nodeId: node.id, field: read.field, channel: read.channel };
    if (written.never(read.channel)) {
      const message = `${reader} reads “${read.channel}”, but nothing ever writes it. Make it an input of Start, give it a default, or let a node write it.`;
      return [{ code: "read_before_write", severity: "error", path, message }];
    }
    const gap = written.gap(node.id, read.channel);
    if (!gap) return [];
    if (!written.possibly(node.id, read.channel)) {
      const message = `${reader} reads “${read.channel}” before anything can have written it. Give it a default or write it earlier.`;
      return [{ code: "read_before_write", severity: "warning", path, message, way: gap }];
    }
    const titles = shortened(gap.map((id) => titleOf(subject, id))).join(" → ");
    const message = `${reader} reads “${read.channel}”, which is not written on the path ${titles}. Give it a default or write it there too.`;
    return [{ code: "read_before_write", severity: "warning", path, message, way: gap }];
  });
}

/** A long path by its beginning and its end. */
function shortened(titles: string[]): string[] {
  return titles.length > 5 ? [...titles.slice(0, 1), "…", ...titles.slice(-3)] : titles;
}

/** A conversation begins as an empty list, so it can always be read. */
function hasOwnStart(type: string): boolean {
  return type === "messages";
}

function writesOf({ nodes }: Subject): Map<string, ReadonlySet<string> | "unknown"> {
  return new Map(
    nodes.map((node) => [
      node.id,
      node.complete ? new Set(node.writes.map(({ channel }) => channel)) : ("unknown" as const),
    ]),
  );
}
