import { shapes } from "@/components/editor/store/late-shapes";
import { nodeRegistry } from "@/components/node-types/node-registry";
import { lateCode } from "@/components/ui/late-code";

// Forms are large, and a graph is looked at before anything in it is set. What is typed is held against its shape.
export const agentInspector = lateCode(async () => {
  await Promise.all([nodeRegistry.load(), shapes.load()]);
  return (await import("./agent/agent-inspector")).AgentInspector;
});
export const nodeInspector = lateCode(async () => {
  await Promise.all([nodeRegistry.load(), shapes.load()]);
  return (await import("./node/node-inspector")).NodeInspector;
});
export const edgeInspector = lateCode(async () => (await import("./edge-inspector")).EdgeInspector);
export const groupInspector = lateCode(async () => {
  await shapes.load();
  return (await import("./paper/group-inspector")).GroupInspector;
});
export const stickyInspector = lateCode(async () => {
  await shapes.load();
  return (await import("./paper/sticky-inspector")).StickyInspector;
});
export const selectionInspector = lateCode(
  async () => (await import("./selection-inspector")).SelectionInspector,
);

/** Whoever loses the connection goes on editing: forms are there before they are asked for. */
export function preloadInspectors(): void {
  for (const code of [nodeInspector, edgeInspector, groupInspector, stickyInspector, selectionInspector])
    code.preload();
}
