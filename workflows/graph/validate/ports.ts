import type { Edge } from "@/workflows/graph/edge";
import type { Issue } from "@/workflows/graph/issue";
import type { Port } from "@/workflows/nodes/port";
import { limitPort } from "@/workflows/nodes/ports";
import { connectFix, leadElsewhereFix, openPorts } from "./fixes";
import { type Rule, type Subject, type SubjectNode, titleOf } from "./subject";

/** Every port leads somewhere and every edge leaves by a port that exists. */
export const ports: Rule = (subject) =>
  subject.nodes
    .filter(({ complete }) => complete)
    .flatMap((node) => [...unconnected(subject, node), ...unknown(subject, node)]);

function unconnected(subject: Subject, node: SubjectNode): Issue[] {
  const [onlyEnd, ...moreEnds] = subject.ends;
  return openPorts(subject, node).map((port) => ({
    code: "port_unconnected",
    severity: "error",
    path: { nodeId: node.id, port: port.name },
    message: `${titleOf(subject, node.id)} leads nowhere by its port “${port.label}”. Connect it to the next node or to End.`,
    ...(onlyEnd !== undefined && moreEnds.length === 0
      ? { fix: connectFix(subject.document, node.id, port.name, onlyEnd) }
      : {}),
  }));
}

function unknown(subject: Subject, node: SubjectNode): Issue[] {
  const links = subject.drawn.from(node.id);
  const names = new Set(node.ports.map((port) => port.name));
  if (links.some((link) => link.cap !== undefined)) names.add(limitPort.name);
  return links
    .filter((link) => !names.has(link.port))
    .map((link) => ({
      code: "port_unknown",
      severity: "error",
      path: { nodeId: node.id, edgeId: link.id, port: link.port },
      message: `${titleOf(subject, node.id)} has no port “${link.port}”${reason(link.port)}. Remove the edge or start it at another port.`,
      fix: leadElsewhereFix(subject, link.id, onlyOpen(openPorts(subject, node))),
    }));
}

/** The one port at which the edge can only have been meant to begin. */
function onlyOpen([only, ...more]: Port[]): Partial<Edge> | undefined {
  return only && more.length === 0 ? { port: only.name } : undefined;
}

function reason(port: string): string {
  if (port === "error") return "; it has one while its policy sends failures there";
  return port === limitPort.name ? "; it has one while one of its edges has a cap" : "";
}
