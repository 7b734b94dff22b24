import * as code from "./definitions-code";
import { nodeRegistry } from "./node-registry";

// Screens that draw graphs of which no cards were read off come with the definitions.
nodeRegistry.give(code);
