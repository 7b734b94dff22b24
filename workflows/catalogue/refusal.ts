import { type Principal, principalNames } from "@/workflows/graph/principal";
import { maySee } from "./data-class";
import type { DataDemands } from "./data-rules";
import type { Facts } from "./facts";
import { isIn } from "./region";

/** A run that wants to ask a model. */
export interface AskingRun {
  /** For whom it is made; absent: nobody knows. */
  onBehalfOf?: Principal | undefined;
  demands: DataDemands;
}

/** Why a run may not ask a model, in words that go on after its name; undefined: it may. */
export function refusalOf({ usableFor, dataClass, region }: Facts, run: AskingRun): string | undefined {
  const { onBehalfOf, demands } = run;
  if (usableFor && !(onBehalfOf && usableFor.includes(onBehalfOf))) {
    const whom = onBehalfOf ? principalNames([onBehalfOf]) : "somebody else";
    return `is kept to ${principalNames(usableFor)}, and this run is made for ${whom}`;
  }
  if (demands.dataClass && !maySee(dataClass, demands.dataClass)) {
    return dataClass
      ? `may see ${dataClass} data at most, and this is ${demands.dataClass}`
      : `is not cleared for ${demands.dataClass} data`;
  }
  const outside = demands.regions.find((regions) => !isIn(region, regions));
  if (!outside) return undefined;
  return `${region ? `runs in ${region}` : "runs nobody knows where"}, not in ${outside.join(" or ")}`;
}
