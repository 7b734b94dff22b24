import { nodeContract } from "@/workflows/testing/node-contract";

nodeContract("map");
