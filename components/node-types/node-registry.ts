import { lateModule } from "@/components/ui/late-module";

/**
 * The definitions of all node types: forms, checks and everything else that a first picture does without. What is drawn
 * before them comes from their faces, and from the cards that the server reads off the nodes.
 */
export const nodeRegistry = lateModule(() => import("./definitions-code"));
