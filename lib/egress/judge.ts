import { isIP } from "node:net";
import type { AppError } from "@/workflows/errors/app-error";
import { classifyAddress } from "./address";
import { isMetadataName } from "./host-name";
import { allowsAddress, allowsHost, type EgressPolicy } from "./policy";
import { notAllowed, refusedAddress, refusedByRule, refusedMetadataName, type Target } from "./refusals";
import { type EgressRules, ruleFor } from "./rule";

/** Whether something may be called: null, or why not. */
export interface Judge {
  /** Before the name is looked up, so that a refused name does not even reach a name server. */
  host(target: Target): AppError | null;
  /** Each address that the name stands for, or the literal one. */
  address(target: Target & { address: string }): AppError | null;
}

export interface Permissions {
  /** What the operator opens: the outer bound. */
  policy: EgressPolicy;
  /** Hosts that a person with permission opened for one connection: private addresses, never metadata. */
  own: EgressPolicy;
  /** What the workspace chose. */
  rules: EgressRules;
}

/** The workspace's rules inside what the installation allows; what it denies stays denied. */
export function createJudge({ policy, own, rules }: Permissions): Judge {
  const allowsByAddress = rules.allow.some((rule) => rule.kind === "network");
  return {
    host(target) {
      const { host, port } = target;
      const denied = ruleFor(rules.deny, target);
      if (denied) return refusedByRule(target, denied);
      if (isMetadataName(host) && !allowsHost(policy, host, port)) return refusedMetadataName(target);
      if (isIP(host) !== 0) return this.address({ ...target, address: host });
      const decided = rules.allow.length > 0 && !allowsByAddress;
      return decided && !ruleFor(rules.allow, target) ? notAllowed(target) : null;
    },
    address(target) {
      const { host, port, address } = target;
      const denied = ruleFor(rules.deny, target);
      if (denied) return refusedByRule(target, denied);
      const mine = allowsHost(own, host, port) && classifyAddress(address) === "private";
      const opened = mine || allowsHost(policy, host, port) || allowsAddress(policy, address);
      if (!opened) return refusedAddress(target);
      return rules.allow.length > 0 && !ruleFor(rules.allow, target) ? notAllowed(target) : null;
    },
  };
}
