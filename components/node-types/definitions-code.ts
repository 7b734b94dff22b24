// What is loaded with the definitions: they, and what nothing can be done with before them.
export { graphInside } from "@/workflows/graph/inside";
export { renameInMapping, renaming } from "@/workflows/graph/rename-inner-channel";
export { definitionOf, nodeDefinitions } from "@/workflows/nodes/registry";
