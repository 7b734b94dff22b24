import { disabledNodes, wayPort } from "@/workflows/graph/bypass";
import type { Issue } from "@/workflows/graph/issue";
import { outPort } from "@/workflows/nodes/ports";
import { connectFix } from "./fixes";
import { type Rule, type Subject, titleOf } from "./subject";

/** A graph cannot do without its Start and End, and who comes to a disabled node has to get past it. */
export const disabled: Rule = (subject) => {
  const off = disabledNodes(subject.document, subject.definitions);
  return Object.entries(subject.document.nodes)
    .filter(([, node]) => node.disabled)
    .map(([id]) => id)
    .sort()
    .flatMap((id) => (off.has(id) ? deadEnd(subject, id) : neededNode(subject, id)));
};

function neededNode(subject: Subject, id: string): Issue[] {
  if (!subject.node(id)?.definition?.role) return [];
  return [
    {
      code: "node_disabled",
      severity: "error",
      path: { nodeId: id },
      message: `${titleOf(subject, id)} is turned off, but no run can do without it. Turn it on or remove it.`,
      fix: { label: "Turn it on", operation: { op: "node.disable", id, disabled: false } },
    },
  ];
}

function deadEnd(subject: Subject, id: string): Issue[] {
  const { document, drawn, definitions, ends } = subject;
  const links = drawn.from(id);
  const port = wayPort(document, id, links, definitions) ?? outPort.name;
  if (drawn.into(id).length === 0 || links.some((link) => link.port === port)) return [];
  const [onlyEnd, ...more] = ends;
  return [
    {
      code: "node_disabled",
      severity: "error",
      path: { nodeId: id, port },
      message: `${titleOf(subject, id)} is turned off and leads nowhere, so runs cannot get past it. Connect its port “${port}”, or turn it on.`,
      ...(onlyEnd !== undefined && more.length === 0 ? { fix: connectFix(document, id, port, onlyEnd) } : {}),
    },
  ];
}
