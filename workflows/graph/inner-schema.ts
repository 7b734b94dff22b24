import { graphDocumentSchema } from "./document";
import { readInnerGraphsBy } from "./inner-reading";

// Operations are applied where schemas have not been loaded, too. Whoever reads operations or node types has them.
readInnerGraphsBy((graph) => graphDocumentSchema.safeParse(graph).data);
