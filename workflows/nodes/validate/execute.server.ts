import type { z } from "zod";
import type { NodeExecute } from "../execute";
import type { validateConfig } from "./definition";
import { validated } from "./validated";

export const executeValidate: NodeExecute<z.output<typeof validateConfig>> = (config) => async (state) =>
  validated(config, state);
