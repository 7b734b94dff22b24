import type { Scenario } from "../scenario";
import { approve } from "./approve";
import { bus } from "./bus";
import { cancel } from "./cancel";
import { halfOpen } from "./half-open";
import { hang } from "./hang";
import { kill } from "./kill";
import { postgres } from "./postgres";
import { stop } from "./stop";
import { streams } from "./streams";

/** In the order in which they are played. */
export const scenarios: readonly Scenario[] = [
  kill,
  hang,
  stop,
  postgres,
  bus,
  halfOpen,
  cancel,
  approve,
  streams,
];
