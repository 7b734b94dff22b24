import type { Scenario } from "../scenario";
import { approve } from "./approve";
import { bus } from "./bus";
import { cancel } from "./cancel";
import { clock } from "./clock";
import { cycle } from "./cycle";
import { disk } from "./disk";
import { halfOpen } from "./half-open";
import { hang } from "./hang";
import { keys } from "./keys";
import { kill } from "./kill";
import { large } from "./large";
import { long } from "./long";
import { migration } from "./migration";
import { poison } from "./poison";
import { postgres } from "./postgres";
import { prompt } from "./prompt";
import { provider } from "./provider";
import { sandbox } from "./sandbox";
import { stop } from "./stop";
import { streams } from "./streams";

/** In the order in which they are played. */
export const scenarios: readonly Scenario[] = [
  kill,
  hang,
  long,
  stop,
  postgres,
  bus,
  halfOpen,
  streams,
  approve,
  cancel,
  keys,
  provider,
  sandbox,
  cycle,
  poison,
  large,
  prompt,
  clock,
  migration,
  disk,
];
